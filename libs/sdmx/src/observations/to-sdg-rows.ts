/** From a count of detected victims with its rate to the two observations that SDG 16.2.2 has of it. */
import {
  breakdownOf,
  findMissing,
  obsStatusOf,
  toSdgKey,
  type CellStatement,
  type Rate,
} from '@rapporteur/domain';
import type { Row } from '../model.js';
import { toBreakdownId } from '../structures/breakdowns.js';
import { toSdgArea } from '../structures/sdg.js';
import { sayingOf } from './to-row.js';

const show = (value: number | null | undefined) => (typeof value === 'number' ? String(value) : undefined);
const total = '_T';

/**
 * In: the statements that decide a cell, its rate, and where the population comes from. Out: the count and the rate; none
 * where the global structure has no place for it. A figure that is of no year has none either: FREQ is always A.
 */
export function toSdgRows(variants: readonly CellStatement[], rate: Rate, source: string): Row[] {
  const [first] = variants as readonly [CellStatement];
  const breakdown = breakdownOf(first.breakdown);
  const key = toSdgKey(breakdown);
  if (!key || first.year === null) return [];
  const said = sayingOf(variants);
  const age = breakdown['age'] === undefined ? total : toBreakdownId('age', breakdown['age']);
  const sex = breakdown['sex'] === undefined ? total : toBreakdownId('sex', breakdown['sex']);
  const keyOf = (series: string): Row => [
    'A',
    'N',
    series,
    toSdgArea(first.respondent),
    sex,
    age,
    total,
    total,
    total,
    total,
    first.collection,
    total,
    total,
    total,
    total,
    first.period,
  ];
  const end: Row = [String(first.position), first.receivedOn];
  const count: Row = [
    ...keyOf(key.series.replace(/R$/, '')),
    said.value,
    'NUMBER',
    '0',
    said.status,
    'C',
    said.low,
    said.high,
    said.qualifier,
    undefined,
    undefined,
    said.comment,
    ...end,
  ];
  const value = typeof rate.rate === 'number' ? show(rate.rate) : undefined;
  const per: Row = [
    ...keyOf(key.series),
    value,
    'PER_100000_POP',
    '0',
    value === undefined ? statusWithout(variants) : said.status,
    'CA',
    show(rate.interval?.low),
    show(rate.interval?.high),
    said.qualifier,
    undefined,
    rate.population === null ? undefined : source,
    value === undefined && rate.reason ? reasonOf(rate.reason) : undefined,
    ...end,
  ];
  return [count, per];
}

/** Why a rate has no number; that of the figure where that has none, or else that it is missing. */
function statusWithout(variants: readonly CellStatement[]): string {
  const status = obsStatusOf(variants[0]!.qualifier, false);
  return status === 'A' ? 'O' : status;
}

const reasonOf = (reason: string): string => findMissing(reason)?.names['en'] ?? reason.replaceAll('-', ' ');
