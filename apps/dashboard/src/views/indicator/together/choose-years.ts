/** The years of a panel: those of the address, or else five up to the year with the most figures. */
import type { Series } from '@rapporteur/contract';
import type { Params } from '../../../page/address.js';
import { countYears } from '../rank.js';

export interface Years {
  /** From the latest to the first year in which anybody has a figure. */
  readonly all: readonly number[];
  readonly from: number;
  readonly to: number;
}

const yearsUnasked = 5;

/** In: the series of a collection, one of them with a figure of a year; what the address says. */
export function chooseYears(series: readonly Series[], { from, to }: Params): Years {
  const counts = countYears(series);
  const [latest, first] = [counts[0]?.[0] ?? 0, counts.at(-1)?.[0] ?? 0];
  const all = Array.from({ length: latest - first + 1 }, (_, i) => latest - i);
  const within = (year: string | undefined) => all.find((one) => String(one) === year);
  const fullest = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? latest;
  const end = within(to) ?? Math.max(fullest, within(from) ?? fullest);
  const begin = within(from) ?? Math.max(first, end - yearsUnasked + 1);
  return { all, from: Math.min(begin, end), to: Math.max(begin, end) };
}
