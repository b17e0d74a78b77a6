/** `npm run rebuild`: builds the tables anew beside the live ones, and swaps them in. */
import { rebuildTables, type RebuildPhase, type RebuildProgress } from '@rapporteur/projections';
import type { Command } from 'commander';
import type pg from 'pg';
import { makeProgress } from './progress.js';
import { onDatabase } from './with-database.js';

export const define = (command: Command): void =>
  onDatabase(
    command
      .usage('[-- --keep]')
      .description(
        `Builds the tables anew from the log, beside the live ones, and swaps them in.

Everything may go on running: events that arrive meanwhile are caught up with, and readers see the old tables until the
new ones take their place in one transaction. What differed is told.`,
      )
      .option('--keep', 'keeps the old tables, in a schema that is named at the end'),
    (pool, { keep = false }: { keep?: boolean }) => rebuild(pool, keep),
  );

const titles: Record<RebuildPhase, string> = {
  loading: 'Loading events',
  indexing: 'Making indexes',
  counting: 'Counting cells',
  testing: 'Testing series',
  'catching-up': 'Catching up',
  swapping: 'Comparing and swapping',
};

/** A line for each phase, with its own rate and time left; only its name where the phase reports no share. */
function showPhases(): RebuildProgress {
  let shown: RebuildPhase | undefined;
  let show: ReturnType<typeof makeProgress>;
  return (phase, share) => {
    if (phase !== shown) show = makeProgress(titles[(shown = phase)]);
    if (share) show(...share);
    else process.stdout.write(`${titles[phase]}\n`);
  };
}

async function rebuild(pool: pg.Pool, keep: boolean): Promise<number> {
  const { position, differences, kept } = await rebuildTables(pool, { keep, onProgress: showPhases() });
  const told = Number.isNaN(differences)
    ? 'the old tables could not be brought there to compare'
    : `${differences} ${differences === 1 ? 'row' : 'rows'} differed`;
  process.stdout.write(
    `Swapped in at position ${position}: ${told}.${kept ? ` The old tables are in the schema ${kept}.` : ''}\n`,
  );
  return 0;
}
