/** The axes of a chart: how far they reach, and where they have ticks. */
import type { Drawing, Glyph, Scaling } from './glyphs.js';
import type { Page } from '../page/page-context.js';
import { rateNumber } from './rates.js';
import { logZero } from './scale.js';

/** How a chart is to be drawn; sizes in pixels. */
export interface ChartOptions extends Scaling {
  readonly width: number;
  readonly height: number;
  /** First and last year of the axis; when absent, those of the facet. */
  readonly years?: readonly [number, number] | undefined;
  /** The axis reaches at least to this value. */
  readonly top?: number | undefined;
  /** Whether it is one of many small charts, with fewer ticks and words. */
  readonly isSmall?: boolean;
}

/** The upper end of a glyph; its lower end where the value has no upper limit. */
export const finiteHigh = ({ low, high }: Glyph): number => (Number.isFinite(high) ? high : low);

const intervalHigh = ({ interval }: Glyph): number =>
  interval && Number.isFinite(interval.high) ? interval.high : 0;

/** The greatest value in a drawing. */
export const topOf = ({ yearly, spans }: Drawing): number =>
  [...yearly, ...spans].reduce((top, glyph) => Math.max(top, finiteHigh(glyph), intervalHigh(glyph)), 0);

/** Whole numbers within a domain, not more of them than can be read. */
export function wholeTicks([low, high]: readonly [number, number], width: number): number[] {
  const count = high - low + 1;
  const step = Math.ceil(count / Math.max(2, Math.floor(width / 48)));
  return Array.from({ length: count }, (_, i) => low + i).filter((_, i) => i % step === 0);
}

/**
 * Ticks 1, 2, 5, 10, 20 … within limits, or only powers of ten where there would be many; before them the place
 * of zero.
 */
function logTicks(low: number, top: number, hasZero: boolean): number[] {
  const decades = Array.from({ length: 12 }, (_, i) => 10 ** i);
  const within = (values: number[]) => values.filter((value) => value >= low && value <= top);
  const fine = within(decades.flatMap((value) => [value, 2 * value, 5 * value]));
  const ticks = fine.length > 6 ? within(decades) : fine;
  return hasZero ? [logZero, ...ticks] : ticks;
}

/** In: what is drawn and how. Out: the axis of values as Plot takes it. */
export function toYAxis(drawing: Drawing, options: ChartOptions, page: Page) {
  const { scale, isSmall, per } = options;
  const most = options.top ?? topOf(drawing);
  // Counts are whole; a rate may be far below one.
  const top = per === undefined ? Math.max(1, most) : most || 1;
  const shared = { grid: true, label: null };
  if (scale !== 'log')
    return {
      ...shared,
      domain: [0, top * 1.12],
      ticks: isSmall ? 3 : 5,
      tickFormat: (value: number) => (per === undefined ? page.number(value) : rateNumber(value, page)),
    };
  const lows = [...drawing.yearly, ...drawing.spans].flatMap(({ kind, low }) =>
    kind === 'missing' || low < 1 ? [] : [low],
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

/** Whether a glyph is a bar between two values, and not a mark for one. */
export const isRange = ({ kind, low, high }: Glyph): boolean => kind !== 'missing' && low < high;
export const isDot = (glyph: Glyph): boolean => glyph.kind !== 'missing' && !isRange(glyph);
