/** Where the parts of a picture really stand, measured with the letters that come with the packages. */
import { Resvg, initWasm } from '@resvg/resvg-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { families, fontsFor } from '../render/fonts.js';

let loaded: Promise<void> | undefined;

/** Charts have no bold Chinese letters but in their title, and these are 15 MB. */
const isOfPictures = (file: string) => !file.includes('NotoSerifSC_700');
const files = new Map<string, Promise<Buffer>>();
function bytesOf(file: string): Promise<Buffer> {
  const bytes = files.get(file) ?? readFile(file);
  files.set(file, bytes);
  return bytes;
}

/** In: an SVG. Out: by how many of its units anything of it stands outside on the left, at the top, right and bottom. */
export async function overhangOf(svg: string): Promise<number[]> {
  await (loaded ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(
    (bytes) => initWasm(bytes),
  ));
  const fontBuffers = await Promise.all(fontsFor(svg).filter(isOfPictures).map(bytesOf));
  const picture = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: families.latin, serifFamily: families.latin },
  });
  const box = picture.getBBox()!;
  const { width, height } = picture;
  picture.free();
  return [-box.x, -box.y, box.x + box.width - width, box.y + box.height - height].map((by) =>
    Math.max(0, Math.round(by * 10) / 10),
  );
}
