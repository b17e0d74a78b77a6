/** Opens a PDF; nothing in it is run, and nothing is loaded from elsewhere. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { UnreadableDocument } from '../unreadable-document.js';

/** A reply has some ten pages, a report some hundred. */
const mostPages = 2000;
/** Pictures in a PDF that have more pixels are not drawn: a page of A3 at 600 dots per inch has 70 million. */
export const mostPixels = 100_000_000;

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Errors: UnreadableDocument; those of the disk. */
export async function openPdf(path: string): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    // The letters of Chinese and Arabic fonts that are not in the file are told by these tables.
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    // JBIG2 and JPEG 2000, which scanners write.
    wasmUrl: join(folder, 'wasm/'),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: mostPixels,
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await loading.promise.catch((error: Error) => {
    if (error.name === 'PasswordException')
      throw new UnreadableDocument('encrypted', 'The PDF is protected by a password: send it without one.');
    throw new UnreadableDocument('damaged', `The PDF is damaged or cut off: ${error.message}`);
  });
  if (pdf.numPages > mostPages)
    throw new UnreadableDocument('too-large', `The PDF has ${pdf.numPages} pages, over ${mostPages}.`);
  return pdf;
}
