/** `npm run report -- diff`: what changed between two vintages of a round or between two rounds, as text. */
import { compareFacts, loadLanguage } from '@rapporteur/report';
import type { Command } from 'commander';
import type pg from 'pg';
import { onDatabase } from '../with-database.js';
import { WrongUsage } from '../wrong-usage.js';
import { factsAt, toVintage } from './command-line.js';

interface Options {
  readonly round?: string;
  readonly lang: string;
}

export const defineDiff = (command: Command): void =>
  onDatabase(
    command
      .usage('-- diff A B [OPTIONS]')
      .description(
        `What changed between two vintages or two rounds.

A and B are days of one round (2008-01-24 2008-06-30), a day with a position (2008-01-24@27), or rounds of one
collection (ecosoc-2006-27/2008 ecosoc-2006-27/2010), each at its cut-off, or with a vintage
(ecosoc-2006-27/2008:2008-06-30@40).

Markdown goes to standard output: who replied both times, what was corrected and by which corrigendum, what is higher
or lower, what was stated since.`,
      )
      .argument('[states...]')
      .option('--round <ID>', 'the round that days are of: ecosoc-2006-27/2008')
      .option('--lang <CODE>', 'one of ar, en, es, fr, ru, zh', 'en'),
    compareStates,
  );

interface State {
  readonly round: string;
  readonly asOf?: string | undefined;
  readonly at?: number | undefined;
}

/** Out: the exit status. Errors: what the arguments lack; ReportRefused. */
async function compareStates(pool: pg.Pool, values: Options, states: string[]): Promise<number> {
  if (states.length !== 2) throw new WrongUsage('diff takes two vintages or two rounds.');
  const [a, b] = states.map((text) => readState(text, values.round)) as [State, State];
  const collections = new Set([a, b].map(({ round }) => round.split('/')[0]));
  if (collections.size > 1)
    throw new Error(
      `${[...collections].join(' and ')} are two collections: figures of two sources are never compared as one.`,
    );
  const language = await loadLanguage(values.lang);
  const before = await factsAt(pool, a.round, a);
  const after = await factsAt(pool, b.round, b);
  process.stdout.write(compareFacts(before, after, language));
  return 0;
}

/** `DAY`, `DAY@POSITION`, `ROUND`, `ROUND:DAY`, `ROUND:DAY@POSITION`. */
function readState(text: string, round: string | undefined): State {
  const [, named, day, position] =
    /^(?:([^:@]+\/[^:@]+)(?=:|$):?)?(\d{4}-\d{2}-\d{2})?(?:@(\d+))?$/.exec(text) ?? [];
  if (named === undefined && day === undefined)
    throw new WrongUsage(`"${text}" is no day, round, or round with a day.`);
  const of = named ?? round;
  if (of === undefined) throw new WrongUsage(`"${text}" is a day: --round says of which round.`);
  return { round: of, ...toVintage({ asOf: day, at: position }) };
}
