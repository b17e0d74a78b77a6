/** `npm run dead-letters`: events that could not be applied: list, retry, discard. */
import { discardDeadLetter, listDeadLetters, retryDeadLetter } from '@rapporteur/projections';
import type pg from 'pg';
import { runCommand } from './with-database.js';

const usage = `npm run dead-letters -- list | retry POSITION… | retry all | discard POSITION…

  list          position, time, stream and reason of each; exit status 1 when there are any
  retry         applies them again; exit status 1 when one still cannot be
  discard       lets them go: the tables stay without them, the event stays in the log, and a rebuild meets it anew
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

runCommand(usage, async (pool, [verb = 'list', ...rest]) => {
  if (verb === 'list') return list(pool);
  if (verb !== 'retry' && verb !== 'discard')
    throw new Error(`"${verb}" is none of list, retry, discard.\n\n${usage}`);
  const all = verb === 'retry' && rest[0] === 'all';
  const positions = all ? (await listDeadLetters(pool)).map(({ position }) => position) : rest.map(Number);
  if ((!all && rest.length === 0) || positions.some((position) => !Number.isInteger(position)))
    throw new Error(`${verb} takes positions, as list shows them.\n\n${usage}`);
  let status = 0;
  for (const position of positions) {
    const done =
      verb === 'retry'
        ? await retryDeadLetter(pool, position)
        : await discardDeadLetter(pool, position).then(() => true);
    say(`${position} ${done ? (verb === 'retry' ? 'applied' : 'discarded') : 'still cannot be applied'}`);
    if (!done) status = 1;
  }
  return status;
});

async function list(pool: pg.Pool): Promise<number> {
  const letters = await listDeadLetters(pool);
  letters.forEach(({ position, since, stream, reason }) =>
    say(`${position}  ${since.toISOString()}  ${stream}\n    ${reason}`),
  );
  say(letters.length === 0 ? 'There are no dead letters.' : `${letters.length} dead letters.`);
  return letters.length === 0 ? 0 : 1;
}
