/** Draws a panel as SVG: lines with gaps left open, spans lying down, ranges standing up, every mark a link. */
import * as Plot from '@observablehq/plot';
import { toDrawing, yearsIn, type Drawing, type Mark, type Scaling } from './marks.js';
import type { Page } from './page-context.js';
import { colourOf, dashOf, letterOf, shapeOf, type Panel } from './panels.js';
import { logZero } from './scale.js';

/** How a chart is to be drawn; sizes in pixels. */
export interface ChartOptions extends Scaling {
  readonly width: number;
  readonly height: number;
  /** First and last year of the axis; the panel's own where absent. */
  readonly years?: readonly [number, number] | undefined;
  /** The axis reaches this value at least. */
  readonly top?: number | undefined;
  /** One of many: fewer ticks and words. */
  readonly isSmall?: boolean;
}

const finiteHigh = ({ low, high }: Mark): number => (Number.isFinite(high) ? high : low);

/** The greatest value that has a place in a drawing. */
export const topOf = ({ yearly, spans }: Drawing): number =>
  [...yearly, ...spans].reduce((top, mark) => Math.max(top, finiteHigh(mark)), 0);

/** Whole numbers within a domain, thinned to a readable number. */
function wholeTicks([low, high]: readonly [number, number], width: number): number[] {
  const count = high - low + 1;
  const step = Math.ceil(count / Math.max(2, Math.floor(width / 48)));
  return Array.from({ length: count }, (_, i) => low + i).filter((_, i) => i % step === 0);
}

/** 1, 2, 5, 10, 20 … within limits, or the powers of ten alone where there are many; before them the place of zero. */
function logTicks(low: number, top: number, hasZero: boolean): number[] {
  const decades = Array.from({ length: 12 }, (_, i) => 10 ** i);
  const within = (values: number[]) => values.filter((value) => value >= low && value <= top);
  const fine = within(decades.flatMap((value) => [value, 2 * value, 5 * value]));
  const ticks = fine.length > 6 ? within(decades) : fine;
  return hasZero ? [logZero, ...ticks] : ticks;
}

function toYAxis(drawing: Drawing, options: ChartOptions, page: Page) {
  const { scale, isSmall } = options;
  const top = Math.max(1, options.top ?? topOf(drawing));
  const shared = { grid: true, label: null };
  if (scale !== 'log')
    return {
      ...shared,
      domain: [0, top * 1.12],
      ticks: isSmall ? 3 : 5,
      tickFormat: (value: number) => page.number(value),
    };
  const lows = [...drawing.yearly, ...drawing.spans].flatMap(({ kind, low }) =>
    kind === 'none-known' || low < 1 ? [] : [low],
  );
  const low = drawing.hasZero ? logZero * 0.75 : Math.max(0.8, Math.min(top, ...lows) * 0.7);
  const end = top * 1.4;
  return {
    ...shared,
    type: 'log' as const,
    domain: [low, end],
    ticks: logTicks(low, end, drawing.hasZero),
    tickFormat: (value: number) => (value === logZero ? page.number(0) : page.number(value)),
  };
}

const linked = { href: 'href', title: 'title' } as const;
const isRange = ({ kind, low, high }: Mark) => kind !== 'none-known' && low < high;
const isDot = (mark: Mark) => mark.kind !== 'none-known' && !isRange(mark);
/** A diamond that is hollow is a conflicting value whatever the series: its shape is taken from all others. */
const hollow = ({ kind }: Mark) => kind !== 'point';

function dots(marks: readonly Mark[], isSmall: boolean) {
  return Plot.dot(marks, {
    ...linked,
    x: 'x',
    y: 'low',
    symbol: ({ kind, look }: Mark) => (kind === 'conflicting' ? 'asterisk' : shapeOf(look)),
    fill: (mark: Mark) => (hollow(mark) ? 'var(--ground)' : colourOf(mark.look)),
    stroke: ({ look }: Mark) => colourOf(look),
    strokeWidth: 1.5,
    r: isSmall ? 3 : 4.5,
  });
}

