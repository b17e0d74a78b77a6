/** `npm run rebuild`: builds the tables anew beside the live ones, and swaps them in. */
import { rebuildTables, type RebuildPhase, type RebuildProgress } from '@rapporteur/projections';
import { makeProgress, runCommand } from './with-database.js';

const usage = `npm run rebuild [-- --keep]: builds the tables anew from the log, beside the live ones, and swaps them in

Everything may go on running: events that arrive meanwhile are caught up with, and readers see the old tables until the
new ones take their place in one transaction. What differed is told.

  --keep        keeps the old tables, in a schema that is named at the end
`;

const titles: Record<RebuildPhase, string> = {
  loading: 'Loading events',
  indexing: 'Making indexes',
  counting: 'Counting cells',
  testing: 'Testing series',
  'catching-up': 'Catching up',
  swapping: 'Comparing and swapping',
};

/** A line for each phase, with a rate and time left of its own; where no share is told, its name. */
function showPhases(): RebuildProgress {
  let shown: RebuildPhase | undefined;
  let show: ReturnType<typeof makeProgress>;
  return (phase, share) => {
    if (phase !== shown) show = makeProgress(titles[(shown = phase)]);
    if (share) show(...share);
    else process.stdout.write(`${titles[phase]}\n`);
  };
}

runCommand(usage, async (pool, args) => {
  const unknown = args.find((arg) => arg !== '--keep');
  if (unknown) throw new Error(`"${unknown}" is no option.\n\n${usage}`);
  const { position, differences, kept } = await rebuildTables(pool, {
    keep: args.includes('--keep'),
    onProgress: showPhases(),
  });
  const told = Number.isNaN(differences)
    ? 'the old tables could not be brought there to compare'
    : `${differences} ${differences === 1 ? 'row' : 'rows'} differed`;
  process.stdout.write(
    `Swapped in at position ${position}: ${told}.${kept ? ` The old tables are in the schema ${kept}.` : ''}\n`,
  );
  return 0;
});
