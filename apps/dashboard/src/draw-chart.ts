/** Draws a panel as SVG: lines with gaps left open, spans lying down, ranges standing up, every mark a link. */
import * as Plot from '@observablehq/plot';
import type { Figure, Series } from './answers.js';
import { figureText, periodText, seriesText } from './figure-words.js';
import type { Page } from './page-context.js';
import { colourOf, letterOf, type Panel } from './panels.js';

interface Mark {
  readonly x: number;
  readonly x2: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly colour: string;
  readonly letter: string;
  readonly href: string;
  readonly title: string;
  readonly label: string;
  readonly qualifier: string | null;
}

/** A year's place on the axis is its middle; a month's end takes a twelfth. */
function toAxis(end: string, side: 'from' | 'to'): number {
  const [year = 0, month] = end.split('-').map(Number);
  const months = month === undefined ? (side === 'from' ? 0 : 12) : side === 'from' ? month - 1 : month;
  return year - 0.5 + months / 12;
}

/** The range that a figure leaves; an open end is null. */
function rangeOf({ value, qualifier, values }: Figure): { low: number | null; high: number | null } {
  if (values) {
    const all = values.flatMap((one) => (one.value === null ? [] : [one.value]));
    return all.length > 0 ? { low: Math.min(...all), high: Math.max(...all) } : { low: null, high: null };
  }
  if (value === null) return { low: null, high: null };
  if (qualifier === 'at-least') return { low: value, high: null };
  if (qualifier === 'fewer-than') return { low: 0, high: Math.max(0, value - 1) };
  return { low: value, high: value };
}

function toMark(
  figure: Figure,
  when: string,
  ends: [number, number],
  series: Series,
  index: number,
  page: Page,
): Mark {
  const label = figureText(figure, page);
  return {
    x: ends[0],
    x2: ends[1],
    ...rangeOf(figure),
    colour: colourOf(index),
    letter: letterOf(index),
    href: page.link({ figure: figure.id }),
    title: `${seriesText(series, page)}, ${when}: ${label}`,
    label,
    qualifier: figure.qualifier,
  };
}

const isPoint = ({ low, high, qualifier }: Mark) =>
  low !== null && low === high && qualifier !== 'at-least' && qualifier !== 'fewer-than';

/** One point for each year between the first and the last; those without a figure break the line. */
function withGaps(marks: readonly Mark[]): { x: number; y: number | null }[] {
  const points = marks.filter(isPoint);
  if (points.length === 0) return [];
  const byYear = new Map(points.map(({ x, low }) => [x, low]));
  const first = Math.min(...byYear.keys());
  const last = Math.max(...byYear.keys());
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    x: first + i,
    y: byYear.get(first + i) ?? null,
  }));
}

function collect({ series }: Panel, page: Page) {
  const yearly = series.map((one, i) =>
    one.years.map((y) => toMark(y, String(y.year), [y.year, y.year], one, i, page)),
  );
  const spans = series.flatMap((one, i) =>
    one.spans.flatMap((span) =>
      span.from === null || span.to === null || span.value === null
        ? []
        : [
            toMark(
              span,
              periodText(span, page),
              [toAxis(span.from, 'from'), toAxis(span.to, 'to')],
              one,
              i,
              page,
            ),
          ],
    ),
  );
  return { yearly, spans };
}

/** Whether anything of a panel has a place on a time axis. */
export const isDrawable = ({ series }: Panel): boolean =>
  series.some(
    ({ years, spans }) =>
      years.length > 0 || spans.some(({ from, to, value }) => from && to && value !== null),
  );

/** In: a panel, its width in pixels. Out: the SVG element. */
export function drawChart(panel: Panel, width: number, page: Page): SVGSVGElement {
  const { yearly, spans } = collect(panel, page);
  const all = [...yearly.flat(), ...spans];
  const top = Math.max(1, ...all.flatMap(({ low, high }) => [low ?? 0, high ?? 0])) * 1.15;
  const ranges = yearly.flat().filter((mark) => mark.low !== null && !isPoint(mark));
  const noneKnown = yearly.flat().filter(({ low }) => low === null);
  const shared = { href: 'href', title: 'title' } as const;
  const years = all.flatMap(({ x, x2 }) => [Math.floor(x + 0.5), Math.ceil(x2 - 0.5)]);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = Math.ceil((last - first + 1) / Math.max(2, Math.floor(width / 48)));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (_, i) => i % step === 0,
  );
  const svg = Plot.plot({
    width,
    height: 240,
    marginLeft: 56,
    marginRight: 28,
    marginTop: 22,
    style: { background: 'none', fontSize: '12px' },
    x: { domain: [first - 0.6, last + 0.6], ticks, tickFormat: (year: number) => String(year), label: null },
    y: {
      domain: [0, top],
      grid: true,
      ticks: 5,
      tickFormat: (value: number) => page.number(value),
      label: null,
    },
    marks: [
      Plot.ruleY([0]),
      ...yearly.map((marks, i) =>
        Plot.line(withGaps(marks), { x: 'x', y: 'y', stroke: colourOf(i), strokeWidth: 2 }),
      ),
      Plot.link(spans, {
        ...shared,
        x1: 'x',
        x2: 'x2',
        y1: 'low',
        y2: 'low',
        stroke: 'colour',
        strokeWidth: 6,
        strokeOpacity: 0.75,
      }),
      Plot.text(spans, {
        x: ({ x, x2 }: Mark) => (x + x2) / 2,
        y: 'low',
        text: ({ letter, label }: Mark) => `${letter} ${label}`,
        dy: -10,
        fill: 'currentColor',
      }),
      Plot.link(ranges, {
        ...shared,
        x1: 'x',
        x2: 'x',
        y1: 'low',
        y2: ({ high }: Mark) => high ?? top,
        stroke: 'colour',
        strokeWidth: 7,
        strokeOpacity: 0.75,
      }),
      Plot.text(ranges, {
        x: 'x',
        y: ({ low, high }: Mark) => high ?? low,
        text: 'label',
        dx: 8,
        textAnchor: 'start',
        fill: 'currentColor',
      }),
      Plot.text(noneKnown, {
        ...shared,
        x: 'x',
        frameAnchor: 'bottom',
        dy: -6,
        text: () => '∅',
        fontSize: 16,
        fill: 'currentColor',
      }),
      Plot.dot(yearly.flat().filter(isPoint), {
        ...shared,
        x: 'x',
        y: 'low',
        fill: 'colour',
        r: 5,
        stroke: 'var(--ground)',
      }),
      Plot.text(
        yearly.flatMap((marks) => marks.filter(isPoint).slice(-1)),
        {
          x: 'x',
          y: 'low',
          text: 'letter',
          dx: 9,
          textAnchor: 'start',
          fill: 'currentColor',
          fontWeight: 'bold',
        },
      ),
    ],
  }) as unknown as SVGSVGElement;
  return nameLinks(svg);
}

/** Screen readers take a link's name from its label; Plot gives the title inside only. */
function nameLinks(svg: SVGSVGElement): SVGSVGElement {
  svg.setAttribute('role', 'group');
  // Plot labels its groups by kind of mark, which has no meaning without a role.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  for (const link of svg.querySelectorAll('a')) {
    link.setAttribute('aria-label', link.querySelector('title')?.textContent ?? '');
    link.removeAttribute('target');
  }
  return svg;
}
