/** The words of passages and pages of documents, in Arabic. */
import type { enEvidence } from '../en/evidence.js';

export const arEvidence: typeof enEvidence = {
  inTheDocument: 'في الوثيقة',
  openDocument: 'فتح الوثيقة',
  onPage: (page) => `الصفحة ${page}`,
  pageAsPicture: (page) => `صورة الصفحة ${page} من الوثيقة`,
  readByOcr: (confidence) => `قُرئت من صورتها بالتعرف الضوئي على الحروف، بدرجة ثقة ${confidence} من 100`,
};
