/** The words of the overview, in Arabic. */
import { countedIn } from '../counted.js';
import type { enOverview } from '../en/overview.js';
import { figureForms, findingForms, stateForms } from './forms.js';

const counted = countedIn('ar');

export const arOverview: typeof enOverview = {
  what: 'ما تقوله الحكومات عن الاتجار بالأشخاص عندما تسألها الأمم المتحدة: أرقام واستنتاجات، كل منها مع الرد والفقرة اللذين أُخذ منهما، كما كانت معروفة في أي يوم.',
  search: 'البحث عن دولة أو مؤشر أو موضوع أو رمز وثيقة',
  searchHint: 'بأي من اللغات الست؛ ولا تضر الأخطاء الإملائية. الأسهم للاختيار، ومفتاح الإدخال للفتح.',
  nothingFound: (typed) => `لا شيء يسمى «${typed}». جرِّب جزءا من الاسم، أو اختر قسما من الأقسام أعلاه.`,
  found: (n) =>
    counted(n, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجة',
      other: '# نتيجة',
    }),
  kinds: {
    respondent: 'دولة أو منظمة',
    region: 'منطقة',
    indicator: 'مؤشر',
    topic: 'موضوع',
    collection: 'مجموعة بيانات',
    round: 'جولة',
  },
  collections: 'ما يوجد هنا',
  respondents: (n) =>
    counted(n, {
      zero: 'لا دول ولا منظمات',
      one: 'دولة أو منظمة واحدة',
      two: 'اثنتان من الدول والمنظمات',
      few: '# من الدول والمنظمات',
      many: '# من الدول والمنظمات',
      other: '# من الدول والمنظمات',
    }),
  figures: (n) => counted(n, figureForms),
  findings: (n) => counted(n, findingForms),
  years: (first, last) => (first === last ? first : `من ${first} إلى ${last}`),
  latest: (title, day) => `الأحدث: ${title}${day ? `، كما ورد حتى ${day}` : '، ولا رد بعد'}`,
  toTrends: 'الأرقام على مر السنين',
  toRound: 'من ردوا',
  toFindings: 'الاستنتاجات',
  questions: 'ثلاثة أسئلة تجيب عنها الردود',
  reported: (name) => `${name}: كم عدد القضايا وحالات القبض والملاحقات القضائية المبلغ عنها؟`,
  directions: 'في أي الدول تزداد الإدانات أو تنخفض؟',
  directionsOf: (source) => `الأشخاص المدانون، ${source}: الدول حسب اتجاه أرقامها السنوية`,
  rising: 'في ازدياد',
  falling: 'في انخفاض',
  noTrend: 'لا اتجاه يُعتد به إحصائيا',
  rangesDecide: 'تتوقف النتيجة على نطاقات',
  tooFew: 'الأرقام أقل من أن تسمح بالحكم',
  measures: 'ماذا تقول معظم الدول إنها تفعل؟',
  measuresOf: (source) => `المواضيع حسب عدد الدول التي أبلغت عنها، ${source}`,
  states: (n) => counted(n, stateForms),
  seeAll: 'عرض الكل',
};
