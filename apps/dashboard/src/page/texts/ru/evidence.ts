/** The words of passages and pages of documents, in Russian. */
import type { enEvidence } from '../en/evidence.js';

export const ruEvidence: typeof enEvidence = {
  inTheDocument: 'В документе',
  openDocument: 'Открыть документ',
  onPage: (page) => `страница ${page}`,
  pageAsPicture: (page) => `Страница ${page} документа в виде изображения`,
  readByOcr: (confidence) => `распознана по изображению, достоверность ${confidence} из 100`,
};
