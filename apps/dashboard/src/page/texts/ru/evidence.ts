/** The words of passages and pages of documents, in Russian. */
import type { enEvidence } from '../en/evidence.js';

export const ruEvidence: typeof enEvidence = {
  inTheDocument: 'В документе',
  openDocument: 'Открыть документ',
  onPage: (page) => `страница ${page}`,
  framedOn: (page) => `в рамке на странице ${page}`,
  pageAsPicture: (page) => `Страница ${page} документа в виде изображения`,
  readByOcr: (confidence) => `распознана по изображению, достоверность ${confidence} из 100`,
  pageSide: {
    asText: 'Текст',
    asPage: 'Страница',
    before: 'Предыдущая страница',
    next: 'Следующая страница',
    noSuchPage: (page) => `Страницы ${page} нет.`,
    draw: 'Обведите место рамкой мышью или клавишами: стрелки двигают её, Shift со стрелками меняет размер, Enter делает из неё показатель, g — вывод.',
    frame: (left, top, width, height) =>
      `Рамка: ${left} % слева, ${top} % сверху, ширина ${width} %, высота ${height} %`,
  },
  addLetter: {
    title: 'Добавить письмо',
    file: 'Файл (PDF, DOCX, ODT, RTF, TXT, HTML, EML, PNG, JPEG, TIFF)',
    ofRound: 'Цикл в целом',
    language: 'Язык, на котором читаются страницы-изображения',
    foundOut: 'не указан: определяется при чтении',
    add: 'Добавить',
    reading: 'Письмо сохраняется и читается; на страницу скана уходит несколько секунд.',
  },
};
