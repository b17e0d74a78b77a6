/** The words of passages and pages of documents, in Arabic. */
import type { enEvidence } from '../en/evidence.js';

export const arEvidence: typeof enEvidence = {
  inTheDocument: 'في الوثيقة',
  openDocument: 'فتح الوثيقة',
  onPage: (page) => `الصفحة ${page}`,
  framedOn: (page) => `داخل الإطار في الصفحة ${page}`,
  pageAsPicture: (page) => `صورة الصفحة ${page} من الوثيقة`,
  readByOcr: (confidence) => `قُرئت من صورتها بالتعرف الضوئي على الحروف، بدرجة ثقة ${confidence} من 100`,
  pageSide: {
    asText: 'النص',
    asPage: 'الصفحة',
    before: 'الصفحة السابقة',
    next: 'الصفحة التالية',
    noSuchPage: (page) => `لا توجد صفحة ${page}.`,
    draw: 'ارسم إطارا حول الموضع بالفأرة أو بالمفاتيح: الأسهم تحركه، وShift مع الأسهم تغيّر حجمه، وEnter يجعل منه رقما، وg استنتاجا.',
    frame: (left, top, width, height) =>
      `الإطار: ${left} في المائة من اليسار، و${top} في المائة من الأعلى، وعرضه ${width} في المائة، وارتفاعه ${height} في المائة`,
  },
  addLetter: {
    title: 'إضافة رسالة',
    file: 'الملف (PDF أو DOCX أو ODT أو RTF أو TXT أو HTML أو EML أو PNG أو JPEG أو TIFF)',
    ofRound: 'الجولة ككل',
    language: 'اللغة التي تُقرأ بها الصفحات المصورة',
    foundOut: 'غير محددة: تُعرف عند القراءة',
    add: 'إضافة',
    reading: 'يجري الحفظ والقراءة؛ تستغرق كل صفحة ممسوحة ضوئيا بضع ثوان.',
  },
};
