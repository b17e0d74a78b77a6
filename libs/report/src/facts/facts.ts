/** What claims are answered from: everything that one vintage knows of a collection, in memory. */
import {
  groupBy,
  findInconsistencies,
  populationCollection,
  type CellStatement,
  type Inconsistency,
  type KnownRound,
  type ReplyMark,
} from '@rapporteur/domain';
import type { FixedVintage } from '../document/manifest.js';

export interface Facts {
  readonly vintage: FixedVintage;
  readonly round: KnownRound;
  /** What happened to the round's replies, in order of position; the compiler's own account left out. */
  readonly marks: readonly ReplyMark[];
  /** Respondents whose reply to the round stands, the compiler left out. Sorted by code. */
  readonly respondents: readonly string[];
  /** Deciding statements of observations of the whole collection: a series goes on through its rounds. */
  readonly observations: readonly CellStatement[];
  /** Imported population that the vintage knows; no figure of the round. */
  readonly population: readonly CellStatement[];
  /** Deciding statements of the round's findings. */
  readonly findings: readonly CellStatement[];
  /** Of the round. */
  readonly inconsistencies: readonly Inconsistency[];
  /** Events up to the vintage's position that could not be applied: what they say is missing. */
  readonly degraded: number;
}

/** What a vintage holds, as the tables are read. */
export interface Known {
  readonly vintage: FixedVintage;
  readonly round: KnownRound;
  readonly marks: readonly ReplyMark[];
  readonly statements: readonly CellStatement[];
  readonly degraded: number;
}

export const roundIdOf = ({ particulars }: KnownRound): string =>
  `${particulars.collection}/${particulars.round}`;

/** Whether a statement was made in a reply to the round. */
export const isOfRound = (statement: Pick<CellStatement, 'reply'>, round: KnownRound): boolean =>
  statement.reply.startsWith(`${roundIdOf(round)}/`);

/** In: all that a vintage knows of the collection, other rounds included, and of population. Out: the facts on the one round. */
export function toFacts({ vintage, round, marks, statements, degraded }: Known): Facts {
  const { collection, round: code, compiledBy } = round.particulars;
  const own = marks.filter(
    (mark) => mark.collection === collection && mark.round === code && mark.respondent !== compiledBy,
  );
  const last = new Map(own.map((mark) => [mark.respondent, mark]));
  const ofRound = statements.filter((statement) => isOfRound(statement, round));
  const isPopulation = (statement: CellStatement) =>
    statement.collection === populationCollection && collection !== populationCollection;
  return {
    vintage,
    round,
    marks: own,
    respondents: [...last].flatMap(([code, mark]) => (mark.kind === 'withdrawn' ? [] : code)).sort(),
    observations: statements.filter((s) => s.kind === 'observation' && !isPopulation(s)),
    population: statements.filter(isPopulation),
    findings: ofRound.filter(({ kind }) => kind === 'finding'),
    inconsistencies: findInconsistencies({ rounds: [round], marks, statements: ofRound }),
    degraded,
  };
}

const byKind = new WeakMap<Facts, ReadonlyMap<string, readonly CellStatement[]>>();
const byId = new WeakMap<Facts, ReadonlyMap<string, readonly CellStatement[]>>();

/**
 * The figures of one indicator and breakdown key, of all respondents. They come from an index, since each of
 * many tables asks.
 */
export function figuresOn(facts: Facts, indicator: string, breakdown: string): readonly CellStatement[] {
  const known = byKind.get(facts) ?? groupBy(facts.observations, (s) => `${s.code}~${s.breakdown}`);
  byKind.set(facts, known);
  return known.get(`${indicator}~${breakdown}`) ?? [];
}

/** What is said of one cell: several statements where one reply says several things of it. */
export function statementsOn(facts: Facts, cell: string): readonly CellStatement[] {
  const known = byId.get(facts) ?? groupBy([...facts.observations, ...facts.findings], (s) => s.cell);
  byId.set(facts, known);
  return known.get(cell) ?? [];
}
