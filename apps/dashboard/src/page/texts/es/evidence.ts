/** The words of passages and pages of documents, in Spanish. */
import type { enEvidence } from '../en/evidence.js';

export const esEvidence: typeof enEvidence = {
  inTheDocument: 'En el documento',
  openDocument: 'Abrir el documento',
  onPage: (page) => `página ${page}`,
  framedOn: (page) => `enmarcado en la página ${page}`,
  pageAsPicture: (page) => `Página ${page} del documento como imagen`,
  readByOcr: (confidence) =>
    `leída de su imagen por reconocimiento de caracteres, fiabilidad ${confidence} de 100`,
  pageSide: {
    asText: 'Texto',
    asPage: 'Página',
    before: 'Página anterior',
    next: 'Página siguiente',
    noSuchPage: (page) => `No hay página ${page}.`,
    draw: 'Trace un marco alrededor del lugar con el ratón o con las teclas: las flechas lo mueven, Mayús y las flechas cambian su tamaño, Intro hace de él una cifra, g una constatación.',
    frame: (left, top, width, height) =>
      `Marco: a ${left} % de la izquierda y ${top} % de arriba, ${width} % de ancho, ${height} % de alto`,
  },
  addLetter: {
    title: 'Añadir una carta',
    file: 'Archivo (PDF, DOCX, ODT, RTF, TXT, HTML, EML, PNG, JPEG, TIFF)',
    ofRound: 'La ronda en su conjunto',
    language: 'Idioma en que se leen las páginas que son imágenes',
    foundOut: 'no se indica: se averigua al leer',
    add: 'Añadir',
    reading: 'Se está guardando y leyendo; un documento escaneado tarda unos segundos por página.',
  },
};
