/** What a cell's figure shows of itself, and what can be reckoned with: shared by series, ratios and panels. */
import type { Passage } from '../events/document-events.js';
import type { PageRegion } from '../events/region.js';
import type { Source, Statement } from './fold.js';
import {
  isMissing,
  toInterval,
  type Interval,
  type MissingReason,
  type Qualifier,
} from '../figures/qualifier.js';
import type { Measure } from '../statistics/change.js';
import type { YearlyPoint } from '../statistics/interval.js';

/** The passage of a document in which a statement stands, or the region of a page. */
export type Evidence = Omit<Passage, 'event' | 'ordinal' | 'region'> & {
  readonly document: string;
  readonly region: PageRegion | null;
};

/** A statement that decides its cell, as the tables hold it. */
export interface CellStatement extends Omit<Statement, 'ordinal' | 'retracted'> {
  readonly ordinal?: number;
  /** The passage that it stands in, where one is known and was asked for. */
  readonly evidence?: Evidence;
  readonly receivedPrecision?: 'on' | 'on-or-before';
}

/** What of it a series shows: all but of which reply, and where in it. */
export type SeriesStatement = Omit<CellStatement, 'reply' | 'ordinal'>;

/** A day of receipt as it is shown: the day, or that it was that day at the latest. */
export type Received = string | { readonly onOrBefore: string };

export const toReceived = (day: string, precision: 'on' | 'on-or-before' = 'on'): Received =>
  precision === 'on' ? day : { onOrBefore: day };

/** A number, or the range that censored figures leave; null where it is not defined. */
export type ComputedNumber = number | { readonly low: number | null; readonly high: number | null } | null;

/** What every figure shows of where it comes from. */
export interface Cited extends Source {
  /** Identifier of the observation. */
  readonly id: string;
  readonly value: number | null;
  /** Null where values conflict and are not meant in the same way. */
  readonly qualifier: Qualifier | null;
  /** Why there is no number; absent where there is one, and where values conflict. */
  readonly missing?: MissingReason;
  /** Position of the event that it comes from. */
  readonly event: number;
  readonly receivedOn: Received;
  /** Where one event says several things of the cell: all of them, each with its place, and no value is chosen. */
  readonly values?: readonly Variant[];
}

/** One of the values that one event gives a cell. */
export interface Variant extends Source {
  readonly value: number | null;
  readonly qualifier: Qualifier;
}

/** A Measure as JSON shows it. */
export function toComputedNumber(measure: Measure): ComputedNumber {
  if (measure.kind === 'undefined') return null;
  return measure.kind === 'point'
    ? toShownDigits(measure.value)
    : { low: toShownDigits(measure.low), high: toShownDigits(measure.high) };
}

/** Twelve significant digits: what binary fractions add behind them is no information. */
export const toShownDigits = <T extends number | null>(value: T): T =>
  value === null || isShort(value) ? value : (Number(value.toPrecision(12)) as T);

/** Whole numbers of up to twelve digits, as nearly all are, stay as they are. */
const isShort = (value: number) => Number.isInteger(value) && Math.abs(value) < 1e12;

/** What a cell's figure admits; nothing where two values conflict, or where it is no number to reckon with. */
function intervalOf(variants: readonly Pick<CellStatement, 'value' | 'qualifier'>[]): Interval | null {
  const [only, ...more] = variants;
  return only && more.length === 0 ? toInterval(only.value, only.qualifier ?? 'exact') : null;
}

/** The point of a year's cell; none where there is nothing to reckon with. */
export function toPoint(
  variants: readonly Pick<CellStatement, 'year' | 'value' | 'qualifier'>[],
): YearlyPoint[] {
  const interval = intervalOf(variants);
  return interval ? [{ year: variants[0]!.year!, ...interval }] : [];
}

/**
 * What a cell shows, from its statements: one, or all that one event gives it. In: also an object that it is written into,
 * which saves a copy of each figure.
 */
export function cite<T extends object>(variants: readonly SeriesStatement[], into = {} as T): T & Cited {
  const { cell, value, qualifier, position, receivedOn, receivedPrecision, source } = variants[0]!;
  const shown = into as T & { -readonly [K in keyof Cited]: Cited[K] };
  shown.id = cell;
  shown.event = position;
  shown.receivedOn = toReceived(receivedOn, receivedPrecision);
  if (variants.length === 1) {
    const missing = missingIn(variants);
    shown.value = value;
    shown.qualifier = qualifier ?? 'exact';
    if (missing) shown.missing = missing;
    return Object.assign(shown, source);
  }
  const values = variants.map((v) => ({ value: v.value, qualifier: v.qualifier ?? 'exact', ...v.source }));
  const isSameQualifier = values.every((v) => v.qualifier === values[0]!.qualifier);
  shown.value = null;
  shown.qualifier = isSameQualifier ? values[0]!.qualifier : null;
  shown.values = values;
  return shown;
}

/** Why a cell has no number; undefined where it has one, and where several statements conflict. */
export function missingIn(variants: readonly Pick<CellStatement, 'qualifier'>[]): MissingReason | undefined {
  const [only, ...more] = variants;
  return only && more.length === 0 && isMissing(only.qualifier) ? only.qualifier : undefined;
}

/** Whether any statement of a cell says that its figure starts a new way of counting. */
export const startsNewCounting = (variants: readonly Pick<CellStatement, 'source'>[]): boolean =>
  variants.some(({ source }) => source.break === true);
