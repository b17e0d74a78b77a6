/** What one comparison of the bench is, and how rounds are run and summed up. */

/** What is measured, and how much of it. */
export interface Bench {
  readonly quick: boolean;
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

/** Runs both in turn, the one that begins changing with each round. Out: the median of each. */
export async function alternate(
  rounds: number,
  ours: (round: number) => Promise<number>,
  theirs: (round: number) => Promise<number>,
): Promise<{ ours: number; theirs: number }> {
  const measured = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 ? (['theirs', 'ours'] as const) : (['ours', 'theirs'] as const);
    for (const side of order) measured[side].push(await (side === 'ours' ? ours : theirs)(round));
  }
  return { ours: median(measured.ours), theirs: median(measured.theirs) };
}

interface Compared {
  readonly what: string;
  readonly against: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  readonly target?: number;
  readonly lessIsBetter?: boolean;
}

export function toRow({ what, against, ours, theirs, unit, target, lessIsBetter }: Compared): Row {
  const ratio = lessIsBetter ? theirs / ours : ours / theirs;
  const reached = target === undefined ? null : ratio >= target;
  return { what, against, ratio, target: target ?? null, reached, ours, theirs, unit };
}
