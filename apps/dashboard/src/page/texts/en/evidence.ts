/** The words of passages and pages of documents, in English. */

export const enEvidence = {
  inTheDocument: 'In the document',
  openDocument: 'Open the document',
  onPage: (page: number) => `page ${page}`,
  framedOn: (page: number) => `framed on page ${page}`,
  pageAsPicture: (page: number) => `Page ${page} of the document as a picture`,
  readByOcr: (confidence: number) => `read from its picture by OCR, confidence ${confidence} of 100`,
  pageSide: {
    asText: 'Text',
    asPage: 'Page',
    before: 'Page before',
    next: 'Next page',
    noSuchPage: (page: number) => `There is no page ${page}.`,
    draw: 'Draw a frame around the place with the mouse, or with keys: the arrows move it, Shift and the arrows change its size, Enter makes a figure of it, g a finding.',
    frame: (left: string, top: string, width: string, height: string) =>
      `Frame: ${left} % from the left, ${top} % from the top, ${width} % wide, ${height} % high`,
  },
  addLetter: {
    title: 'Add a letter',
    file: 'File (PDF, DOCX, ODT, RTF, TXT, HTML, EML, PNG, JPEG, TIFF)',
    ofRound: 'The round as a whole',
    language: 'Language in which pages that are pictures are read',
    foundOut: 'not said: it is found out',
    add: 'Add',
    reading: 'Being stored and read; a scan takes some seconds a page.',
  },
};