function ranges(marks: readonly Mark[], top: number, isSmall: boolean) {
  const open = marks.filter(({ high }) => !Number.isFinite(high));
  return [
    Plot.link(marks, {
      ...linked,
      x1: 'x',
      x2: 'x',
      y1: 'low',
      y2: ({ high }: Mark) => Math.min(high, top),
      stroke: ({ look }: Mark) => colourOf(look),
      strokeWidth: isSmall ? 5 : 7,
      strokeOpacity: 0.75,
    }),
    // Nothing limits the value: an arrow at the upper edge.
    Plot.dot(open, {
      x: 'x',
      y: top,
      symbol: 'triangle',
      r: isSmall ? 3 : 5,
      fill: ({ look }: Mark) => colourOf(look),
    }),
  ];
}

function spanMarks(spans: readonly Mark[], top: number) {
  const middle = ({ x, x2 }: Mark) => (x + x2) / 2;
  return [
    Plot.link(
      spans.filter((mark) => mark.kind !== 'none-known' && !isRange(mark)),
      {
        ...linked,
        x1: 'x',
        x2: 'x2',
        y1: 'low',
        y2: 'low',
        stroke: ({ look }: Mark) => colourOf(look),
        strokeWidth: 6,
        strokeOpacity: 0.75,
      },
    ),
    Plot.rect(spans.filter(isRange), {
      ...linked,
      x1: 'x',
      x2: 'x2',
      y1: 'low',
      y2: ({ high }: Mark) => Math.min(high, top),
      fill: ({ look }: Mark) => colourOf(look),
      fillOpacity: 0.2,
      stroke: ({ look }: Mark) => colourOf(look),
    }),
    Plot.text(
      spans.filter(({ kind }) => kind !== 'none-known'),
      {
        x: middle,
        y: 'low',
        text: ({ letter, label }: Mark) => `${letter} ${label}`,
        dy: -10,
        fill: 'currentColor',
        stroke: 'var(--ground)',
      },
    ),
  ];
}

/** None known: a sign on the axis that is no value. */
const noneKnown = (marks: readonly Mark[]) =>
  Plot.text(marks, {
    ...linked,
    x: ({ x, x2 }: Mark) => (x + x2) / 2,
    frameAnchor: 'bottom',
    dy: -6,
    text: () => '∅',
    fontSize: 16,
    fill: 'currentColor',
  });

/** Ranges bear their letter themselves. The letters at the ends of lines tell series without their colour; those that would cover one another stand together. */
function letters(drawing: Drawing, apart: (low: number, high: number) => boolean) {
  const last = new Map<number, Mark>();
  for (const mark of drawing.yearly) if (isDot(mark)) last.set(mark.look, mark);
  const sorted = [...last.values()].sort((a, b) => a.x - b.x || finiteHigh(a) - finiteHigh(b));
  const labels: { x: number; y: number; text: string }[] = [];
  for (const mark of sorted) {
    const before = labels.at(-1);
    const [x, y] = [mark.x, finiteHigh(mark)];
    if (before?.x === x && !apart(before.y, y)) before.text += ` ${mark.letter}`;
    else labels.push({ x, y, text: mark.letter });
  }
  return Plot.text(labels, {
    x: 'x',
    y: 'y',
    text: 'text',
    dx: 10,
    textAnchor: 'start',
    fill: 'currentColor',
    stroke: 'var(--ground)',
    fontWeight: 'bold',
  });
}

/** Whether two values lie so far apart on the axis that texts beside them do not touch. */
function isApart([from = 0, to = 1]: readonly number[], height: number, scale: string) {
  const place = (value: number) =>
    scale === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return (low: number, high: number) => (place(high) - place(low)) * (height - 50) > 13;
}

function breakMarks({ breaks }: Drawing, page: Page, isSmall: boolean) {
  const byYear = [...new Set(breaks.map(({ year }) => year))].map((year) => ({
    x: year - 0.5,
    text: [...new Set(breaks.filter((one) => one.year === year).map(({ look }) => letterOf(look)))].join(' '),
  }));
  const name = ({ text }: { text: string }) =>
    isSmall ? page.texts.charts.break : `${page.texts.charts.break} ${text}`;
  return [
    Plot.ruleX(byYear, { x: 'x', stroke: 'currentColor', strokeDasharray: '4 3' }),
    Plot.text(byYear, { x: 'x', frameAnchor: 'top', dy: -10, text: name, fill: 'currentColor' }),
  ];
}

