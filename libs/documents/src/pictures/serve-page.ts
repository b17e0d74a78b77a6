/** The process that draws one page of a document: asked by a message, it answers by one and ends. */
import { isPicture } from '../media-type.js';
import type { Problem } from '../run-process.js';
import { UnreadableDocument } from '../unreadable-document.js';
import { countPages, drawPdfPage, drawPicture, type Drawn } from './draw-page.js';
import type { PageRequest } from './draw-in-process.js';
import { openPdf } from './open-pdf.js';

/** Wide enough to read a page of A4 on a screen. */
const drawing = { longest: 1600, grey: false };

async function draw({ path, kind, page }: PageRequest): Promise<Drawn> {
  if (isPicture(kind)) {
    needPage(page, await countPages(path));
    return drawPicture(path, page, drawing);
  }
  const pdf = await openPdf(path);
  needPage(page, pdf.numPages);
  return drawPdfPage(pdf, page, drawing);
}

function needPage(page: number, pages: number): void {
  if (page > pages) throw new UnreadableDocument('no-such-page', `The document has ${pages} pages.`);
}

process.once('message', (request: PageRequest) => {
  draw(request).then(answer, (error: Error) =>
    answer({
      problem: {
        code: error instanceof UnreadableDocument ? error.code : 'damaged',
        message: error.message.slice(0, 500),
      },
    }),
  );
});

const answer = (answered: Drawn | Problem) => process.send!(answered, () => process.exit(0));
