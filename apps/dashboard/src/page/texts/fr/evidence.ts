/** The words of passages and pages of documents, in French. */
import type { enEvidence } from '../en/evidence.js';

export const frEvidence: typeof enEvidence = {
  inTheDocument: 'Dans le document',
  openDocument: 'Ouvrir le document',
  onPage: (page) => `page ${page}`,
  framedOn: (page) => `encadré à la page ${page}`,
  pageAsPicture: (page) => `Page ${page} du document, en image`,
  readByOcr: (confidence) =>
    `lue sur son image par reconnaissance de caractères, fiabilité ${confidence} sur 100`,
  pageSide: {
    asText: 'Texte',
    asPage: 'Page',
    before: 'Page précédente',
    next: 'Page suivante',
    noSuchPage: (page) => `Il n’y a pas de page ${page}.`,
    draw: 'Tracez un cadre autour de l’endroit à la souris ou au clavier\u00a0: les flèches le déplacent, Maj et les flèches en changent la taille, Entrée en fait un chiffre, g une constatation.',
    frame: (left, top, width, height) =>
      `Cadre\u00a0: à ${left} % du bord gauche et ${top} % du haut, ${width} % de large, ${height} % de haut`,
  },
  addLetter: {
    title: 'Ajouter une lettre',
    file: 'Fichier (PDF, DOCX, ODT, RTF, TXT, HTML, EML, PNG, JPEG, TIFF)',
    ofRound: 'Le cycle dans son ensemble',
    language: 'Langue dans laquelle sont lues les pages en image',
    foundOut: 'non précisée\u00a0: elle est déterminée à la lecture',
    add: 'Ajouter',
    reading:
      'Enregistrement et lecture en cours\u00a0; un document numérisé prend quelques secondes par page.',
  },
};
