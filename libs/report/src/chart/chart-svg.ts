/** Draws the figures of series as SVG: gaps stay open, spans lie down, bounds stand up; readable without colour. */
import { niceTicks } from './nice-ticks.js';
import { escapeXml } from '../render/xml.js';
import { figureLabel, groundedLabel, label, letters, n, size } from './chart-words.js';
import { toLines, widthOf } from './text-lines.js';

/** A figure as the chart needs it: its number, how it is meant, and the words that stand for it. */
export interface ChartFigure {
  readonly value: number | null;
  readonly qualifier: string | null;
  /** As the document prints it: `at least 3,800`. */
  readonly text: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly years: readonly (ChartFigure & { readonly year: number })[];
  /** Ends at year or month precision; a span with an open end has no place on the axis and is left to the table. */
  readonly spans: readonly (ChartFigure & { readonly from: string | null; readonly to: string | null })[];
}

export interface ChartData {
  readonly title: string;
  /** What is counted, with its unit: `Persons prosecuted (persons)`. */
  readonly axis: string;
  /** What the picture says to those who do not see it. */
  readonly alternative: string;
  readonly series: readonly ChartSeries[];
  readonly lang: string;
}

/** Told apart by dash and shape first, by tone second: the report is printed in black. */
const looks = [
  { tone: '#111111', dash: '', shape: 'circle' },
  { tone: '#1f5fa8', dash: '6 3', shape: 'square' },
  { tone: '#b0471d', dash: '2 3', shape: 'triangle' },
  { tone: '#3f7d3a', dash: '9 3 2 3', shape: 'diamond' },
  { tone: '#6b4c9a', dash: '12 4', shape: 'circle' },
  { tone: '#777777', dash: '1 2', shape: 'square' },
] as const;
type Look = (typeof looks)[number];
const lookOf = (index: number): Look => looks[index % looks.length]!;

/** Families of this look on Windows, macOS and Linux; the PDF has its own, which come with the packages. */
const fonts = `'Times New Roman', Tinos, 'Liberation Serif', 'Noto Serif SC', SimSun, serif`;

interface Scale {
  x(year: number): number;
  y(value: number): number;
  /** Where the axis of time begins: further right where numbers are long. */
  readonly left: number;
  readonly top: number;
}

/** A year's place is its middle; the end of a month takes a twelfth. */
function toAxis(end: string, side: 'from' | 'to'): number {
  const [year = 0, month] = end.split('-').map(Number);
  const months = month === undefined ? (side === 'from' ? 0 : 12) : side === 'from' ? month - 1 : month;
  return year - 0.5 + months / 12;
}

function marker({ shape, tone }: Look, x: number, y: number, hollow: boolean): string {
  const paint = `fill="${hollow ? '#ffffff' : tone}" stroke="${tone}" stroke-width="1.2"`;
  if (shape === 'square')
    return `<rect x="${n(x - 3.2)}" y="${n(y - 3.2)}" width="6.4" height="6.4" ${paint}/>`;
  if (shape === 'triangle') return `<path d="M${n(x)} ${n(y - 4.2)}l4 7h-8z" ${paint}/>`;
  if (shape === 'diamond') return `<path d="M${n(x)} ${n(y - 4.6)}l4.6 4.6l-4.6 4.6l-4.6 -4.6z" ${paint}/>`;
  return `<circle cx="${n(x)}" cy="${n(y)}" r="3.4" ${paint}/>`;
}

const isPoint = ({ value, qualifier }: ChartFigure): boolean =>
  value !== null && (qualifier === 'exact' || qualifier === 'approximately');

/** Lines join neighbouring years only: a year without a number leaves a gap. */
function lines(series: ChartSeries, look: Look, scale: Scale): string {
  const points = series.years.filter(isPoint);
  const path = points
    .map(({ year, value }, i) => {
      const isJoined = points[i - 1]?.year === year - 1;
      return `${isJoined ? 'L' : 'M'}${n(scale.x(year))} ${n(scale.y(value!))}`;
    })
    .join('');
  if (!path.includes('L')) return '';
  const dash = look.dash ? ` stroke-dasharray="${look.dash}"` : '';
  return `<path d="${path}" fill="none" stroke="${look.tone}" stroke-width="1.4"${dash}/>`;
}

