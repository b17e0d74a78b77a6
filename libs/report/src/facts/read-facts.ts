/** Reads the facts on a round at a vintage from the tables. */
import { populationCollection, type KnownRound } from '@rapporteur/domain';
import {
  countDeadLetters,
  findSetAside,
  readCells,
  readMarks,
  readRounds,
  withEvidence,
  type Snapshot,
} from '@rapporteur/projections';
import { toFacts, type Facts } from './facts.js';

/** A report cannot be made on what is asked for: the message says why and what to do. */
export class ReportRefused extends Error {
  override name = 'ReportRefused';
  constructor(
    readonly code: 'unknown-round' | 'no-cut-off' | 'position-not-reached',
    message: string,
  ) {
    super(message);
  }
}

/**
 * In: a snapshot, the round as `collection/round`, and the vintage; without `asOf` the round's cut-off is taken,
 * without `at` the snapshot's position.
 * Out: the facts. Errors: ReportRefused where there is no such round, it has no cut-off, or `at` is not reached yet.
 */
export async function readFacts(
  snapshot: Snapshot,
  roundId: string,
  { asOf, at }: { readonly asOf?: string | undefined; readonly at?: number | undefined },
): Promise<Facts> {
  if (at !== undefined && at > snapshot.position)
    throw new ReportRefused(
      'position-not-reached',
      `The tables have come to position ${snapshot.position}, not yet to ${at}. Leave the position out, or give one up to that.`,
    );
  const position = at ?? snapshot.position;
  const rounds = await readRounds(snapshot, { at: position });
  const round = findRound(rounds, roundId);
  const day = asOf ?? round.particulars.cutOff;
  if (day === null)
    throw new ReportRefused(
      'no-cut-off',
      `The round ${roundId} has no cut-off, so the day up to which replies count must be given: --as-of YYYY-MM-DD, or asOf=YYYY-MM-DD in an address.`,
    );
  const vintage = { asOf: day, at: position };
  const { collection } = round.particulars;
  const marks = await readMarks(snapshot, { collection }, vintage);
  const cells = await readCells(snapshot, { collections: [collection] }, vintage);
  const own = await withEvidence(snapshot, cells, vintage);
  const respondents = [...new Set(own.map(({ respondent }) => respondent))];
  const people = { collections: [populationCollection], respondents };
  const population = collection === populationCollection ? [] : await readCells(snapshot, people, vintage);
  const statements = [...own, ...population];
  const aside = (await findSetAside(snapshot, position)).filter((one) => one.collection === collection);
  const degraded = (await countDeadLetters(snapshot, position)) + aside.length;
  return toFacts({ vintage, round, marks, statements, degraded });
}

function findRound(rounds: readonly KnownRound[], id: string): KnownRound {
  const found = rounds.find(({ particulars: p }) => `${p.collection}/${p.round}` === id);
  if (found) return found;
  const ids = rounds.map(({ particulars: p }) => `${p.collection}/${p.round}`);
  throw new ReportRefused(
    'unknown-round',
    `There is no round "${id}". ${ids.length > 0 ? `There are: ${ids.join(', ')}.` : 'No round has been opened.'}`,
  );
}