/** In: a panel, how to draw it, the page for words and links. Out: the SVG element. */
export function drawChart(panel: Panel, options: ChartOptions, page: Page): SVGSVGElement {
  const drawing = toDrawing(panel, options, page);
  const { isSmall = false, width, height, scale } = options;
  const [first, last] = options.years ?? yearsIn([panel])!;
  const y = toYAxis(drawing, options, page);
  const top = y.domain[1]!;
  const yearly = drawing.yearly;
  const isAlone = panel.members.length === 1;
  const known = yearly.filter(isRange);
  const conflicting = yearly.filter(({ kind }) => kind === 'conflicting');
  const svg = Plot.plot({
    width,
    height,
    marginLeft: isSmall ? 40 : 56,
    marginRight: isSmall ? 14 : 28,
    marginTop: isSmall ? 14 : 22,
    marginBottom: isSmall ? 20 : 28,
    style: { background: 'none', fontSize: isSmall ? '11px' : '12px' },
    symbol: { type: 'identity' },
    x: {
      domain: [first - 0.6, last + 0.6],
      ticks: wholeTicks([first, last], width),
      tickFormat: (year: number) => String(year),
      label: null,
    },
    y,
    marks: [
      scale === 'index' ? Plot.ruleY([0, 100], { strokeOpacity: 0.6 }) : null,
      scale === 'linear' ? Plot.ruleY([0]) : null,
      // Zero is on no logarithmic scale: it stands under a line of its own.
      scale === 'log' && drawing.hasZero
        ? Plot.ruleY([logZero * 1.6], { strokeDasharray: '2 4', strokeOpacity: 0.7 })
        : null,
      ...breakMarks(drawing, page, isSmall),
      ...drawing.lines
        .filter(({ points }) => points.length > 1)
        .map(({ look, points }) =>
          Plot.line(points, {
            x: 'x',
            y: 'y',
            stroke: colourOf(look),
            strokeWidth: isSmall ? 1.5 : 2,
            strokeDasharray: dashOf(look),
          }),
        ),
      ...spanMarks(drawing.spans, top),
      ...ranges(known, top, isSmall),
      conflicting.length > 0
        ? Plot.ruleX(conflicting, {
            x: 'x',
            y1: 'low',
            y2: finiteHigh,
            stroke: 'currentColor',
            strokeDasharray: '1 3',
          })
        : null,
      isSmall
        ? null
        : Plot.text(known, {
            x: 'x',
            y: finiteHigh,
            text: isAlone ? 'label' : 'letter',
            ...(isAlone ? { dx: 8, textAnchor: 'start' } : { dy: -7 }),
            fill: 'currentColor',
            stroke: 'var(--ground)',
          }),
      noneKnown([...yearly, ...drawing.spans].filter(({ kind }) => kind === 'none-known')),
      dots(yearly.filter(isDot), isSmall),
      panel.members.length > 1 ? letters(drawing, isApart(y.domain, height, scale)) : null,
    ],
  }) as unknown as SVGSVGElement;
  return nameLinks(svg);
}

/** Marks as links with names; one of them is reached by Tab, the others from there by arrow keys. */
function nameLinks(svg: SVGSVGElement): SVGSVGElement {
  svg.setAttribute('role', 'group');
  // A style sheet in each of two hundred charts has the browser look through the whole page for each: charts.css says the same.
  for (const style of svg.querySelectorAll('style')) style.remove();
  // Plot labels its groups by kind of mark, which has no meaning without a role.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  for (const link of svg.querySelectorAll('a')) {
    link.setAttribute('aria-label', link.querySelector('title')?.textContent ?? '');
    link.setAttribute('tabindex', '-1');
    link.setAttribute('href', link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '');
    link.removeAttribute('xlink:href');
    link.removeAttribute('target');
  }
  linksIn(svg)[0]?.setAttribute('tabindex', '0');
  return svg;
}

/** The marks of a chart in the order of their names: series by series, and within one by year. */
export function linksIn(chart: Element): SVGAElement[] {
  const nameOf = (link: Element) => link.getAttribute('aria-label') ?? '';
  return [...chart.querySelectorAll<SVGAElement>('a')].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
