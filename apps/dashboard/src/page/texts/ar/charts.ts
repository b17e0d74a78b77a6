/** The words of trends, charts and the way from case to court, in Arabic. */
import { countedIn } from '../counted.js';
import type { enCharts } from '../en/charts.js';
import { figureForms, respondentForms, seriesForms } from './forms.js';

const counted = countedIn('ar');

export const arCharts: typeof enCharts = {
  breakdown: 'التصنيف',
  breakdowns: {
    total: 'المجموع فقط',
    all: 'المجموع وكل جزء',
    by: (dimensions) => `حسب ${dimensions}`,
  },
  drawn: 'كيفية رسم الأرقام',
  options: 'خيارات',
  scale: 'المقياس',
  scales: { linear: 'عادي', log: 'لوغاريتمي', index: 'رقم قياسي' },
  base: 'سنة أساس الرقم القياسي',
  baseUsual: (year) => `${year} (متاحة في معظم السلاسل)`,
  indexIs: (index, base) => `الرقم القياسي ${index}، ${base} = 100`,
  indexNote: (base) =>
    `الرقم القياسي: كل رقم كنسبة مئوية من رقم سنة ${base}. ولا رقم قياسي لمجاميع عدة سنوات، ولا للسنوات التي يفصلها انقطاع في السلسلة عن سنة ${base}.`,
  noBase: 'لا رقم قياسي: ليس في أي سلسلة رقم دقيق أكبر من الصفر يصلح أساسا.',
  noIndex: (name, base, reason) =>
    `لا رقم قياسي لـ ${name}: ${
      {
        missing: `لا رقم لسنة ${base}`,
        zero: `رقم سنة ${base} هو صفر`,
        censored: `رقم سنة ${base} نطاق`,
        approximate: `رقم سنة ${base} تقريبي`,
        conflicting: `أرقام سنة ${base} متضاربة`,
      }[reason]
    }`,
  withoutIndex: (n) => `سلاسل بلا رقم قياسي: ${counted(n, seriesForms)}`,
  logNote:
    'مقياس لوغاريتمي: المسافات المتساوية نسب متساوية. لا صفر فيه، ولذلك توضع الأصفار تحت الخط المنقط، وتمتد إليه النطاقات التي تصل إلى الصفر.',
  axis: 'الحد الأعلى للمقاييس',
  axes: { own: 'لكل رسم على حدة', same: 'واحد للجميع' },
  layout: 'التخطيط',
  layouts: { facets: 'رسم وجدول لكل منها', multiples: 'رسوم صغيرة وجدول واحد' },
  order: 'الترتيب',
  orders: {
    name: 'حسب الاسم',
    latest: 'حسب أحدث رقم، تنازليا',
    direction: 'الاتجاهات الواضحة أولا',
  },
  conflicting: 'أرقام متضاربة',
  break: 'انقطاع',
  sinceBreak: (year) => `منذ انقطاع السلسلة في ${year}`,
  breakIn: (year) => `تغيرت طريقة العد ابتداء من ${year}`,
  saysBreaks: (years) => `تغيرت طريقة العد ابتداء من ${years}`,
  saysConflicts: (years) => `أرقام متضاربة في ${years}`,
  saysMissing: (reason, years) => `${reason} في ${years}`,
  saysOnlyMissing: (name, reasons) => `${name}: ${reasons}`,
  signs: 'العلامات حيث لا يوجد رقم',
  saysRanges: (n) => `أرقام هي نطاقات: ${counted(n, figureForms)}`,
  offAxis: (n) => `أرقام لفترة مفتوحة أو غير معروفة، في الجدول فقط: ${counted(n, figureForms)}`,
  overview: (respondents, series) =>
    `${counted(respondents, respondentForms)}، ${counted(series, seriesForms)}`,
  overviewDirections: (rising, falling, none, silent) =>
    `في ازدياد: ${rising}؛ في انخفاض: ${falling}؛ بلا اتجاه يُعتد به إحصائيا: ${none}؛ بلا تحديد للاتجاه: ${silent} (الأرقام قليلة جدا، أو تتوقف النتيجة على نطاقات).`,
  drawing: (done, all) => `المعروض حتى الآن: ${done} من ${all}`,
  someShown: (shown, all) => `المعروض من الرسوم البيانية: ${shown} من ${all}؛ وفي الجدول أرقام جميعها.`,
  showMore: (n) =>
    counted(n, {
      zero: 'لا مزيد من الرسوم البيانية',
      one: 'عرض رسم بياني آخر',
      two: 'عرض رسمين بيانيين آخرين',
      few: 'عرض # رسوم بيانية أخرى',
      many: 'عرض # رسما بيانيا آخر',
      other: 'عرض # رسم بياني آخر',
    }),
  showAll: (n) =>
    counted(n, {
      zero: 'لا رسوم بيانية',
      one: 'عرض الرسم البياني',
      two: 'عرض الرسمين البيانيين',
      few: 'عرض جميع الرسوم البيانية (#)',
      many: 'عرض جميع الرسوم البيانية (#)',
      other: 'عرض جميع الرسوم البيانية (#)',
    }),
  legend: 'الخطوط',
  table: 'جدول بجميع الأرقام المعروضة',
  howToRead: 'كيف تُقرأ الرسوم البيانية',
  keyboard: 'في الرسم البياني، تنقلك مفاتيح الأسهم من علامة إلى أخرى، ويفتح مفتاح الإدخال المصدر.',
  shapes:
    'العلامة المجوفة رقم تقريبي؛ وعلامات ✳ أرقام متضاربة في رد واحد، وهي معروضة كلها؛ والخط الرأسي المتقطع انقطاع: السنوات على جانبيه محسوبة بطريقتين مختلفتين.',
  pictureSource: (collection, day, position) =>
    `المصدر: ردود الحكومات، مجموعة البيانات ${collection}، كما وردت حتى ${day}، الموضع ${position}. Rapporteur.`,
  data: 'الأرقام في شكل بيانات',
  downloadAll: (format) => `تنزيل ${format}`,
  downloadOne: (format, name) => `تنزيل ${format}: ${name}`,
  failed: (what) => `تعذر الإنشاء: ${what}`,
  truncated: (shown) => `لا يُعرض سوى أول السلاسل، وعددها ${shown}.`,
  rates: {
    shownAs: 'العرض بوصفه',
    number: 'عددا',
    per: (per) => `لكل ${per} شخص`,
    unit: (unit, per) => `${unit} لكل ${per} شخص`,
    of: (rate, per) => `${rate} لكل ${per} شخص`,
    by: (figure, people, year, round) => `${figure} مقسوما على ${people} من السكان في ${year} (${round})`,
    none: 'لا معدل',
    noRate: (why) => `لا معدل (${why})`,
    noneCount: (n, why) => `بلا معدل: ${n} (${why})`,
    says: (name, n, per, first, last) =>
      n === 1
        ? `${name}: معدل واحد لكل ${per} شخص، ${first}`
        : `${name}: معدلات لكل ${per} شخص، عددها ${n}، من ${first} إلى ${last}`,
    saysNone: (name) => `${name}: لا يمكن حساب أي معدل`,
    drawn: (per) =>
      `لكل ${per} شخص: يُقسم كل رقم سنوي على عدد سكان الإقليم نفسه في السنة نفسها. وبين قوسين، وفي شكل خط رأسي رفيع، النطاق الدقيق الذي تتركه الصدفة (بواسون، 95\u00a0%)؛ والرقم المكتوب مثل «\u2066<5\u2069» يعطي نطاقا. ولا معدل لمجاميع عدة سنوات، ولا يُقسم شيء على عدد السكان في سنة أخرى.`,
    population: (source, licence, round) =>
      `عدد السكان المرفق بالبرنامج: \u2066${source} (${licence})\u2069، المنشور \u2066${round}\u2069.`,
    ownPopulation: (rounds) => `عدد السكان المستورد: ${rounds}.`,
    withoutRate: (n) => `ما لا معدل له: ${counted(n, figureForms)}`,
    incomplete: (n) => `لم يُطلب سوى أول المعدلات، وعددها ${n}. اختر جهات مجيبة أو مؤشرات أقل.`,
    reasons: {
      'not-one-year': 'ليس لسنة واحدة',
      conflicting: 'أرقام متضاربة',
      approximate: 'رقم تقريبي لا يُعرف هامشه',
      'no-number': 'لا رقم',
      'no-population': 'لا يُعرف عدد سكان هذا الإقليم في هذه السنة',
      'population-known-later': 'لم يكن عدد السكان معروفا آنذاك',
      'population-no-number': 'عدد السكان ليس رقما دقيقا',
    },
  },
  choices: {
    regions: 'المناطق',
    hint: 'اكتب اسما أو رمزا؛ الأسهم للتنقل، ومفتاح الإدخال للاختيار، وEsc للإغلاق.',
    none: 'لا يوجد اسم مطابق.',
    count: (n) =>
      counted(n, {
        zero: 'لا أسماء',
        one: 'اسم واحد',
        two: 'اسمان',
        few: '# أسماء',
        many: '# اسما',
        other: '# اسم',
      }),
    remove: (name) => `إزالة ${name}`,
    chosen: (name) => `المختار: ${name}`,
    figures: (n) => counted(n, figureForms),
    noFigures: 'لا أرقام',
    all: 'الكل',
    clear: 'اختيار الكل من جديد',
  },
  court: {
    intro:
      'القضايا وحالات القبض والملاحقات القضائية والإدانات لجهة مجيبة واحدة حسب السنة، والنسب بين أرقام السنة نفسها.',
    sameYear: 'نسب السنة نفسها، لا تتبع فوج واحد',
    sameYearNote:
      'رقما النسبة كلاهما من السنة نفسها. والمدانون في سنة ما ليسوا بالضرورة من لوحقوا قضائيا فيها، ولذلك فهذا ليس معدل نجاح القضايا، وقد يتجاوز 1.',
    ratios: {
      'arrests-per-case': 'حالات القبض لكل قضية',
      'prosecutions-per-arrest': 'الملاحقات القضائية لكل حالة قبض',
      'convictions-per-prosecution': 'الإدانات لكل ملاحقة قضائية',
    },
    ratioIs: (name, year, value) => `${name}، ${year} (السنة نفسها): ${value}`,
    noRatio: 'لا نسبة: المقسوم عليه صفر',
    numerator: 'المقسوم',
    denominator: 'المقسوم عليه',
    none: 'ليس لهذه الجهة المجيبة أرقام على الطريق من القضية إلى المحكمة في مجموعة البيانات هذه.',
    noRatios: 'لا يوجد بين هذه الأرقام رقمان من السنة نفسها.',
    step: 'المرحلة',
    from: (low) => `${low} أو أكثر`,
    upTo: (high) => `${high} أو أقل`,
    between: (low, high) => `من ${low} إلى ${high}`,
    unlimited: 'لا تحده الأرقام',
  },
};
