/** A chart as a picture that can stand alone: its title above it, and source and address below. */
import { escapeXml } from '../render/xml.js';
import { drawChart, sizeOf, type ChartData } from './chart-svg.js';

const margin = 12;
const ofTitle = { size: 13, line: 17 };
const ofFoot = { size: 9, line: 12 };

/** About the width of a text, in units of the drawing: a character of Chinese is square, others half of that. */
const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, one) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/u.test(one) ? 1 : 0.52) * size, 0);

/** Breaks a text into lines of a width: after spaces and the signs of addresses, in Chinese and in long words anywhere. */
function wrap(text: string, width: number, size: number): string[] {
  const most = Math.floor(width / size);
  const pieces = text
    .split(/(?<=[\s/&?,=~])|(?<=[\u2e80-\u9fff\uff00-\uffef])/u)
    .flatMap((piece) => piece.match(new RegExp(`[^]{1,${most}}`, 'gu')) ?? []);
  const lines = [''];
  for (const piece of pieces) {
    const longer = lines.at(-1)! + piece;
    if (lines.at(-1) === '' || widthOf(longer.trimEnd(), size) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

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
  const lines = (text: string, { size }: { size: number }) => wrap(text, width - 2 * margin, size);
  const title = lines(chart.title, ofTitle);
  const below = foot.flatMap((text) => lines(text, ofFoot));
  const top = margin + title.length * ofTitle.line;
  const bottom = top + sizeOf(drawn, 'height') + 6;
  const height = bottom + below.length * ofFoot.line + margin;
  const write = (all: readonly string[], from: number, { size, line }: typeof ofTitle, more: string) =>
    all
      .map(
        (text, i) =>
          `<text x="${margin}" y="${from + i * line + size}" font-size="${size}" ${more}>${escapeXml(text)}</text>`,
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
