/** From what pdf.js gives of a page to its lines, with the place of each word. */
import type { PageViewport } from 'pdfjs-dist';
import type { Box, Line, PlacedWord } from './line.js';

/** What pdf.js gives of a piece of text; other items are marks without one. */
interface Piece {
  readonly str?: string;
  readonly dir?: string;
  readonly hasEOL?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly transform?: readonly number[];
}

/** A piece that stands so much higher or lower than the one before, in its own heights, begins a line. */
const nextLine = 0.6;

/** Radicals and shapes of letters that fonts have beside the letters themselves: they are told as the letters. */
const shapes = /[\u2e80-\u2fdf\uf900-\ufaff\ufb50-\ufdff\ufe70-\ufefc]/g;

/** In: the items of a page's text content, and the page at scale 1. */
export function toPdfLines(items: readonly object[], viewport: PageViewport): Line[] {
  const lines: { text: string; words: PlacedWord[] }[] = [{ text: '', words: [] }];
  let last: Piece | undefined;
  for (const item of items as readonly Piece[]) {
    if (item.str === undefined) continue;
    const y = item.transform?.[5] ?? 0;
    const height = item.height || last?.height || 10;
    const isBelow = last !== undefined && Math.abs((last.transform?.[5] ?? 0) - y) > height * nextLine;
    if (isBelow && item.str.trim() !== '' && lines.at(-1)!.text !== '') lines.push({ text: '', words: [] });
    const shaped = item.str.replace(shapes, (char) => char.normalize('NFKC'));
    const said = item.dir === 'rtl' ? shaped.replace(turnedLigature, '\u0627\u0644$1') : shaped;
    const line = lines.at(-1)!;
    if (last && needsSpace(last, item) && !/(?:^|\s)$/u.test(line.text) && !/^\s/u.test(said))
      line.text += ' ';
    line.text += said;
    line.words.push(...placeWords(item, said, viewport));
    if (item.hasEOL) lines.push({ text: '', words: [] });
    if (item.str.trim() !== '') last = item;
  }
  return lines;
}

/** Lam with an alef is one sign, whose letters come out in the wrong order; after an alef no other alef follows. */
const turnedLigature = /\u0627([\u0622\u0623\u0625\u0627])\u0644/gu;

/** Between words of Arabic and figures pdf.js tells no space: the gap between them does. In heights of the font. */
const gap = 0.12;

function needsSpace(before: Piece, after: Piece): boolean {
  if (before.dir !== 'rtl' && after.dir !== 'rtl') return false;
  const [from, to] = [before, after].map(({ transform, width = 0 }) => {
    const x = transform?.[4] ?? 0;
    return [x, x + width] as const;
  });
  return Math.max(from![0] - to![1], to![0] - from![1]) > gap * (after.height || before.height || 10);
}

/** How far letters reach below their line and above it, in heights of the font. */
const [below, above] = [0.25, 1];

/** The words of a piece, each as wide as its part of the characters. */
function placeWords(piece: Piece, said: string, viewport: PageViewport): PlacedWord[] {
  const { transform, width = 0, height = 0, dir } = piece;
  if (!transform || said.trim() === '') return [];
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  const size = Math.hypot(a, b) || 1;
  // Along the line, and upwards from it.
  const [along, up] = [
    [a / size, b / size],
    [-b / size, a / size],
  ] as const;
  const at = (far: number, high: number) =>
    viewport.convertToViewportPoint(x + along[0] * far + up[0] * high, y + along[1] * far + up[1] * high);
  return [...said.matchAll(/\S+/gu)].map(({ 0: text, index }) => {
    const [from, to] = [index / said.length, (index + text.length) / said.length];
    const [begin, end] = dir === 'rtl' ? [1 - to, 1 - from] : [from, to];
    const corners = [begin, end].flatMap((far) =>
      [-below * height, above * height].map((high) => at(far * width, high)),
    );
    const [xs, ys] = [
      corners.map((c) => c[0]! / viewport.width),
      corners.map((c) => c[1]! / viewport.height),
    ];
    const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return { text, box };
  });
}
