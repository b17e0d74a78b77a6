/** What one comparison of the bench is, and how rounds are run and summed up. */
import type { Latency } from './load/load.js';

/** What is measured, and how much of it. */
export interface Bench {
  readonly quick: boolean;
  /** How much of something: the first in a quick run. */
  size(quick: number, full: number): number;
  /** The numbers of events or observations that something is measured at, none above `--largest`. */
  sizes(quick: readonly number[], full: readonly number[]): readonly number[];
  /** A new empty database on the bench's own server. Out: its address. */
  createDatabase(name: string): Promise<string>;
  /** A folder that is removed at the end. */
  readonly folder: string;
  say(line: string): void;
}

/** One line of the table. `ratio` is the better-is-higher share ours / theirs, or theirs / ours where less is better. */
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
  /** How long one took, in milliseconds, where that was measured. */
  readonly latency?:
    { readonly ours?: Latency | undefined; readonly theirs?: Latency | undefined } | undefined;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Seconds that the work took. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** What one round of one side gave: the figure that counts, and how long one took. */
export interface Measured {
  readonly value: number;
  readonly latency?: Latency | undefined;
}

type Round = (round: number) => Promise<number | Measured>;

/** Runs the sides in turn, another one beginning each round. Out: of each side the median, its latency that of the median round. */
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

/** Runs both in turn, the one that begins changing with each round. Out: the median of each. */
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
