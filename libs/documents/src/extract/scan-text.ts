/** Reads the text of a document whose pages are pictures, all or some of them. It runs in a process of its own. */
import { isPicture, type Media } from '../media-type.js';
import { countPages, drawPdfPage, drawPicture } from '../pictures/draw-page.js';
import { openPdf } from '../pictures/open-pdf.js';
import type { ScanLanguage } from '../scan/languages.js';
import { scanPages, type PageToScan, type ScanLimits, type ScannedPages } from '../scan/scan-pages.js';
import { UnreadableDocument } from '../unreadable-document.js';
import type { ReadText } from './assemble.js';
import type { Line } from './line.js';
import { saysNothing, toText } from './extract-text.js';
import { toPageLines } from './page-rows.js';
import { readOpenPdf } from './read-pdf.js';

/** A4 at 200 dots per inch: with more, the OCR reads fewer figures of Arabic right (measured), and takes longer. */
const forScan = { longest: 2400, grey: true };

/**
 * In: the path of a picture or PDF; the language if it is told; the limits. Out: its text, with that of the pages that are
 * pictures. Errors: UnreadableDocument where no page has any; those of the disk.
 */
export async function scanText(
  path: string,
  kind: Media,
  language: ScanLanguage | undefined,
  limits: ScanLimits,
): Promise<ReadText> {
  if (isPicture(kind)) {
    const pages = Array.from({ length: await countPages(path) }, (_, i): PageToScan => ({
      page: i + 1,
      draw: () => drawPicture(path, i + 1, forScan),
    }));
    const scanned = await scanPages(pages, language, limits);
    const lines = [...scanned.lines].flatMap(([page, some]) =>
      toPageLines(some).map((line): Line => ({ ...line, page })),
    );
    return withScan(lines, scanned);
  }
  const pdf = await openPdf(path);
  const { pictures } = await readOpenPdf(pdf);
  const pages = pictures.map((page): PageToScan => ({ page, draw: () => drawPdfPage(pdf, page, forScan) }));
  const scanned = await scanPages(pages, language, limits);
  return withScan((await readOpenPdf(pdf, scanned.lines)).lines, scanned);
}

function withScan(lines: readonly Line[], { scan }: ScannedPages): ReadText {
  const read = toText(lines, scan.language);
  if (read) return { ...read, text: { ...read.text, scan } };
  const first = scan.unread[0];
  if (!first) throw saysNothing();
  throw new UnreadableDocument(first.code, `Page ${first.page} is a picture. ${first.message}`);
}
