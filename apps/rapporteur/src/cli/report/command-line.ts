/** Shared by the commands of npm run report: options, paths, facts, and the messages about problems of a file. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { daySchema } from '@rapporteur/domain';
import { withSnapshot } from '@rapporteur/projections';
import { parseReport, readFacts, type Facts, type ReportFile } from '@rapporteur/report';
import type { Command } from 'commander';
import type pg from 'pg';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Writes to standard error what is not the result: progress, and the list of claims without an answer. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** A path as the user means it, from the user's folder: npm itself runs in the project's folder. */
export const toPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);

/** The values of the options for a vintage. */
export interface VintageOptions {
  readonly asOf?: string;
  readonly at?: string;
}

/** Adds the options for a vintage. In: the command, and the help's text on what applies when no day is given. */
export const withVintage = (command: Command, otherwise: string): Command =>
  command
    .option(
      '--as-of <DAY>',
      `only what had been received by that day (YYYY-MM-DD); without a day ${otherwise}`,
    )
    .option('--at <POSITION>', 'only what had been recorded by that position; the latest when not given');

/** The vintage that options ask for. Errors: every value that is no day or no position. */
export function toVintage({ asOf, at }: { asOf?: string | undefined; at?: string | undefined }): {
  asOf: string | undefined;
  at: number | undefined;
} {
  const faults = [
    ...(asOf !== undefined && !daySchema.safeParse(asOf).success
      ? [`--as-of ${asOf}: a day that exists, as YYYY-MM-DD, was expected.`]
      : []),
    ...(at !== undefined && !/^\d{1,15}$/.test(at)
      ? [`--at ${at}: a position, a whole number, was expected.`]
      : []),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { asOf, at: at === undefined ? undefined : Number(at) };
}

/** Reads the facts on a round at a vintage. Errors: ReportRefused. */
export const factsAt = (
  pool: pg.Pool,
  round: string,
  vintage: { asOf?: string | undefined; at?: number | undefined },
): Promise<Facts> => withSnapshot(pool, (snapshot) => readFacts(snapshot, round, vintage));

/** Reads and parses a report file. Errors: Error that lists every problem with line and column. */
export async function readReportFile(path: string): Promise<ReportFile> {
  const text = await readFile(toPath(path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT'
        ? `There is no file ${toPath(path)}. npm run report -- new writes one.`
        : `${toPath(path)} cannot be read: ${error.message}`,
    );
  });
  const reading = parseReport(text);
  if (reading.ok) return reading.file;
  const lines = reading.problems.map(
    ({ line, column, message, expected }) =>
      `${path}:${line}:${column}: ${message}${expected ? ` (expected: ${expected})` : ''}`,
  );
  const count = lines.length === 1 ? '1 problem' : `${lines.length} problems`;
  throw new Error(`${lines.join('\n')}\n\n${count}; nothing was written.`);
}

export const roundOf = ({ front }: ReportFile): string => `${front.collection}/${front.round}`;

/** Rows as CSV with CRLF, as RFC 4180 has it. */
export async function toCsv(
  columns: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<string> {
  const { writeCsv } = await import('@rapporteur/office-file');
  return writeCsv(rows, { header: true, columns, lineEnd: '\r\n' });
}
