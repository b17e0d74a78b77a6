/** The result of one comparison of the bench, and functions that run rounds and sum them up. */
import type { Latency } from './load/load.js';

/** The tools of a measurement: its sizes, databases, folder and output. */
export interface Bench {
  readonly quick: boolean;
  /** The size to measure: `quick` in a quick run, else `full`. */
  size(quick: number, full: number): number;
  /** The numbers of events or observations to measure with, none above `--largest`. */
  sizes(quick: readonly number[], full: readonly number[]): readonly number[];
  /** A new empty database on the bench's own server. Out: its address. */
  createDatabase(name: string): Promise<string>;
  /** A folder that is removed at the end. */
  readonly folder: string;
  say(line: string): void;
}

/**
 * One line of the table. `ratio` is ours / theirs, or theirs / ours where less is better, so that higher is
 * always better.
 */
export interface Row {
  readonly what: string;
  readonly against: string;
  readonly ratio: number;
  readonly target: number | null;
  /** Null: no target was set. */
  readonly reached: boolean | null;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  /** How long single operations took, in milliseconds, where that was measured. */
  readonly latency?:
    { readonly ours?: Latency | undefined; readonly theirs?: Latency | undefined } | undefined;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** How many seconds the work took. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** The result of one round of one side: the figure that counts, and how long single operations took. */
export interface Measured {
  readonly value: number;
  readonly latency?: Latency | undefined;
}

type Round = (round: number) => Promise<number | Measured>;

/**
 * Runs the sides in turn, beginning each round with another side. Out: for each side the median, with the
 * latency of the median round.
 */
export async function alternateAll<K extends string>(
  rounds: number,
  sides: Record<K, Round>,
): Promise<Record<K, Measured>> {
  const names = Object.keys(sides) as K[];
  const measured = new Map(names.map((name) => [name, [] as Measured[]]));
  for (let round = 0; round < rounds; round += 1)
    for (let i = 0; i < names.length; i += 1) {
      const name = names[(i + round) % names.length]!;
      const result = await sides[name](round);
      measured.get(name)!.push(typeof result === 'number' ? { value: result } : result);
    }
  return Object.fromEntries(names.map((name) => [name, middle(measured.get(name)!)])) as Record<K, Measured>;
}

/** The median, and the latency of the round that is nearest to it. */
function middle(results: readonly Measured[]): Measured {
  const value = median(results.map((r) => r.value));
  const near = [...results].sort((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value))[0];
  return { value, latency: near?.latency };
}

/** Runs both sides in turn, each round beginning with the other side. Out: the median of each. */
export async function alternate(
  rounds: number,
  ours: Round,
  theirs: Round,
): Promise<{ ours: number; theirs: number; latency: Row['latency'] }> {
  const measured = await alternateAll(rounds, { ours, theirs });
  const latency = { ours: measured.ours.latency, theirs: measured.theirs.latency };
  return {
    ours: measured.ours.value,
    theirs: measured.theirs.value,
    latency: latency.ours || latency.theirs ? latency : undefined,
  };
}

interface Compared {
  readonly what: string;
  readonly against: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  readonly target?: number | undefined;
  readonly lessIsBetter?: boolean;
  readonly latency?: Row['latency'];
}

export function toRow({ what, against, ours, theirs, unit, target, lessIsBetter, latency }: Compared): Row {
  const ratio = lessIsBetter ? theirs / ours : ours / theirs;
  const reached = target === undefined ? null : ratio >= target;
  return { what, against, ratio, target: target ?? null, reached, ours, theirs, unit, latency };
}