/** "Fewer than" is a bar from nothing up to the bound; "at least" one from the bound upwards, with an open head. */
function bound(figure: ChartFigure & { year: number }, look: Look, scale: Scale): string {
  const x = scale.x(figure.year);
  const isUpper = figure.qualifier === 'fewer-than';
  const [low, high] = isUpper ? [0, Math.max(0, figure.value! - 1)] : [figure.value!, scale.top];
  const [bottom, head] = [scale.y(low), scale.y(high)];
  const bar = `<rect x="${n(x - 3)}" y="${n(head)}" width="6" height="${n(Math.max(1.5, bottom - head))}" fill="${look.tone}" fill-opacity="0.25" stroke="${look.tone}" stroke-width="0.8"/>`;
  const arrow = isUpper
    ? ''
    : `<path d="M${n(x - 4)} ${n(head + 5)}l4 -6l4 6" fill="none" stroke="${look.tone}" stroke-width="1.2"/>`;
  return bar + arrow + groundedLabel({ x, y: (isUpper ? head : bottom) - 3, gap: 6 }, figure.text);
}

/** An approximation is hollow, and says so in words. */
function point(figure: ChartFigure & { year: number }, look: Look, scale: Scale): string {
  const [x, y] = [scale.x(figure.year), scale.y(figure.value!)];
  const isRough = figure.qualifier === 'approximately';
  return marker(look, x, y, isRough) + (isRough ? groundedLabel({ x, y: y - 5, gap: 7 }, figure.text) : '');
}

function yearMarks(series: ChartSeries, look: Look, scale: Scale): string {
  return series.years
    .map((figure) => {
      if (isPoint(figure)) return point(figure, look, scale);
      if (figure.value !== null && (figure.qualifier === 'at-least' || figure.qualifier === 'fewer-than'))
        return bound(figure, look, scale);
      // A nil report or two values that conflict: no height of its own, so it stands on the axis in words.
      return figureLabel(
        { x: scale.x(figure.year), y: scale.y(0) - 4, gap: 0 },
        figure.text,
        'font-style="italic"',
      );
    })
    .join('');
}

function spanMarks(series: ChartSeries, look: Look, scale: Scale): string {
  return series.spans
    .map(({ from, to, value, text }) => {
      if (from === null || to === null || value === null) return '';
      const [left, right, y] = [scale.x(toAxis(from, 'from')), scale.x(toAxis(to, 'to')), scale.y(value)];
      const line = `<path d="M${n(left)} ${n(y - 4)}v8M${n(left)} ${n(y)}H${n(right)}M${n(right)} ${n(y - 4)}v8" fill="none" stroke="${look.tone}" stroke-width="2.4"/>`;
      return line + groundedLabel({ x: (left + right) / 2, y: y - 6, gap: 0 }, text);
    })
    .join('');
}

function grid(
  scale: Scale,
  ticks: readonly number[],
  years: readonly number[],
  format: (v: number) => string,
): string {
  const right = size.width - size.right;
  const rules = ticks.map(
    (tick) =>
      `<path d="M${n(scale.left)} ${n(scale.y(tick))}H${right}" stroke="${tick === 0 ? '#000000' : '#cccccc'}" stroke-width="${tick === 0 ? 1 : 0.5}"/>` +
      label(scale.left - 6, scale.y(tick) + 3.5, format(tick), 'text-anchor="end"'),
  );
  const names = years.map((year) =>
    label(scale.x(year), scale.y(0) + 15, String(year), 'text-anchor="middle"'),
  );
  return rules.join('') + names.join('');
}

