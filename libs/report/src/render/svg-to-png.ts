/** Draws an SVG as pixels, for programs that show no vectors. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { families, fontsFor } from './fonts.js';

/** Pixels for each unit of the drawing: 288 to the inch. */
const density = 3;

let loaded: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** WebAssembly, so that every platform gives the same bytes; loaded with the first picture. */
async function load() {
  const resvg = await import('@resvg/resvg-wasm');
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await resvg.initWasm(await readFile(path));
  return resvg;
}

/** In: a whole `<svg>` without outside references. Out: the PNG. Errors: those of resvg for what is no SVG. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await (loaded ??= load());
  const fontBuffers = await Promise.all(fontsFor(svg).map((file) => readFile(file)));
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: density },
    font: { fontBuffers, defaultFontFamily: families.latin, serifFamily: families.latin },
  });
  const rendered = picture.render();
  const png = rendered.asPng();
  rendered.free();
  picture.free();
  return png;
}
