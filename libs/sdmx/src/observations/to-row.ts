/** From what a cell says to one observation of SDMX. */
import {
  breakdownOf,
  confStatusOf,
  findIndicator,
  obsStatusOf,
  periodKey,
  toInterval,
  type CellStatement,
} from '@rapporteur/domain';
import type { Row } from '../model.js';
import { toBreakdownIds } from '../structures/breakdowns.js';
import { conflicting, toQualifierId } from '../structures/code-lists.js';
import { toTimePeriod } from '../query/time-period.js';

const show = (value: number | string | null | undefined) =>
  value === null || value === undefined ? undefined : String(value);

const idsByKey = new Map<string, readonly string[]>();
/** More than there are kinds of breakdown with their codes in any collection that is known. */
const keptAtMost = 20_000;

/** The codes of a breakdown by its key, kept: thousands of figures have the same. */
function breakdownIdsOf(key: string): readonly string[] {
  const kept = idsByKey.get(key);
  if (kept) return kept;
  const ids = toBreakdownIds(breakdownOf(key));
  if (idsByKey.size < keptAtMost) idsByKey.set(key, ids);
  return ids;
}

/** One text of what the variants say; undefined where none says anything. */
function joined(texts: readonly (string | undefined)[]): string | undefined {
  const said = [...new Set(texts.filter((text) => text !== undefined))];
  return said.length > 0 ? said.join(' | ') : undefined;
}

/** Value, least and most, and how they are meant. */
interface Said {
  readonly value: string | undefined;
  readonly qualifier: string;
  readonly low: string | undefined;
  readonly high: string | undefined;
  readonly status: string;
  readonly confidentiality: string | undefined;
  readonly comment: string | undefined;
}

/** In: the statements that decide a cell. Out: what they say; of several values none is chosen. */
export function sayingOf(variants: readonly CellStatement[]): Said {
  const [only] = variants as readonly [CellStatement];
  const isBreak = variants.some(({ source }) => source.break === true);
  if (variants.length > 1) return { ...conflictOf(variants, isBreak), comment: commentOf(variants) };
  const qualifier = only.qualifier ?? 'exact';
  const interval = qualifier === 'exact' ? null : toInterval(only.value, qualifier);
  return {
    // "<5" is no number: what the reply says is that it is one of 0 to 4.
    value: qualifier === 'fewer-than' ? undefined : show(only.value),
    qualifier: toQualifierId(qualifier),
    low: show(interval?.low),
    high: show(interval?.high),
    status: obsStatusOf(only.qualifier, isBreak),
    confidentiality: confStatusOf(only.qualifier) ?? undefined,
    comment: only.source.note,
  };
}

function conflictOf(variants: readonly CellStatement[], isBreak: boolean): Omit<Said, 'comment'> {
  const intervals = variants.map(({ value, qualifier }) => toInterval(value, qualifier ?? 'exact'));
  const isBounded = intervals.every((interval) => interval !== null);
  const highs = intervals.map((interval) => interval?.high ?? null);
  return {
    value: undefined,
    qualifier: conflicting,
    low: isBounded ? show(Math.min(...intervals.map(({ low }) => low))) : undefined,
    high: isBounded && !highs.includes(null) ? show(Math.max(...(highs as number[]))) : undefined,
    status: isBreak ? 'B' : 'O',
    confidentiality:
      variants.map(({ qualifier }) => confStatusOf(qualifier)).find((one) => one !== null) ?? undefined,
  };
}

/** Every value of a conflict with its place: `40 (paragraph 14) | at-least 60 (paragraph 15)`. */
function commentOf(variants: readonly CellStatement[]): string {
  const note = joined(variants.map(({ source }) => source.note));
  const values = variants.map(({ value, qualifier, source: { paragraph, footnote, row } }) => {
    const meant = qualifier === null || qualifier === 'exact' ? undefined : qualifier;
    const places = [
      paragraph === undefined ? undefined : `paragraph ${paragraph}`,
      footnote === undefined ? undefined : `footnote ${footnote}`,
      row === undefined ? undefined : `row ${row}`,
    ].filter((one) => one !== undefined);
    const text = [meant, show(value)].filter((one) => one !== undefined).join(' ');
    return places.length > 0 ? `${text} (${places.join(', ')})` : text;
  });
  return [values.join(' | '), ...(note === undefined ? [] : [note])].join('; ');
}

/** The attributes of a figure, in the order of the structure. */
function attributesOf(variants: readonly CellStatement[], said: Said): Row {
  const { code, reply, position, receivedOn, receivedPrecision, period, year } = variants[0]!;
  const of = (pick: (statement: CellStatement) => number | string | undefined) =>
    variants.length === 1 ? show(pick(variants[0]!)) : joined(variants.map((one) => show(pick(one))));
  return [
    findIndicator(code)?.unit,
    said.status,
    said.confidentiality,
    said.qualifier,
    said.low,
    said.high,
    of(({ source }) => source.paragraph),
    of(({ source }) => source.footnote),
    of(({ source }) => source.row),
    of(({ source }) => source.asWritten),
    said.comment,
    reply.slice(0, reply.lastIndexOf('/')),
    show(position),
    receivedOn,
    receivedPrecision === 'on-or-before' ? 'ON_OR_BEFORE' : 'ON',
    year === null ? period : undefined,
  ];
}

const placeOf = ({ collection, respondent, code, breakdown }: CellStatement): Row => [
  collection,
  respondent,
  code,
  ...breakdownIdsOf(breakdown),
];

/** In: the statements that decide a cell. Out: its observation; undefined where its period has no TIME_PERIOD. */
export function toTimedRow(variants: readonly CellStatement[]): Row | undefined {
  const [first] = variants as readonly [CellStatement];
  const time = toTimePeriod(first.period);
  if (time === undefined) return undefined;
  const said = sayingOf(variants);
  const frequency = first.year === null ? '_O' : 'A';
  return [frequency, ...placeOf(first), time, said.value, ...attributesOf(variants, said)];
}

/** The same for the flow without a time; undefined where TIME_PERIOD can say its period. */
export function toUntimedRow(variants: readonly CellStatement[]): Row | undefined {
  const [first] = variants as readonly [CellStatement];
  if (toTimePeriod(first.period) !== undefined) return undefined;
  const said = sayingOf(variants);
  return [...placeOf(first), periodKey(first.period), said.value, ...attributesOf(variants, said)];
}
