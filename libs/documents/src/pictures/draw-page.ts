/** Draws a page of a document as a picture: of a PDF, a PNG, a JPEG, or a TIFF of several pages. */
import sharp, { type Sharp } from 'sharp';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { eraseRules } from './erase-rules.js';
import { UnreadableDocument } from '../unreadable-document.js';
import { mostPixels } from './open-pdf.js';

export interface Drawn {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
  /** Nothing is on it. */
  readonly isBlank: boolean;
}

/** How a page is drawn: `longest` side in pixels; `grey` for an OCR, which needs no colours. */
export interface Drawing {
  readonly longest: number;
  readonly grey: boolean;
}

/** Small pictures are not made larger than this many times: there is no more in them. */
const mostEnlarged = 2;

/**
 * The longer side of a page in black and white alone, for an OCR (pixels): at 2400 it loses the dots after the numbers of
 * paragraphs in Arabic; enlarged, the steps of the letters become slopes of grey. Measured in docs/documents.md.
 */
const forFax = 3500;

/** In: a PDF and a page of it, from 1. Errors: UnreadableDocument. */
export async function drawPdfPage(pdf: PDFDocumentProxy, number: number, drawing: Drawing): Promise<Drawn> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = drawing.longest / Math.max(width, height);
  if (!Number.isFinite(scale) || Math.min(width, height) * scale < 1)
    throw new UnreadableDocument('damaged', 'The page has no size.');
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  // The canvas is one of pdf.js's own in Node, whatever its types say.
  await page.render({ canvas: canvas as never, viewport, background: '#fff' }).promise;
  page.cleanup();
  // A copy, since the memory of a canvas goes with it.
  const raw = { width: canvas.width, height: canvas.height, channels: 4 as const };
  return toPng(sharp(Buffer.from(canvas.data()), { raw }), drawing);
}

/** How many pages a picture has: a TIFF may have several. Errors: UnreadableDocument. */
export async function countPages(path: string): Promise<number> {
  const { pages } = await sharp(path, reading).metadata().catch(refuse);
  return pages ?? 1;
}

/** In: the path of a PNG, JPEG or TIFF, and a page of it, from 1. Errors: UnreadableDocument. */
export async function drawPicture(path: string, number: number, drawing: Drawing): Promise<Drawn> {
  const picture = sharp(path, { ...reading, page: number - 1 });
  const { width, height, bitsPerSample } = await picture.metadata().catch(refuse);
  if (width * height > mostPixels)
    throw new UnreadableDocument(
      'too-large',
      `The picture has ${width} times ${height} pixels, over ${mostPixels / 1_000_000} million.`,
    );
  const wanted = bitsPerSample === 1 && drawing.grey ? Math.max(drawing.longest, forFax) : drawing.longest;
  const longest = Math.min(wanted, Math.max(width, height) * mostEnlarged);
  // As the camera was held; a see-through ground is paper.
  const upright = picture.autoOrient().flatten({ background: '#fff' });
  return toPng(upright.resize(longest, longest, { fit: 'inside' }), drawing).catch(refuse);
}

const reading = { limitInputPixels: mostPixels, failOn: 'error' } as const;

function refuse(error: Error): never {
  if (error instanceof UnreadableDocument) throw error;
  const code = /pixel limit/i.test(error.message) ? 'too-large' : 'damaged';
  throw new UnreadableDocument(code, `The picture cannot be read: ${error.message}`);
}

async function toPng(picture: Sharp, { grey }: Drawing): Promise<Drawn> {
  const plain = grey ? await withoutRules(picture) : picture.flatten({ background: '#fff' });
  const options = grey ? { compressionLevel: 1 } : { compressionLevel: 9, palette: true, colours: 64 };
  const { data, info } = await plain.png(options).toBuffer({ resolveWithObject: true });
  const { channels } = grey ? await sharp(data).stats() : { channels: [] };
  const isBlank = grey && channels.every(({ stdev }) => stdev < leastContrast);
  return { png: data, width: info.width, height: info.height, isBlank };
}

/** In grey, without the lines of tables. */
async function withoutRules(picture: Sharp): Promise<Sharp> {
  const { data, info } = await picture.greyscale().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  eraseRules({ data, width: info.width, height: info.height });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } });
}

/** Of the brightness, 0 to 255, as a standard deviation: one line of a letter on a page makes 5. */
const leastContrast = 0.5;

/** A part of a page that is enough to tell its language: what stands from a quarter of its height on. */
export async function cropBand({ png, width, height }: Drawn): Promise<Drawn> {
  const [top, bottom] = [Math.floor(height * 0.25), Math.ceil(height * 0.4)];
  const size = { left: 0, top, width, height: bottom - top };
  return toPng(sharp(png).extract(size), { longest: Math.max(width, height), grey: true });
}
