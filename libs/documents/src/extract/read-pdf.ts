/** The text of a PDF, line by line as it stands on its pages; nothing in it is run. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Line } from './assemble.js';
import { UnreadableDocument } from './unreadable-document.js';

/** A reply has some ten pages, a report some hundred. */
const mostPages = 2000;

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Errors: UnreadableDocument; those of the disk. */
export async function readPdf(path: string): Promise<Line[]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    // The letters of Chinese and Arabic fonts that are not in the file are told by these tables.
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await loading.promise.catch((error: Error) => {
    if (error.name === 'PasswordException')
      throw new UnreadableDocument('encrypted', 'The PDF is protected by a password: send it without one.');
    throw new UnreadableDocument('damaged', `The PDF is damaged or cut off: ${error.message}`);
  });
  if (pdf.numPages > mostPages)
    throw new UnreadableDocument('too-large', `The PDF has ${pdf.numPages} pages, over ${mostPages}.`);
  const pages: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(toLines((await page.getTextContent()).items));
    page.cleanup();
  }
  return withoutRunningHeads(pages).flatMap((lines, i) => lines.map((text) => ({ text, page: i + 1 })));
}

/** What pdf.js gives of a piece of text; other items are marks without one. */
interface Piece {
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly height?: number;
  readonly transform?: readonly number[];
}

/** A piece that stands so much higher or lower than the one before, in its own heights, begins a line. */
const nextLine = 0.6;

/** Radicals and shapes of letters that fonts have beside the letters themselves: they are told as the letters. */
const shapes = /[\u2e80-\u2fdf\uf900-\ufaff\ufb50-\ufdff\ufe70-\ufefc]/g;

function toLines(items: readonly object[]): string[] {
  const lines: string[] = [''];
  let last: Piece | undefined;
  for (const item of items as readonly Piece[]) {
    if (item.str === undefined) continue;
    const y = item.transform?.[5] ?? 0;
    const height = item.height || last?.height || 10;
    const isBelow = last !== undefined && Math.abs((last.transform?.[5] ?? 0) - y) > height * nextLine;
    if (isBelow && item.str.trim() !== '' && lines.at(-1) !== '') lines.push('');
    lines[lines.length - 1] += item.str.replace(shapes, (char) => char.normalize('NFKC'));
    if (item.hasEOL) lines.push('');
    if (item.str.trim() !== '') last = item;
  }
  return lines;
}

/** How many lines at the top and at the foot of a page may be its running head. */
const atEdge = 2;

/** Lines at the edges of pages that say the same on three pages or more, but for their digits: numbers of pages, symbols. */
function withoutRunningHeads(pages: readonly string[][]): string[][] {
  const shape = (line: string) =>
    line
      .replace(/\p{Nd}+/gu, '#')
      .replace(/\s+/g, ' ')
      .trim();
  const filled = pages.map((lines) => lines.filter((line) => line.trim() !== ''));
  const counts = new Map<string, number>();
  for (const lines of filled)
    for (const one of new Set([...lines.slice(0, atEdge), ...lines.slice(-atEdge)].map(shape)))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  // A line with a number and its dot begins a paragraph, and is never left out.
  const isHead = (line: string) => {
    const said = shape(line);
    return /^[#\s-]+$/.test(said) || ((counts.get(said) ?? 0) >= 3 && !/^(?:§ ?)?#[.)．、]/.test(said));
  };
  return filled.map((lines) =>
    lines.filter((line, i) => !((i < atEdge || i >= lines.length - atEdge) && isHead(line))),
  );
}
