/** The process that draws one page of a document, or counts its pages: asked by a message, it answers by one and ends. */
import { isPicture } from '../media-type.js';
import type { Problem } from '../run-process.js';
import { UnreadableDocument } from '../unreadable-document.js';
import { countPages, drawPdfPage, drawPicture, type Drawn } from './draw-page.js';
import type { Asked, Counted } from './draw-in-process.js';
import { openPdf } from './open-pdf.js';

/** Wide enough to read a page of A4 on a screen. */
const drawing = { longest: 1600, grey: false };

async function draw({ path, kind, page }: Asked): Promise<Drawn | Counted> {
  if (isPicture(kind)) {
    const pages = await countPages(path);
    if (page === undefined) return { pages };
    needPage(page, pages);
    return drawPicture(path, page, drawing);
  }
  const pdf = await openPdf(path);
  if (page === undefined) return { pages: pdf.numPages };
  needPage(page, pdf.numPages);
  return drawPdfPage(pdf, page, drawing);
}

function needPage(page: number, pages: number): void {
  const count = pages === 1 ? 'one page' : `${pages} pages`;
  if (page > pages) throw new UnreadableDocument('no-such-page', `The document has ${count}.`);
}

process.once('message', (request: Asked) => {
  draw(request).then(answer, (error: Error) =>
    answer({
      problem: {
        code: error instanceof UnreadableDocument ? error.code : 'damaged',
        message: error.message.slice(0, 500),
      },
    }),
  );
});

const answer = (answered: Drawn | Counted | Problem) => process.send!(answered, () => process.exit(0));
