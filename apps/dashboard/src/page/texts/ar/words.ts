/** The words of deciding what words of files mean, and of taking an import back, in Arabic. */
import { countedIn } from '../counted.js';
import type { enWords } from '../en/words.js';
import { arReasons } from './reasons.js';
import { numberForms, rowForms, wordForms } from './forms.js';

const counted = countedIn('ar');
const number = (n: number) => counted(n, numberForms);

export const arWords: typeof enWords = {
  title: 'الكلمات المعلقة',
  none: 'لا توجد في مجموعة البيانات هذه كلمة تنتظر البت فيها.',
  noCollection: 'اختر مجموعة بيانات أعلاه أو استورد ملفا: يُسأل هنا عن الكلمات التي لا يعرفها أحد.',
  waiting: (n) => `ما ينتظر البت: ${counted(n, wordForms)}.`,
  firstOnly: (shown) => `يُسأل عن أول الكلمات، وعددها ${shown}؛ وعن البقية بعد حفظ هذه.`,
  region: 'البت في الكلمات',
  place: (at, of) => `${at} من ${of}`,
  dimensions: {
    respondent: 'الجهة المجيبة',
    indicator: 'المؤشر',
    break: 'انقطاع السلسلة',
    breakdown: 'التصنيف',
  },
  breakCodes: { break: 'تبدأ طريقة جديدة للعد', 'no-break': 'العد كما كان' },
  blank: '(فراغ)',
  rows: (n) => `ما ينتظر مع أرقامه: ${counted(n, rowForms)}`,
  inColumn: (name) => `في العمود «${name}»`,
  sample: (row) => `الصف ${row}`,
  proposals: 'ما قد تعنيه',
  noProposal: 'لا شيء معروفا يقاربها.',
  reasons: arReasons,
  other: 'رمز آخر',
  otherTitle: 'الرمز',
  total: 'المجموع',
  notCode: 'ليست رمزا: تُرفض صفوفها',
  later: 'فيما بعد',
  undo: 'التراجع عن الأخير',
  keys: 'المفاتيح 1–9 لأخذ أحد المقترحات، ومفتاح الإدخال لأولها، وc لرمز آخر، وt للمجموع، وn إذا لم تكن رمزا، وl للتأجيل، وu للتراجع عن الأخير، والأسهم للتنقل، وs للحفظ.',
  said: (what) => `تقرر: ${what}`,
  saidLater: 'أُرجئت',
  noSuchProposal: (n) => `لا يوجد مقترح رقمه ${n}.`,
  noTotal: 'لا يمكن أن تكون هذه هي المجموع.',
  nothingToUndo: 'لم يتقرر شيء بعد.',
  wasLast: 'كانت هذه آخر كلمة.',
  decided: (n) =>
    `ما لم يُحفظ بعد: ${counted(n, {
      zero: 'لا قرارات',
      one: 'قرار واحد',
      two: 'قراران',
      few: '# قرارات',
      many: '# قرارا',
      other: '# قرار',
    })}.`,
  store: (n) => `حفظ (${n})`,
  storing: 'يجري الحفظ…',
  following: 'يجري إدخال الصفوف…',
  came: (came, refused, waiting) =>
    `الصفوف التي دخلت: ${number(came)}؛ المرفوضة: ${refused}؛ التي لا تزال معلقة: ${waiting}.`,
  problem: (round) => `لا تتبع الجولة ${round} القرارات: `,
  goOn: 'المتابعة مع البقية',
  standing: (n) => `ما تقرر حتى الآن (${n})`,
  word: 'الكلمة',
  meaning: 'المعنى',
  by: 'صاحب القرار',
  askAnew: 'السؤال من جديد',
  undoTitle: 'التراجع عن استيراد',
  undoIntro:
    'يُلغى آخر استيراد في الجولة دفعة واحدة: يصبح كل شيء من اليوم كأنه لم يرد. وتظل الأيام السابقة تعرضه.',
  undoRound: 'الجولة',
  undoNoRounds: 'لا توجد جولة لمجموعة البيانات هذه. استورد ملفا أولا.',
  undoReason: 'السبب، كما يُحفظ في أحداثه',
  undoShow: 'عرض ما يُلغى بذلك',
  undoWhat: (name, events, respondents) =>
    `«${name}»: الأحداث التي لا تعود محسوبة: ${number(events)}؛ الجهات المجيبة: ${number(respondents)}.`,
  undoChanged: (names) => `غُيرت ردود يدويا بعد ذلك، ويُلغى ذلك أيضا: ${names}.`,
  undoMeant: 'يجوز إلغاء هذه التغييرات أيضا',
  undo2: 'إلغاء الاستيراد',
  undoReasonNeeded: 'اذكر السبب أولا.',
  undone: (name) => `أُلغي استيراد «${name}».`,
};
