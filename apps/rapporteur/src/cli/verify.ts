/** `npm run verify`: holds the tables against a pure fold of the log. */
import { verifyTables } from '@rapporteur/projections';
import type { Command } from 'commander';
import type pg from 'pg';
import { counted } from './counted.js';
import { makeProgress } from './progress.js';
import { onDatabase } from './with-database.js';

export const define = (command: Command): void =>
  onDatabase(
    command.description('Compares the tables with a pure fold of the log.').addHelpText(
      'after',
      `
Exit status 0: the same; 1: they differ, and the first differences are printed, or the log has events that nobody can
read and that are not set aside; 2: it could not be done.`,
    ),
    verify,
  );

async function verify(pool: pg.Pool): Promise<number> {
  const { events, cells, deadLetters, discarded, setAside, unreadable, oddlyRecorded, differences } =
    await verifyTables(pool, { onProgress: makeProgress('Folding the log') });
  for (const { where, table, fold } of differences)
    process.stdout.write(`${where}\n  table ${table ?? 'not there'}\n  fold  ${fold ?? 'not there'}\n`);
  const verdict =
    differences.length === 0
      ? 'the tables are the fold of the log'
      : `${counted(differences.length, 'difference')} or more`;
  process.stdout.write(`${counted(events, 'event')}, ${counted(cells, 'cell')}: ${verdict}\n`);
  if (deadLetters + discarded > 0)
    process.stdout.write(
      `Both leave out what could not be applied: dead letters ${deadLetters}, discarded ${discarded}, see npm run dead-letters list.\n`,
    );
  if (setAside > 0)
    process.stdout.write(
      `${counted(setAside, 'event')} that nobody can read ${setAside === 1 ? 'is' : 'are'} set aside, and every answer that this touches says so.\n`,
    );
  for (const { position, stream, fault } of unreadable)
    process.stdout.write(`The event at ${position} (${stream}) cannot be read: ${fault}\n`);
  if (unreadable.length > 0)
    process.stdout.write('Set them aside: npm run dead-letters -- set-aside POSITION "REASON"\n');
  for (const { position, stream, fault } of oddlyRecorded)
    process.stdout.write(
      `The event at ${position} (${stream}) counts, but who recorded it cannot be shown: ${fault}\n`,
    );
  return differences.length + unreadable.length === 0 ? 0 : 1;
}
