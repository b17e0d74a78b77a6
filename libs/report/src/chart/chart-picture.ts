/** A chart as a picture that can stand alone: its title above it, and source and address below. */
import { escapeXml } from '../render/xml.js';
import { drawChart, sizeOf, type ChartData } from './chart-svg.js';
import { toLines } from './text-lines.js';

const margin = 12;
const ofTitle = { size: 13, line: 17 };
const ofFoot = { size: 9, line: 12 };

/** Whether the first letter is of a script that is written from right to left. */
const isFromRight = (text: string) => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);

/** A line begins where its readers begin: at the left, or at the right. */
const placeOf = (text: string, width: number) =>
  isFromRight(text) ? `x="${width - margin}" text-anchor="end"` : `x="${margin}"`;

/**
 * In: a chart, what stands below it, a text a paragraph, and how its language writes a number.
 * Out: a whole SVG document. Errors: RangeError where nothing of the chart can be drawn.
 */
export function drawPicture(
  chart: ChartData,
  foot: readonly string[],
  formatNumber: (value: number) => string,
): string {
  const drawn = drawChart(chart, formatNumber);
  const width = sizeOf(drawn, 'width');
  const lines = (text: string, { size }: { size: number }) => toLines(text, width - 2 * margin, size);
  const title = lines(chart.title, ofTitle);
  const below = foot.flatMap((text) => lines(text, ofFoot));
  const top = margin + title.length * ofTitle.line;
  const bottom = top + sizeOf(drawn, 'height') + 6;
  const height = bottom + below.length * ofFoot.line + margin;
  const write = (all: readonly string[], from: number, { size, line }: typeof ofTitle, more: string) =>
    all
      .map(
        (text, i) =>
          `<text ${placeOf(text, width)} y="${from + i * line + size}" font-size="${size}" ${more}>${escapeXml(text)}</text>`,
      )
      .join('');
  const [opening = ''] = /^<svg[^>]*>/.exec(drawn) ?? [];
  const whole = opening
    .replace(/ height="[^"]*"/, ` height="${height}"`)
    .replace(/ viewBox="[^"]*"/, ` viewBox="0 0 ${width} ${height}"`);
  return (
    `${whole}<rect width="${width}" height="${height}" fill="#ffffff"/>` +
    write(title, margin - 4, ofTitle, 'font-weight="bold"') +
    `<g transform="translate(0 ${top})">${drawn.slice(opening.length, -'</svg>'.length)}</g>` +
    `${write(below, bottom, ofFoot, 'fill="#444444"')}</svg>`
  );
}
