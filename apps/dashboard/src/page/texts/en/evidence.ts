/** The words of passages and pages of documents, in English. */

export const enEvidence = {
  inTheDocument: 'In the document',
  openDocument: 'Open the document',
  onPage: (page: number) => `page ${page}`,
  pageAsPicture: (page: number) => `Page ${page} of the document as a picture`,
  readByOcr: (confidence: number) => `read from its picture by OCR, confidence ${confidence} of 100`,
};