/** Out: the names of the series below one another, and how high they are; nothing where there is one only. */
function legend(
  series: readonly ChartSeries[],
  left: number,
  top: number,
): { drawn: string; height: number } {
  let height = 0;
  if (series.length < 2) return { drawn: '', height };
  const drawn = series.map(({ name }, i) => {
    const [look, y] = [lookOf(i), top + height];
    const dash = look.dash ? ` stroke-dasharray="${look.dash}"` : '';
    const line = `<path d="M${n(left)} ${n(y)}h28" stroke="${look.tone}" stroke-width="1.4"${dash}/>`;
    const names = toLines(name, size.width - letters.edge - left - 36, letters.size);
    height += size.legendLine + Math.max(0, names.length - 1) * letters.line;
    const written = names.map((text, row) => label(left + 36, y + 3.5 + row * letters.line, text));
    return line + marker(look, left + 14, y, false) + written.join('');
  });
  return { drawn: drawn.join(''), height };
}

/** First and last year that anything of the chart stands in; undefined where nothing has a place on the axis. */
function extent(series: readonly ChartSeries[]): { first: number; last: number } | undefined {
  const ends = series.flatMap(({ years, spans }) => [
    ...years.map(({ year }) => year),
    ...spans.flatMap(({ from, to, value }) =>
      from === null || to === null || value === null
        ? []
        : [Number(from.slice(0, 4)), Number(to.slice(0, 4))],
    ),
  ]);
  return ends.length === 0 ? undefined : { first: Math.min(...ends), last: Math.max(...ends) };
}

/** Whether anything of the series has a place on an axis of time. */
export const isDrawable = (series: readonly ChartSeries[]): boolean => extent(series) !== undefined;

/**
 * In: a chart; how its language writes a number. Out: a whole SVG document (480 units wide), with title and
 * description for those who do not see it. The same chart gives the same text. Errors: RangeError if not drawable.
 */
export function drawChart(chart: ChartData, formatNumber: (value: number) => string): string {
  const range = extent(chart.series);
  if (!range) throw new RangeError('Nothing of this chart has a place on an axis of time');
  const { first, last } = range;
  const values = chart.series.flatMap(({ years, spans }) =>
    [...years, ...spans].map(({ value }) => value ?? 0),
  );
  const ticks = niceTicks(Math.max(1, ...values) * 1.08, 5);
  const top = ticks.at(-1)!;
  const axis = toLines(chart.axis, size.width - letters.edge - size.margin, letters.size);
  const above = size.top + Math.max(0, axis.length - 1) * letters.line;
  const widest = Math.max(...ticks.map((tick) => widthOf(formatNumber(tick), letters.size)));
  const [left, right] = [Math.max(size.left, widest + 6 + letters.edge), size.width - size.right];
  const foot = above + 14 + size.plot;
  const scale: Scale = {
    top,
    left,
    x: (year) => left + ((year - first + 0.6) / (last - first + 1.2)) * (right - left),
    y: (value) => foot - (value / top) * size.plot,
  };
  const step = Math.ceil((last - first + 1) / 11);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (_, i) => i % step === 0,
  );
  const names = legend(chart.series, left, foot + size.axis + 8);
  const height = foot + size.axis + names.height;
  const body = chart.series
    .map((one, i) => {
      const look = lookOf(i);
      return `<g>${lines(one, look, scale)}${spanMarks(one, look, scale)}${yearMarks(one, look, scale)}</g>`;
    })
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escapeXml(chart.lang)}" role="img" aria-label="${escapeXml(chart.alternative)}" ` +
    `width="${size.width}" height="${n(height)}" viewBox="0 0 ${size.width} ${n(height)}" font-family="${fonts}" font-size="11" fill="#000000">` +
    `<title>${escapeXml(chart.title)}</title><desc>${escapeXml(chart.alternative)}</desc>` +
    `<rect width="${size.width}" height="${n(height)}" fill="#ffffff"/>` +
    axis.map((line, i) => label(size.margin, size.top + i * letters.line, line)).join('') +
    grid(scale, ticks, years, formatNumber) +
    body +
    names.drawn +
    '</svg>'
  );
}

/** In: a document that `drawChart` made. Out: its width or height in its units. */
export const sizeOf = (svg: string, side: 'width' | 'height'): number =>
  Number(new RegExp(`<svg[^>]* ${side}="([\\d.]+)"`).exec(svg)?.[1]);
