/** Which rows became worse than those of an earlier run, by their ratios: these depend little on the machine. */
import { readFile } from 'node:fs/promises';
import type { Row } from './row.js';

/** A ratio that lost more than this part is told of; less is what runs of one version differ by. */
const lostAtMost = 1 / 3;

type Kept = Pick<Row, 'what' | 'against' | 'ratio'>;

/** The rows of a file that `--json` wrote. Errors: it cannot be read, or is none. */
export async function readKept(path: string): Promise<readonly Kept[]> {
  const { rows } = JSON.parse(await readFile(path, 'utf8')) as { rows?: readonly Kept[] };
  if (!rows) throw new Error(`${path} has no rows: give a file that --json wrote.`);
  return rows;
}

/**
 * In: the rows of now and those that were kept. Out: a warning for each that lost a third of its ratio, and how many have a
 * row to be compared with, so that nobody takes silence for a comparison.
 */
export function tellWorse(rows: readonly Kept[], kept: readonly Kept[]): readonly string[] {
  const keyOf = ({ what, against }: Kept) => `${what}\n${against}`;
  const before = new Map(kept.map((row) => [keyOf(row), row.ratio]));
  const worse = rows.flatMap((row) => {
    const was = before.get(keyOf(row));
    if (was === undefined || row.ratio >= was * (1 - lostAtMost)) return [];
    return [
      `warning: ${row.what}, against ${row.against}: ratio ${row.ratio.toPrecision(3)}, was ${was.toPrecision(3)}`,
    ];
  });
  const compared = rows.filter((row) => before.has(keyOf(row))).length;
  return [...worse, `${compared} of ${rows.length} rows compared, ${worse.length} worse by a third`];
}
