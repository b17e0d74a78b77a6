/** The words of passages and pages of documents, in French. */
import type { enEvidence } from '../en/evidence.js';

export const frEvidence: typeof enEvidence = {
  inTheDocument: 'Dans le document',
  openDocument: 'Ouvrir le document',
  onPage: (page) => `page ${page}`,
  pageAsPicture: (page) => `Page ${page} du document, en image`,
  readByOcr: (confidence) =>
    `lue sur son image par reconnaissance de caractères, fiabilité ${confidence} sur 100`,
};
