/** `npm run dead-letters`: events that could not be applied: list, retry, discard. */
import {
  discardDeadLetter,
  listDeadLetters,
  listDiscardedLetters,
  retryDeadLetter,
} from '@rapporteur/projections';
import { setEventAside } from '@rapporteur/event-store';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type pg from 'pg';
import { onDatabase } from './with-database.js';
import { WrongUsage } from './wrong-usage.js';

export const define = (command: Command): void =>
  onDatabase(
    command
      .usage('-- list | retry POSITION… | retry all | discard POSITION… | set-aside POSITION "REASON"')
      .description(
        `Events that could not be applied.

  list       (or nothing) position, time, stream and reason of each, and of what was discarded; exit status 1 when there
             are any that were not
  retry      applies them again; exit status 1 when one still cannot be
  discard    lets them go: the tables stay without them, the events stay in the log; what a rebuild can apply counts again
  set-aside  for an event that nobody can read, and that keeps its reply from being changed: a later event says that it
             counts for nothing, and why; every answer that it touches tells so`,
      )
      .argument('[verb]')
      .argument('[rest...]'),
    (pool, _options, args) => tend(pool, args),
  );

const say = (line: string) => process.stdout.write(`${line}\n`);

async function tend(pool: pg.Pool, [verb = 'list', ...rest]: string[]): Promise<number> {
  if (verb === 'list') return list(pool);
  if (verb === 'set-aside') return setAside(pool, rest);
  if (verb !== 'retry' && verb !== 'discard')
    throw new WrongUsage(`"${verb}" is none of list, retry, discard, set-aside.`);
  const all = verb === 'retry' && rest[0] === 'all';
  const positions = all ? (await listDeadLetters(pool)).map(({ position }) => position) : rest.map(Number);
  if ((!all && rest.length === 0) || positions.some((position) => !Number.isInteger(position)))
    throw new WrongUsage(`${verb} takes positions, as list shows them.`);
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
}

async function setAside(pool: pg.Pool, [written, reason, ...more]: string[]): Promise<number> {
  const position = Number(written);
  if (!Number.isInteger(position) || reason === undefined || more.length > 0)
    throw new WrongUsage('set-aside takes one position and one reason, in quotation marks.');
  const by = 'npm run dead-letters set-aside';
  await setEventAside(pool, position, reason, {
    recordedBy: userInfo().username || 'rapporteur',
    recordedAt: new Date().toISOString(),
    correlationId: by,
    causationId: by,
  });
  say(`${position} is set aside. The tables say so as soon as Rapporteur runs.`);
  return 0;
}

async function list(pool: pg.Pool): Promise<number> {
  const letters = await listDeadLetters(pool);
  const discarded = await listDiscardedLetters(pool);
  letters.forEach(({ position, since, stream, reason }) =>
    say(`${position}  ${since.toISOString()}  ${stream}\n    ${reason}`),
  );
  discarded.forEach(({ position, since, stream, reason, discardedAt }) =>
    say(
      `${position}  ${since.toISOString()}  ${stream}, discarded ${discardedAt.toISOString()}\n    ${reason}`,
    ),
  );
  say(
    letters.length + discarded.length === 0
      ? 'There are no dead letters.'
      : `${letters.length} dead letters, ${discarded.length} discarded.`,
  );
  return letters.length === 0 ? 0 : 1;
}
