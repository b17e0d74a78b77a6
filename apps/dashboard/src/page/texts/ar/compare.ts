/** The words of one indicator and of States compared with one another, in Arabic. */
import { countedIn } from '../counted.js';
import type { enCompare, enOfIndicator } from '../en/compare.js';
import { stateForms } from './forms.js';

const counted = countedIn('ar');

/** What is said of one indicator. */
export const arOfIndicator: typeof enOfIndicator = {
  what: 'ما يعده المؤشر، ومن يبلغ عنه ومنذ متى، وفي أي دول يرتفع أو ينخفض. لكل دولة طريقتها في العد: قارن الدولة بنفسها لا بغيرها.',
  choose: 'اختر مؤشرا.',
  nobody: 'لم يبلغ أحد عن هذا المؤشر.',
  unit: 'وحدة العد',
  definition: 'التعريف',
  years: 'الأرقام السنوية',
  latest: 'أحدث رقم',
  change: 'التغير عن السنة السابقة',
  sortedBy: 'العناوين ذات الأزرار ترتب الصفوف؛ والصفوف الخالية من الرقم تأتي في النهاية.',
  breaks: 'طريقة عد جديدة منذ',
};

export const arCompare: typeof enCompare = {
  parts: {
    directions: 'أين يرتفع أو ينخفض',
    crossing: 'مؤشران معا',
    ranking: 'الترتيب',
    map: 'الخريطة',
    changes: 'التغييرات',
    together: 'منطقة أو دول معا',
  },
  together: {
    who: 'منطقة أو دول',
    shown: 'المعروض',
    share: 'النسبة من المجموع',
    total: 'المجموع',
    choose:
      'اختر منطقة، أو دولا من قائمة تضعها بنفسك، مثل دول الشمال الأوروبي: تُجمع أرقامها لكل سنة، للدول التي لها رقم في كل سنة. ويحفظ العنوان القائمة.',
    reported: (k, n, from, to) =>
      `لدى ${k} من ${n} رقم في كل سنة من ${from} إلى ${to}؛ ولا تُجمع إلا أرقام هذه الدول.`,
    caution:
      'يدل المجموع على ما أبلغت عنه هذه الدول معا، لا على حجم الاتجار بالأشخاص: فلكل دولة طريقتها في العد والبحث والإبلاغ.',
    behind: 'تقود كل سنة إلى الأرقام التي يتكون منها مجموعها.',
    nobody: 'ليس لأي دولة رقم في كل سنة من هذه السنوات. اختر سنوات أقل.',
    summed: (n) => `جُمعت أرقامها: ${counted(n, stateForms)}`,
    notSummed: (n) => `لم تُجمع أرقامها: ${counted(n, stateForms)}`,
    lacks: 'السنوات التي ليس فيها رقم يمكن جمعه',
    refused: (n) => `لم تُجمع أرقامها لأن الجزء أكبر من المجموع: ${counted(n, stateForms)}`,
    exceeds: 'السنوات التي يكون فيها الجزء أكبر من المجموع',
  },
  leftOut: (names) => `مستبعدة لأن ما تعده تعده جهات أخرى أيضا: ${names}.`,
  second: 'المؤشر الثاني',
  choose:
    'اختر مؤشرا ثانيا: تُعرض الدول عندئذ حسب اتجاهي المؤشرين، مثل الدول التي تنخفض فيها الإدانات ويزداد فيها الضحايا المكتشفون.',
  isSo: (name, direction) => `${name} (${direction})`,
  found: (n, what) => `${counted(n, stateForms)}: ${what}.`,
  counted: (both, one, neither) =>
    `لا تُحسب إلا الدول التي حُدد لها اتجاه (في ازدياد أو في انخفاض أو بلا اتجاه يُعتد به إحصائيا) في المؤشرين كليهما: ${both}. وفي أحدهما فقط: ${one}. وليس في أي منهما: ${neither}. ولا يُحدد الاتجاه حين تكون الأرقام قليلة جدا أو تتوقف النتيجة على نطاقات.`,
  matrix: 'الدول حسب اتجاهي المؤشرين',
  directionOf: (name) => `الاتجاه: ${name}`,
  onlyOne: (n) => `اتجاه محدد في أحد المؤشرين فقط: ${counted(n, stateForms)}`,
  noneBoth: 'لا توجد هنا دولة حُدد لها اتجاه في المؤشرين كليهما.',
  noneSuch: 'لا دولة لها هذان الاتجاهان.',
  ranking: {
    by: 'الترتيب حسب',
    ratio: (name, over) => `${name} (${over})`,
    year: 'السنة',
    ofYear: (year, figures) => `${year} (${figures})`,
    rank: 'المرتبة',
    population: 'عدد السكان',
    interval: 'النطاق (95 %)',
    drawn: (end) => `من 0 إلى ${end}؛ السهم: ما بعد ذلك`,
    reported: (k, n, year) => `عدد الدول التي لها رقم في سنة ${year}: ${k}، من أصل ${n} أبلغت عن هذا المؤشر.`,
    counts: (ranked, ranges, without) =>
      `التي لها مرتبة: ${ranked}. التي رقمها نطاق، فلا مرتبة لها: ${ranges}. التي لا شيء لها يُرتب: ${without}.`,
    caution:
      'تبين المرتبة من أبلغ عن عدد أكبر في تلك السنة، لا أين يكثر الاتجار بالأشخاص: فلكل دولة طريقتها في العد والبحث والإبلاغ. وحيث تتداخل النطاقات لا يكون الترتيب مؤكدا.',
    ranges: (n) => `نطاقات لا مرتبة لها: ${counted(n, stateForms)}`,
    without: (n) => `لها رقم ولا شيء يُرتب: ${counted(n, stateForms)}`,
    missing: (n, year) => `لا رقم في سنة ${year}: ${counted(n, stateForms)}`,
    noOther: (name, year) => `لا رقم في سنة ${year} يُقسم عليه: ${name}`,
    why: 'السبب',
    noneRanked: 'لا يمكن ترتيب أي من هذه الأرقام.',
  },
};
