/** The words of drafts on the workbench, in Arabic. */
import type { enDrafts } from '../en/drafts.js';

export const arDrafts: typeof enDrafts = {
  title: 'مراجعة ثانية',
  ask: 'طلب مراجعة ثانية',
  whom: 'ممن (الاسم المعروف به هنا؛ إن تُرك فارغا: أي شخص يحق له ترميز هذه الرسالة)',
  asked: (by, at) => `طلب ${by} مراجعة ثانية، ${at}.`,
  askedOf: (by, whom, at) => `طلب ${by} من ${whom} مراجعة ثانية، ${at}.`,
  own: 'أنت من رمّز هذه المسودة: يراجعها شخص آخر.',
  remarks: 'ملاحظات (يمكن تركها فارغة)',
  looked: 'لقد راجعتها',
  lookedBy: (by, at) => `راجعها ${by}، ${at}.`,
  said: 'ملاحظات',
  changedSince: 'تغيّر شيء منذ ذلك الحين: لا تشمله المراجعة.',
  again: 'طلبها مرة أخرى',
  unlooked: 'إرسالها بلا مراجعة ثانية',
  waits: 'تنتظر مراجعة ثانية',
  isCoding: (name) => `قيد الترميز: ${name}`,
  codedBy: 'رمّزه',
  reviewedBy: 'راجعه',
};
