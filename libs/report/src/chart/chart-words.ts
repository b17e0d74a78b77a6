/** Words in a chart: where they stand, so that all of them are inside the picture. */
import { escapeXml } from '../render/xml.js';
import { toLines, widthOf } from './text-lines.js';

/** In units of the drawing. */
export const size = {
  width: 480,
  plot: 210,
  margin: 12,
  left: 56,
  right: 20,
  top: 14,
  axis: 24,
  legendLine: 16,
};
export const letters = { size: 11, line: 13, edge: 4 };

export const n = (value: number): string => String(Math.round(value * 100) / 100);

export const label = (x: number, y: number, text: string, more = ''): string =>
  `<text x="${n(x)}" y="${n(y)}" ${more}>${escapeXml(text)}</text>`;

/** The words of a figure beside, or over, the place `x`: on its other side, or moved, where they would leave the picture. */
export function figureLabel(
  { x, y, gap }: { x: number; y: number; gap: number },
  text: string,
  more = '',
): string {
  const [least, most] = [letters.edge, size.width - letters.edge];
  const lines = toLines(text, most - least, letters.size);
  const width = Math.max(...lines.map((line) => widthOf(line, letters.size)));
  const places = gap === 0 ? [x - width / 2] : [x + gap, x - gap - width];
  const fits = (from: number) => from >= least && from + width <= most;
  const from = places.find(fits) ?? Math.max(least, Math.min(places[0]!, most - width));
  const at =
    gap === 0
      ? { x: from + width / 2, anchor: 'text-anchor="middle"' }
      : from < x
        ? { x: from + width, anchor: 'text-anchor="end"' }
        : { x: from, anchor: '' };
  const top = Math.max(letters.size, y - (lines.length - 1) * letters.line);
  return lines
    .map((line, i) => label(at.x, top + i * letters.line, line, [at.anchor, more].join(' ').trim()))
    .join('');
}

/** The same on a ground that keeps it legible over lines. */
export const groundedLabel = (...[at, text]: Parameters<typeof figureLabel>): string =>
  figureLabel(at, text, 'stroke="#ffffff" stroke-width="3" stroke-linejoin="round"') + figureLabel(at, text);
