/** `npm run report -- diff`: what changed between two vintages of a round or between two rounds, as text. */
import { compareFacts, loadLanguage } from '@rapporteur/report';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { factsAt, orUsage, toVintage } from './command-line.js';

export const compareUsage = `npm run report -- diff A B [OPTIONS]: what changed between two vintages or two rounds

  A and B           days of one round (2008-01-24 2008-06-30), a day with a position (2008-01-24@27),
                    or rounds of one collection (ecosoc-2006-27/2008 ecosoc-2006-27/2010), each at its
                    cut-off, or with a vintage (ecosoc-2006-27/2008:2008-06-30@40)
  --round ID        the round that days are of: ecosoc-2006-27/2008
  --lang CODE       en (when not given) or zh

Markdown goes to standard output: who replied both times, what was corrected and by which corrigendum, what is higher
or lower, what was stated since.
`;

interface State {
  readonly round: string;
  readonly asOf?: string | undefined;
  readonly at?: number | undefined;
}

/** In: the pool, the arguments. Out: the exit status. Errors: what the arguments lack; ReportRefused. */
export async function compareStates(pool: pg.Pool, args: string[]): Promise<number> {
  const { values, positionals } = orUsage(compareUsage, () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        round: { type: 'string' },
        lang: { type: 'string', default: 'en' },
      },
    }),
  );
  if (positionals.length !== 2) throw new Error(`diff takes two vintages or two rounds.\n\n${compareUsage}`);
  const [a, b] = positionals.map((text) => readState(text, values.round)) as [State, State];
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
    throw new Error(`"${text}" is no day, round, or round with a day.\n\n${compareUsage}`);
  const of = named ?? round;
  if (of === undefined)
    throw new Error(`"${text}" is a day: --round says of which round.\n\n${compareUsage}`);
  return { round: of, ...toVintage({ 'as-of': day, at: position }) };
}
