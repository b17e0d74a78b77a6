/** Turns a facet into a drawing on the chosen scale: points, ranges, spans, conflicting values, breaks, lines. */
import type { CitedFigure, Span } from '@rapporteur/contract';
import { figureText, periodText, seriesText } from '../parts/figure-words.js';
import type { NoIndex } from '../page/no-index.js';
import type { Page } from '../page/page-context.js';
import { missing } from 'virtual:dimension-names';
import { letterOf, type Member, type Facet } from './facets.js';
import { rateOf, rateSentence, rateValueText } from './rates.js';
import { baseOf, logZero, rangeOf, yearsWithBase, type Range, type ScaleName } from './scale.js';

export type GlyphKind = 'point' | 'approximate' | 'range' | 'missing' | 'conflicting';

export interface Glyph {
  readonly kind: GlyphKind;
  /** Both ends on the axis of years, which are the same for a single year. */
  readonly x: number;
  readonly x2: number;
  /** The lower and upper value on the scale. `high` is infinite without an upper limit; both are 0 where there is no number. */
  readonly low: number;
  readonly high: number;
  readonly look: number;
  readonly letter: string;
  readonly href: string;
  readonly title: string;
  readonly label: string;
  /** Why there is no number, as one character; empty where there is one. */
  readonly sign: string;
  /** The exact limits of a rate; `high` is infinite where nothing limits it. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/** The data that a chart is drawn from. */
export interface Drawing {
  readonly yearly: readonly Glyph[];
  readonly spans: readonly Glyph[];
  /** One line for each series; a null makes a gap in it. */
  readonly lines: readonly { readonly look: number; readonly points: readonly Point[] }[];
  readonly breaks: readonly { readonly x: number; readonly year: number; readonly look: number }[];
  readonly noIndex: readonly { readonly member: Member; readonly reason: NoIndex }[];
  readonly hasZero: boolean;
}
interface Point {
  readonly x: number;
  readonly y: number | null;
}

export interface Scaling {
  readonly scale: ScaleName;
  /** The base year of the index. */
  readonly base: number | undefined;
  /** Rates per so many people are drawn, and not the figures themselves. */
  readonly per?: number | undefined;
}

/** A year's place on the axis is its middle; a month's end takes a twelfth. */
function toAxis(end: string, side: 'from' | 'to'): number {
  const [year = 0, month] = end.split('-').map(Number);
  const months = month === undefined ? (side === 'from' ? 0 : 12) : side === 'from' ? month - 1 : month;
  return year - 0.5 + months / 12;
}

const hasPlace = ({ from, to }: Span): boolean => from !== null && to !== null;

/** Whether a facet has any figure with a place on a time axis. */
export const isDrawable = ({ members }: Facet): boolean =>
  members.some(({ series }) => series.years.length > 0 || series.spans.some(hasPlace));

/** A year or span on the axis of years. */
interface TimeExtent {
  readonly when: string;
  readonly x: number;
  readonly x2: number;
}

/** From a count to its place on the scale; undefined where the series has none. */
type ToScale = ((value: number) => number) | undefined;

function toScaleOf({ series }: Member, { scale, base }: Scaling): ToScale | NoIndex {
  if (scale === 'linear') return (value) => value;
  if (scale === 'log') return (value) => Math.max(value, logZero);
  const divisor = base === undefined ? 'missing' : baseOf(series, base);
  return typeof divisor === 'string' ? divisor : (value) => (100 * value) / divisor;
}

function kindOf(said: Pick<CitedFigure, 'value' | 'qualifier'>, range: Range | null): GlyphKind {
  if (range === null) return 'missing';
  if (said.qualifier === 'approximately') return 'approximate';
  return range.low === range.high && said.qualifier !== 'fewer-than' ? 'point' : 'range';
}

/** The glyphs of one figure: one, or one for each conflicting value. */
function toGlyphs(
  figure: CitedFigure,
  extent: TimeExtent,
  { series, look }: Member,
  toScale: (value: number) => number,
  scaling: Scaling,
  page: Page,
): Glyph[] {
  const { texts } = page;
  return (figure.values ?? [figure]).map((said) => {
    const range = rangeOf(said);
    const low = range ? toScale(range.low) : 0;
    const high = range ? (range.high === null ? Infinity : toScale(range.high)) : 0;
    const label = figureText(said, page);
    const index =
      scaling.scale === 'index' && range && low === high
        ? ` (${texts.charts.indexIs(page.number(Math.round(low * 10) / 10), scaling.base!)})`
        : '';
    const { conflicting } = texts.charts;
    const all = figure.values ? texts.separator + conflicting + texts.colon + figureText(figure, page) : '';
    return {
      kind: figure.values && range ? 'conflicting' : kindOf(said, range),
      ...extent,
      low,
      high,
      look,
      letter: letterOf(look),
      href: page.link({ figure: figure.id }),
      title: `${seriesText(series, page)}${texts.comma}${extent.when}${texts.colon}${label}${index}${all}`,
      label,
      sign: range ? '' : (missing[said.qualifier ?? '']?.sign ?? ''),
    };
  });
}

/** The glyph of a year's rate; none where there is no rate, but for the sign of what the reply says instead of a number. */
function toRateGlyphs(
  figure: CitedFigure,
  extent: TimeExtent,
  { series, look }: Member,
  per: number,
  page: Page,
): Glyph[] {
  const rate = rateOf(figure);
  const sign = missing[rate?.reason ?? '']?.sign ?? '';
  if (!rate || (rate.rate === null && sign === '')) return [];
  const { rate: value, interval } = rate;
  const { low, high } =
    typeof value === 'number' ? { low: value, high: value } : (value ?? { low: 0, high: 0 });
  const limits = { low: interval?.low ?? 0, high: interval?.high ?? Infinity };
  return [
    {
      kind: value === null ? 'missing' : typeof value === 'number' ? 'point' : 'range',
      ...extent,
      low: low ?? 0,
      high: high ?? Infinity,
      look,
      letter: letterOf(look),
      href: page.link({ figure: figure.id }),
      title: `${seriesText(series, page)}${page.texts.comma}${extent.when}${page.texts.colon}${rateSentence(figure, rate, per, page)}`,
      label: rateValueText(rate, page),
      sign: value === null ? sign : '',
      ...(interval && value !== null ? { interval: limits } : {}),
    },
  ];
}

/**
 * Yearly points in order. A year without a point, a break, or a zero on a logarithmic scale makes a gap in the
 * line.
 */
function toPoints(glyphs: readonly Glyph[], breaks: ReadonlySet<number>, { scale }: Scaling): Point[] {
  const points = glyphs
    .filter(({ kind, low }) => (kind === 'point' || kind === 'approximate') && !(scale === 'log' && low < 1))
    .sort((a, b) => a.x - b.x);
  return points.flatMap(({ x, low }, i) => {
    const isOpen = i > 0 && (points[i - 1]!.x !== x - 1 || breaks.has(x));
    return isOpen
      ? [
          { x: x - 0.5, y: null },
          { x, y: low },
        ]
      : [{ x, y: low }];
  });
}

/**
 * By how many years the ranges and signs of a series are moved sideways, so that those of several series in one
 * year do not overlap.
 */
const asideOf = (i: number, count: number): number => (i - (count - 1) / 2) * Math.min(0.16, 0.7 / count);

/**
 * In: a facet and the scale. Out: everything that its chart shows, and the series without an index, with the
 * reason.
 */
export function toDrawing({ members }: Facet, scaling: Scaling, page: Page): Drawing {
  const drawn = members.map((member, i) => {
    const aside = asideOf(i, members.length);
    const toScale = toScaleOf(member, scaling);
    if (typeof toScale !== 'function')
      return { member, yearly: [], spans: [], breaks: [], reason: toScale ?? ('missing' as const) };
    const { series } = member;
    const isIndex = scaling.scale === 'index';
    const within = isIndex ? yearsWithBase(series, scaling.base!) : undefined;
    const yearly = series.years
      .filter(({ year }) => !within || within.has(year))
      .flatMap((figure) => {
        const { year } = figure;
        const extent = { when: String(year), x: year, x2: year };
        const glyphs = scaling.per
          ? toRateGlyphs(figure, extent, member, scaling.per, page)
          : toGlyphs(figure, extent, member, toScale, scaling, page);
        return glyphs.map((glyph) =>
          glyph.low < glyph.high || glyph.kind === 'missing' || glyph.interval
            ? { ...glyph, x: glyph.x + aside, x2: glyph.x2 + aside }
            : glyph,
        );
      });
    // A total of several years cannot be an index on a single year, and has no population of its own.
    const spans = (isIndex || scaling.per ? [] : series.spans.filter(hasPlace)).flatMap((span) => {
      const extent = {
        when: periodText(span, page),
        x: toAxis(span.from!, 'from'),
        x2: toAxis(span.to!, 'to'),
      };
      return toGlyphs(span, extent, member, toScale, scaling, page);
    });
    const breaks = series.years.flatMap((figure) => (figure.break ? figure.year : []));
    return { member, yearly, spans, breaks };
  });
  const all = drawn.flatMap(({ yearly, spans }) => [...yearly, ...spans]);
  return {
    yearly: drawn.flatMap(({ yearly }) => yearly),
    spans: drawn.flatMap(({ spans }) => spans),
    lines: drawn.map(({ member, yearly, breaks }) => ({
      look: member.look,
      points: toPoints(yearly, new Set(breaks), scaling),
    })),
    breaks: drawn.flatMap(({ member, breaks }) =>
      breaks.map((year) => ({ x: year - 0.5, year, look: member.look })),
    ),
    noIndex: drawn.flatMap(({ member, reason }) => (reason ? [{ member, reason }] : [])),
    hasZero: all.some(({ kind, low }) => kind !== 'missing' && low < 1),
  };
}

/** The first and last year of some facets; undefined where none has a year. */
export function yearsIn(facets: readonly Facet[]): [number, number] | undefined {
  const ends = facets.flatMap(({ members }) =>
    members.flatMap(({ series: { years, spans } }) => [
      ...years.map(({ year }) => year),
      ...spans.filter(hasPlace).flatMap(({ from, to }) => [from!, to!].map((day) => Number(day.slice(0, 4)))),
    ]),
  );
  if (ends.length === 0) return undefined;
  return [ends.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.max(a, b))];
}
