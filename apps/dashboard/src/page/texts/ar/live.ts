/** The words about events that arrive, and about a lost connection, in Arabic. */
import { countedIn } from '../counted.js';
import type { enLive } from '../en/live.js';
import { eventForms, figureForms, findingForms } from './forms.js';

const counted = countedIn('ar');

export const arLive: typeof enLive = {
  news: 'ما ورد حديثا',
  clearNews: 'مسح',
  showNow: 'عرض المعروف اليوم',
  position: (position) => `الموضع ${position}`,
  newsInPast: (n, when) => `ورد حديثا: ${counted(n, eventForms)}. ويظل المعروض كما كان (${when}).`,
  manyArrived: (n) => `ورد معا: ${counted(n, eventForms)}؛ والمعروض يشمل ذلك.`,
  arrived(type, who) {
    switch (type) {
      case 'RoundOpened':
        return `فُتحت الجولة ${who}.`;
      case 'ReplyCorrected':
        return `تصويب من ${who}:`;
      case 'ReplyReplaced':
        return `رد جديد بدلا من السابق من ${who}:`;
      case 'ReplyWithdrawn':
        return `سُحب الرد المقدم من ${who}:`;
      case 'ChangeUndone':
        return `أُلغي استيراد يخص ${who}:`;
      case 'WordDecided':
        return `تقرر معنى كلمة في ملفات ${who}.`;
      case 'DocumentReceived':
        return `وردت وثيقة من ${who}.`;
      case 'EvidenceAttached':
        return `رُبطت أرقام ${who} بنصها في إحدى الوثائق.`;
      case 'DocumentRemoved':
        return 'حُجبت إحدى الوثائق.';
      default:
        return `رد من ${who}:`;
    }
  },
  moreFigures: (n) => `إضافة إلى ${counted(n, { ...figureForms, two: 'رقمين' })}`,
  findingsChanged: (n) => counted(n, findingForms),
  changedNothing: 'لا يتغير بذلك أي رقم في الجداول',
  receivedThen: (day) => `ورد في ${day}`,
  badParameters: (list: string) => `لا يمكن استخدام هذه القيم الواردة في العنوان: \u2066${list}\u2069.`,
  limits: {
    'unknown-round': 'لا توجد هذه الجولة.',
    'unknown-event': 'لا يوجد حدث في هذا الموضع.',
    'unknown-observation': 'لا يوجد هذا الرقم.',
    'unknown-document': 'لا توجد هذه الوثيقة.',
    'position-not-reached': 'لم تصل الجداول بعد إلى هذا الموضع.',
    'too-many-requests': 'طلباتك في هذه الدقيقة كثيرة جدا. انتظر دقيقة ثم أعد ما فعلت: لا يضيع شيء.',
    'too-many-sign-ins': 'أخفقت محاولات كثيرة لتسجيل الدخول من عنوانك. انتظر دقيقة ثم حاول مرة أخرى.',
  },
  unread: (what) =>
    `يتضمن العنوان ${what}، وهو ما لا تعرفه هذه الصفحة، فالمعروض لا يأخذه في الحسبان. تحقق من كتابته.`,
  noLiveYet: 'لا يمكن تلقي المستجدات من الخادوم. تعيد الصفحة المحاولة من تلقاء نفسها.',
  liveLost: (position) =>
    `انقطع الاتصال بالخادوم: كان المعروض صحيحا عند ${position}. تحقق من أنه يعمل (\u2066npm\u00a0start\u2069)؛ وتستأنف الصفحة من تلقاء نفسها ولا يفوتها شيء.`,
  degraded: (n) =>
    `تعذر إدخال ما يلي في الجداول: ${counted(n, eventForms)}، ولذلك قد تنقص أرقام. ويرى المسؤول عن الخادوم تفاصيلها بالأمر: npm run dead-letters list.`,
};
