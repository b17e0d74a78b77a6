/** The page's own words in Arabic. */
import { countedIn } from '../counted.js';
import type { Texts } from '../en/en.js';
import { arAccess } from './access.js';
import { arCharts } from './charts.js';
import { arChecks } from './checks.js';
import { arAbout, arCompare, arOfIndicator } from './compare.js';
import { arMap } from './map.js';
import { arShare } from './share.js';
import { figureForms, respondentForms, yearlyForms } from './forms.js';
import { arImport } from './import.js';
import { arEvidence } from './evidence.js';
import { arLive } from './live.js';
import { arOpening } from './opening.js';
import { arOverview } from './overview.js';
import { arMissing } from './missing.js';
import { arReport } from './report.js';
import { arSession } from './session.js';
import { arSubmit } from './submit.js';
import { arWorkbench } from './workbench.js';
import { arTravel } from './travel.js';
import { arWebhooks } from './webhooks.js';
import { arWords } from './words.js';

const counted = countedIn('ar');

/** A formula, which is read from left to right and not broken. */
const formula = (text: string) => `\u2066${text.replaceAll(' ', '\u00a0')}\u2069`;

export const ar: Texts = {
  ...arLive,
  ...arEvidence,
  overview: arOverview,
  submit: arSubmit,
  workbench: arWorkbench,
  opening: arOpening,
  import: arImport,
  words: arWords,
  session: arSession,
  access: arAccess,
  webhooks: arWebhooks,
  travel: arTravel,
  checks: arChecks,
  compare: arCompare,
  map: arMap,
  share: arShare,
  report: arReport,
  missing: arMissing,
  title: 'Rapporteur',
  subtitle: 'ردود الحكومات على استقصاءات الأمم المتحدة',
  skip: 'الانتقال إلى المحتوى',
  language: 'اللغة',
  views: 'الأقسام',
  documentation: 'وثائق API',
  pages: {
    overview: 'نظرة عامة',
    trends: 'الاتجاهات',
    court: 'من القضية إلى المحكمة',
    state: 'دولة واحدة',
    indicator: 'مؤشر واحد',
    round: 'الجولة',
    report: 'التقرير',
    findings: 'الاستنتاجات',
    inconsistencies: 'عدم الاتساق',
    discrepancies: 'الفروق بين المصادر',
    differences: 'الفروق بين المنشورات',
    submit: 'تقديم رد',
    workbench: 'منضدة الترميز',
    import: 'استيراد',
    access: 'الصلاحيات',
    webhooks: 'الإشعارات',
  },
  state: {
    what: 'ما قالته دولة: أرقامها، واستنتاجاتها، بعباراتها حيث حُفظت رسالتها، وما لا يتسق.',
    choose: 'اختر دولة.',
    rounds: 'الجولات التي أجابت عنها',
    figures: 'الأرقام',
    allFigures: 'جميع أرقامها مع تصنيفاتها',
    noFigures: 'لا أرقام لهذه الدولة.',
  },
  ofIndicator: arOfIndicator,
  aboutIndicator: arAbout,
  charts: arCharts,
  loading: 'يجري سؤال الخادوم…',
  away: 'الخادوم لا يجيب. تحقق من أنه يعمل (\u2066npm\u00a0start\u2069)؛ وتعيد الصفحة السؤال كل ثلاث ثوان.',
  refused: 'لا يستطيع الخادوم الإجابة عن هذا. ',
  unknownRespondent: (name: string) => `لا توجد جهة مجيبة باسم «${name}».`,
  mayMean: 'ما قد يكون المقصود: ',
  startAnew: 'البدء من جديد دون أي اختيار',
  empty: 'لم يرد أي رد بعد. أرسل ردا عن طريق API (انظر الوثائق) أو استورد ملفا.',
  nothingMatches: 'لا توجد أرقام تطابق هذا الاختيار. اختر جهات مجيبة أو مؤشرات أو سنوات أخرى.',
  choose: 'اختيار ما يُعرض',
  collection: 'مجموعة البيانات',
  allCollections: 'جميع مجموعات البيانات',
  respondents: 'الجهات المجيبة',
  indicators: 'المؤشرات',
  allChosen: 'الكل',
  search: 'بحث',
  clear: 'مسح',
  from: 'من سنة',
  to: 'إلى سنة',
  receivedBy: 'كما كان معروفا في',
  today: 'اليوم',
  breakdownTotal: 'المجموع',
  units: {
    case: 'قضايا',
    person: 'أشخاص',
    victim: 'ضحايا',
    offence: 'جرائم',
    item: 'وحدات',
    event: 'أنشطة',
  },
  indicator: 'المؤشر',
  otherPeriods: 'فترات أخرى',
  direction: 'الاتجاه',
  tableOf: (name, unit) => `الأرقام: ${name} (الوحدة: ${unit})`,
  chartOf: (name, unit) => `رسم بياني: ${name} (الوحدة: ${unit})`,
  noFigure: 'لا رقم',
  qualifiers: {
    exact: 'بالضبط',
    'at-least': 'على الأقل',
    'fewer-than': 'أقل من',
    approximately: 'تقريبا',
    'none-known': 'لا حالات معروفة (ليس صفرا)',
    'not-available': 'غير متاح',
    'not-applicable': 'لا ينطبق',
    'not-asked': 'لم يُسأل عنه',
    withheld: 'محجوب (سري)',
  },
  upTo: (day) => `حتى ${day}`,
  since: (day) => `منذ ${day}`,
  undated: 'بلا تاريخ',
  separator: '؛ ',
  colon: ': ',
  comma: '، ',
  stop: '. ',
  saysYears: (name, n, first, last) =>
    n === 1 ? `${name}: ${first}` : `${name}: ${counted(n, yearlyForms)}، من ${first} إلى ${last}`,
  saysGaps: (years) => `لا رقم في ${years}`,
  saysSpans: (name, n) => `${name}: ${counted(n, figureForms)} لفترة غير السنة`,
  inYear: (figure, year) => `${figure} (${year})`,
  chartKey:
    'الشريط الأفقي مجموع عدة سنوات. والشريط الرأسي هو النطاق الذي يتركه رقم مثل «على الأقل» أو «أقل من». والعلامة على الحافة السفلى ليست صفرا: إنها تبين لماذا لا يوجد رقم. وكل علامة رابط إلى مصدرها.',
  more: (shown) => `المعروض أول الرسوم، وعددها ${shown}. اختر جهات مجيبة أو مؤشرات أقل لرؤية البقية.`,
  rising: 'في ازدياد',
  falling: 'في انخفاض',
  reasonOf(reason, n, show) {
    switch (reason.code) {
      case 'under-five-points':
        return `لم يُحدد: ${counted(reason.n, yearlyForms)}، والمطلوب ${reason.needed}`;
      case 'significant':
        return `${formula(`n = ${n}`)}، ${formula(show(reason.p))}`;
      case 'not-significant':
        return `لا اتجاه يُعتد به إحصائيا: ${formula(`n = ${n}`)}، ${formula(show(reason.p))}؛ وهذا لا يعني أنه لم يتغير شيء`;
      case 'censored-figures-decide':
        return `لم يُحدد: يتوقف على أرقام هي نطاقات: ${counted(reason.censored, figureForms)} (${formula(`n = ${n}`)}، من ${formula(show(reason.pLow))} إلى ${formula(show(reason.pHigh))})`;
      case 'all-figures-equal':
        return `لا اتجاه: جميع الأرقام متساوية (${formula(`n = ${n}`)})`;
    }
  },
  cite: 'للاقتباس',
  citation: (what, day, position) => `Rapporteur، ${what}، كما ورد حتى ${day}، الموضع ${position}`,
  fixedAddress: 'عنوان دائم',
  download: 'تنزيل',
  downloadChart: (name) => `تنزيل SVG: ${name}`,
  close: 'إغلاق',
  source: 'مصدر الرقم',
  eventTitle: 'الحدث',
  value: 'الرقم',
  period: 'الفترة',
  qualifier: 'القيد الوصفي',
  paragraph: 'الفقرة',
  footnote: 'الحاشية',
  row: 'الصف',
  note: 'ملاحظة',
  asWritten: 'كما كُتب',
  reply: 'الرد',
  receivedOn: 'ورد في',
  onOrBefore: (day) => `${day} أو قبل ذلك`,
  history: 'السجل الزمني',
  was: 'قبل',
  became: 'بعد',
  /** In Arabic what comes after stands to the left. */
  changedTo: (before, after) => `${before} ← ${after}`,
  recorded: 'سُجل في',
  recordedBy: 'بواسطة',
  onBehalfOf: 'بالنيابة عن',
  reason: 'السبب',
  noReason: 'لم يُذكر',
  nothing: 'لا شيء',
  showEvent: (event) => `الحدث ${event}`,
  rawEvent: 'الحدث كما حُفظ',
  notCurrent: 'لا يذكر أي رد هذا الرقم في التاريخ المعروض؛ ويرد سجله الزمني أدناه.',
  roundFacts: {
    mandate: 'الولاية',
    symbol: 'الوثيقة',
    noteVerbaleOn: 'المذكرة الشفوية',
    replyBy: 'الرد مطلوب في موعد أقصاه',
    cutOff: 'تاريخ الإقفال',
    compiledBy: 'من إعداد',
  },
  roundCounts: (asked, listed, replies, late) =>
    `الجهات المطلوب منها الرد: ${asked}. المدرجة ضمن من ردوا: ${listed}. التي لها رد: ${replies}، والمتأخر منها: ${late}.`,
  unknown: 'غير معروف',
  matrix: 'الجهات المجيبة ومحاور الجولة',
  respondent: 'الجهة المجيبة',
  asked: 'طُلب منها الرد',
  noReply: 'لا رد',
  listed: 'مدرجة',
  replied: 'ردت',
  late: 'متأخر',
  replyLanguage: 'اللغة',
  figures: 'الأرقام',
  findings: 'الاستنتاجات',
  withdrawn: 'مسحوب',
  yes: 'نعم',
  no: 'لا',
  themes: 'المحاور',
  theme: 'المحور',
  topic: 'الموضوع',
  allTopics: 'جميع المواضيع',
  copy: 'نسخ القائمة',
  copied: 'تم النسخ',
  countStates: (n) => counted(n, respondentForms),
  kinds: {
    'cited-but-not-listed': 'ورد ذكرها دون إدراج',
    'listed-but-not-cited': 'مدرجة دون ذكر',
    'name-spelt-otherwise': 'اسم مكتوب بطريقة أخرى',
    'part-exceeds-whole': 'الجزء أكبر من الكل',
    'conflicting-figures': 'أرقام متضاربة',
    'implied-finding-missing': 'استنتاج ضمني ناقص',
    'figure-not-in-quote': 'رقم لا يقوله مصدره',
    'figure-not-applicable': 'رقم حيث لا ينطبق',
  },
  places: 'المواضع',
  message: 'وجه التعارض',
  kind: 'النوع',
  noInconsistencies: 'لا تعارض في المعروض.',
  noFindings: 'لا توجد استنتاجات مطابقة. اختر موضوعا آخر.',
  noRounds: 'لا توجد جولة مفتوحة. افتح جولة في صفحة «الجولة» أو عن طريق API (انظر الوثائق).',
};
