/** Draws a facet as SVG: lines with gaps, spans as horizontal bars, ranges as vertical bars, every glyph a link. */
import * as Plot from '@observablehq/plot';
import { toDrawing, yearsIn, type Drawing, type Glyph } from './glyphs.js';
import type { Page } from '../page/page-context.js';
import { drawIntervals } from './draw-intervals.js';
import { colourOf, dashOf, letterOf, shapeOf, type Facet } from './facets.js';
import { nameLinks } from './name-links.js';
import { logZero } from './scale.js';
import { fontSizeOf, labelMarks, marginsOf, roomAtEnd } from './labels.js';
import { finiteHigh, isDot, isRange, toYAxis, wholeTicks, type ChartOptions } from './axes.js';

const linked = { href: 'href', title: 'title' } as const;
/** Every dot but an exact figure is hollow. A conflicting value is an asterisk, whatever the shape of its series. */
const hollow = ({ kind }: Glyph) => kind !== 'point';

function dots(glyphs: readonly Glyph[], isSmall: boolean) {
  return Plot.dot(glyphs, {
    ...linked,
    x: 'x',
    y: 'low',
    symbol: ({ kind, look }: Glyph) => (kind === 'conflicting' ? 'asterisk' : shapeOf(look)),
    fill: (glyph: Glyph) => (hollow(glyph) ? 'var(--ground)' : colourOf(glyph.look)),
    stroke: ({ look }: Glyph) => colourOf(look),
    strokeWidth: 1.5,
    r: isSmall ? 3 : 4.5,
  });
}

function ranges(glyphs: readonly Glyph[], top: number, isSmall: boolean) {
  const open = glyphs.filter(({ high }) => !Number.isFinite(high));
  return [
    Plot.link(glyphs, {
      ...linked,
      x1: 'x',
      x2: 'x',
      y1: 'low',
      y2: ({ high }: Glyph) => Math.min(high, top),
      stroke: ({ look }: Glyph) => colourOf(look),
      strokeWidth: isSmall ? 5 : 7,
      strokeOpacity: 0.75,
    }),
    // The value has no upper limit: an arrow at the upper edge.
    Plot.dot(open, {
      x: 'x',
      y: top,
      symbol: 'triangle',
      r: isSmall ? 3 : 5,
      fill: ({ look }: Glyph) => colourOf(look),
    }),
  ];
}

function spanGlyphs(spans: readonly Glyph[], top: number) {
  const middle = ({ x, x2 }: Glyph) => (x + x2) / 2;
  return [
    Plot.link(
      spans.filter((glyph) => glyph.kind !== 'missing' && !isRange(glyph)),
      {
        ...linked,
        x1: 'x',
        x2: 'x2',
        y1: 'low',
        y2: 'low',
        stroke: ({ look }: Glyph) => colourOf(look),
        strokeWidth: 6,
        strokeOpacity: 0.75,
      },
    ),
    Plot.rect(spans.filter(isRange), {
      ...linked,
      x1: 'x',
      x2: 'x2',
      y1: 'low',
      y2: ({ high }: Glyph) => Math.min(high, top),
      fill: ({ look }: Glyph) => colourOf(look),
      fillOpacity: 0.2,
      stroke: ({ look }: Glyph) => colourOf(look),
    }),
    Plot.text(
      spans.filter(({ kind }) => kind !== 'missing'),
      {
        x: middle,
        y: 'low',
        text: ({ letter, label }: Glyph) => `${letter} ${label}`,
        dy: -10,
        fill: 'currentColor',
        stroke: 'var(--ground)',
      },
    ),
  ];
}

/** No number: a sign on the axis that says why, without a value. */
const missingSigns = (glyphs: readonly Glyph[]) =>
  Plot.text(glyphs, {
    ...linked,
    x: ({ x, x2 }: Glyph) => (x + x2) / 2,
    frameAnchor: 'bottom',
    dy: -6,
    text: 'sign',
    fontSize: 16,
    fill: 'currentColor',
  });

function breakGlyphs({ breaks }: Drawing, page: Page, isSmall: boolean) {
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

/** The lines of the scale itself: at zero, and at the base of an index. */
function scaleLines({ hasZero }: Drawing, scale: ChartOptions['scale']) {
  return [
    scale === 'index' ? Plot.ruleY([0, 100], { strokeOpacity: 0.6 }) : null,
    scale === 'linear' ? Plot.ruleY([0]) : null,
    // A logarithmic scale has no zero: zeros are drawn below a separate line.
    scale === 'log' && hasZero
      ? Plot.ruleY([logZero * 1.6], { strokeDasharray: '2 4', strokeOpacity: 0.7 })
      : null,
  ];
}

/** A line for each series with more than one point. */
const seriesLines = ({ lines }: Drawing, isSmall: boolean) =>
  lines
    .filter(({ points }) => points.length > 1)
    .map(({ look, points }) =>
      Plot.line(points, {
        x: 'x',
        y: 'y',
        stroke: colourOf(look),
        strokeWidth: isSmall ? 1.5 : 2,
        strokeDasharray: dashOf(look),
      }),
    );

/** Conflicting values of one year are joined by a vertical line. */
function conflictLines(yearly: readonly Glyph[]) {
  const conflicting = yearly.filter(({ kind }) => kind === 'conflicting');
  if (conflicting.length === 0) return null;
  return Plot.ruleX(conflicting, {
    x: 'x',
    y1: 'low',
    y2: finiteHigh,
    stroke: 'currentColor',
    strokeDasharray: '1 3',
  });
}

/** In: a facet, how to draw it, the page for words and links. Out: the SVG element. */
export function drawChart(facet: Facet, options: ChartOptions, page: Page): SVGSVGElement {
  const drawing = toDrawing(facet, options, page);
  const { isSmall = false, width, height, scale } = options;
  const [first, last] = options.years ?? yearsIn([facet])!;
  const y = toYAxis(drawing, options, page);
  const top = y.domain[1]!;
  const { yearly, spans } = drawing;
  const known = yearly.filter(isRange);
  const setting = { ...options, width, domain: y.domain, years: [first, last] as const };
  const marginRight = roomAtEnd(drawing, facet, setting);
  const svg = Plot.plot({
    width,
    height,
    ...marginsOf(isSmall),
    marginRight,
    style: { background: 'none', fontSize: `${fontSizeOf(isSmall)}px` },
    symbol: { type: 'identity' },
    x: {
      domain: [first - 0.6, last + 0.6],
      ticks: wholeTicks([first, last], width - marginRight + marginsOf(isSmall).marginRight),
      tickFormat: (year: number) => String(year),
      label: null,
    },
    y,
    marks: [
      ...scaleLines(drawing, scale),
      ...breakGlyphs(drawing, page, isSmall),
      ...seriesLines(drawing, isSmall),
      ...spanGlyphs(spans, top),
      drawIntervals(yearly, top),
      ...ranges(known, top, isSmall),
      conflictLines(yearly),
      missingSigns([...yearly, ...spans].filter(({ kind }) => kind === 'missing')),
      dots(yearly.filter(isDot), isSmall),
      ...labelMarks(drawing, facet, { ...setting, marginRight }),
    ],
  }) as unknown as SVGSVGElement;
  return nameLinks(svg);
}
