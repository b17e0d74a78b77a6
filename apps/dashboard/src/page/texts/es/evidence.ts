/** The words of passages and pages of documents, in Spanish. */
import type { enEvidence } from '../en/evidence.js';

export const esEvidence: typeof enEvidence = {
  inTheDocument: 'En el documento',
  openDocument: 'Abrir el documento',
  onPage: (page) => `página ${page}`,
  pageAsPicture: (page) => `Página ${page} del documento como imagen`,
  readByOcr: (confidence) =>
    `leída de su imagen por reconocimiento de caracteres, fiabilidad ${confidence} de 100`,
};
