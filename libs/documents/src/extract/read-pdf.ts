/** The text of a PDF, line by line as it stands on its pages, and which of its pages are pictures. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { openPdf } from '../pictures/open-pdf.js';
import type { Line } from './line.js';
import { toPageLines } from './page-rows.js';
import { toPdfLines } from './pdf-lines.js';

export interface PdfText {
  readonly lines: Line[];
  /** Pages without text on which something is drawn, from 1: scans. */
  readonly pictures: readonly number[];
}

/** A page with fewer letters has no text of its own: a stamp of a fax, or the number of a page, over a scan. */
const leastLetters = 30;

/** In: the path of a PDF. Errors: UnreadableDocument; those of the disk. */
export const readPdf = async (path: string): Promise<PdfText> => readOpenPdf(await openPdf(path));

/** In: a PDF; lines of pages that were read from their pictures, which count instead of the page's own. */
export async function readOpenPdf(
  pdf: PDFDocumentProxy,
  scanned: ReadonlyMap<number, readonly Line[]> = new Map(),
): Promise<PdfText> {
  const pages: Line[][] = [];
  const pictures: number[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const lines = toPdfLines((await page.getTextContent()).items, page.getViewport({ scale: 1 }));
    const read = scanned.get(number);
    if (read) pages.push([...read]);
    else pages.push(lines);
    if (isGarbled(lines) || (isBare(lines) && (await isDrawnOn(page)))) pictures.push(number);
    page.cleanup();
  }
  const lines = withoutRunningHeads(pages).flatMap((some, i) =>
    toPageLines(some).map((line): Line => ({ ...line, page: i + 1 })),
  );
  return { lines, pictures };
}

const isBare = (lines: readonly Line[]) =>
  lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0) < leastLetters;

/**
 * Whether Arabic words have come apart: some programs write the letters of a font without saying which word they are of. In
 * Arabic hardly a word has one letter.
 */
function isGarbled(lines: readonly Line[]): boolean {
  const words = lines.flatMap(({ text }) => text.match(/[\p{Script=Arabic}\p{M}]+/gu) ?? []);
  return words.length >= 20 && words.filter(({ length }) => length === 1).length > words.length / 4;
}

/** Whether there is a picture on a page, or letters that are drawn as lines. */
async function isDrawnOn(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const drawing = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.constructPath,
  ]);
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((fn) => drawing.has(fn));
}

/** How many lines at the top and at the foot of a page may be its running head. */
const atEdge = 2;

/** Lines at the edges of pages that say the same on three pages or more, but for their digits: numbers of pages, symbols. */
function withoutRunningHeads(pages: readonly Line[][]): Line[][] {
  const shape = ({ text }: Line) =>
    text
      .replace(/\p{Nd}+/gu, '#')
      .replace(/\s+/g, ' ')
      .trim();
  const filled = pages.map((lines) => lines.filter(({ text }) => text.trim() !== ''));
  const counts = new Map<string, number>();
  for (const lines of filled)
    for (const one of new Set([...lines.slice(0, atEdge), ...lines.slice(-atEdge)].map(shape)))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  // A line with a number and its dot begins a paragraph, and is never left out.
  const isHead = (line: Line) => {
    const said = shape(line);
    return (
      /^[-–\s]*#(?:\s?[-–/]\s?#)?[-–\s]*$/.test(said) ||
      ((counts.get(said) ?? 0) >= 3 && !/^(?:§ ?)?#[.)．、]/.test(said))
    );
  };
  return filled.map((lines) =>
    lines.filter((line, i) => !((i < atEdge || i >= lines.length - atEdge) && isHead(line))),
  );
}
