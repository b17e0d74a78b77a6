/** `npm run verify`: holds the tables against a pure fold of the log. */
import { verifyTables } from '@rapporteur/projections';
import { makeProgress, runCommand } from './with-database.js';

const usage = `npm run verify: compares the tables with a pure fold of the log

Exit status 0: the same; 1: they differ, and the first differences are printed; 2: it could not be done.
`;

runCommand(usage, async (pool) => {
  const { events, cells, deadLetters, discarded, differences } = await verifyTables(pool, {
    onProgress: makeProgress('Folding the log'),
  });
  for (const { where, table, fold } of differences)
    process.stdout.write(`${where}\n  table ${table ?? 'not there'}\n  fold  ${fold ?? 'not there'}\n`);
  const verdict =
    differences.length === 0
      ? 'the tables are the fold of the log'
      : `${differences.length} differences or more`;
  process.stdout.write(`${events} events, ${cells} cells: ${verdict}\n`);
  if (deadLetters + discarded > 0)
    process.stdout.write(
      `Both leave out what could not be applied: dead letters ${deadLetters}, discarded ${discarded}, see npm run dead-letters list.\n`,
    );
  return differences.length === 0 ? 0 : 1;
});
