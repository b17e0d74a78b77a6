/** Two indicators crossed: the States of each collection by what is known of the direction of both. */
import type { Series } from '@rapporteur/contract';
import { groupBy } from '../../page/group-by.js';
import { isGiven, shownDirection } from '../../parts/directions.js';

/** A State with its series of the two indicators; absent where it has reported none. */
export interface Pair {
  readonly respondent: Series['respondent'];
  readonly first: Series | undefined;
  readonly second: Series | undefined;
}

export interface Crossed {
  readonly collection: string;
  /** With a direction for both: they alone are counted. */
  readonly both: readonly (Pair & { readonly first: Series; readonly second: Series })[];
  /** With a direction for one of the two only. */
  readonly one: readonly Pair[];
  /** How many have reported one or both, and have a direction for neither. */
  readonly neither: number;
}

const has = (series: Series | undefined) => series !== undefined && isGiven(series);

/** In: totals of two indicators, one series for each State and collection. Figures of two collections are never paired. */
export function cross(series: readonly Series[], first: string, second: string): Crossed[] {
  return [...groupBy(series, ({ collection }) => collection)].map(([collection, own]) => {
    const pairs = [...groupBy(own, ({ respondent }) => respondent.code).values()].map((those): Pair => {
      const of = (code: string) => those.find(({ indicator }) => indicator.code === code);
      return { respondent: those[0]!.respondent, first: of(first), second: of(second) };
    });
    return {
      collection,
      both: pairs.filter((pair): pair is Crossed['both'][number] => has(pair.first) && has(pair.second)),
      one: pairs.filter((pair) => has(pair.first) !== has(pair.second)),
      neither: pairs.filter((pair) => !has(pair.first) && !has(pair.second)).length,
    };
  });
}

/** Whether a series has the direction that is chosen; undefined: any. */
const goes = (series: Series | undefined, kind: string | undefined) =>
  kind === undefined || (series !== undefined && shownDirection(series) === kind);

/** Whether a pair has the directions that are chosen; undefined: any. */
export const fits = ({ first, second }: Pair, kind: string | undefined, andKind: string | undefined) =>
  goes(first, kind) && goes(second, andKind);
