/** Letters as pictures, for tests: a page for each list of lines. */
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

const font = join(
  dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json')),
  '400Regular/Tinos_400Regular.ttf',
);

/** In: lines of Latin letters. Out: a PNG of A4 at 100 dots per inch. */
export function drawPage(lines: readonly string[]): Buffer {
  GlobalFonts.registerFromPath(font, 'Tinos');
  const canvas = createCanvas(827, 1169);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  context.font = '24px Tinos';
  for (const [i, line] of lines.entries()) context.fillText(line, 100, 120 + i * 36);
  return canvas.toBuffer('image/png');
}

/** In: the lines of each page, two pages or more. Out: a TIFF of these pages. */
export const drawTiff = (pages: readonly (readonly string[])[]): Promise<Buffer> =>
  sharp(pages.map(drawPage), { join: { animated: true } })
    .tiff({ compression: 'lzw' })
    .toBuffer();

/** A white picture, so many pixels wide and high. */
export const drawPlain = (side: number): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
