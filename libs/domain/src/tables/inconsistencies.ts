/** What does not fit together in what is known at a vintage: shown with its places, never mended. */
import type { RoundOpened } from '../events/events.js';
import type { ReplyMark } from './fold.js';
import type { CellStatement } from './figure.js';
import { groupBy } from './group-by.js';
import { partsOfNotApplicable } from './parts-of-not-applicable.js';
import { writeSentence, type InconsistencySentence } from './inconsistency-sentence.js';
import { parsePeriod, type Period } from '../figures/period.js';
import { hasNumber } from '../figures/numbers.js';
import { toInterval } from '../figures/qualifier.js';

export const inconsistencyKinds = [
  'cited-but-not-listed',
  'listed-but-not-cited',
  'name-spelt-otherwise',
  'part-exceeds-whole',
  'conflicting-figures',
  'implied-finding-missing',
  'figure-not-applicable',
  'figure-not-in-quote',
] as const;

/** One place that disagrees with another. */
export interface CitedPlace {
  readonly paragraph?: number | undefined;
  readonly footnote?: number | undefined;
  readonly row?: number | undefined;
  /** Observation or finding. */
  readonly id?: string;
  readonly event?: number;
}

export interface Inconsistency {
  readonly kind: (typeof inconsistencyKinds)[number];
  readonly round: string;
  readonly respondent: string;
  /** The parts of what does not fit; `code` is the kind again. */
  readonly sentence: InconsistencySentence;
  /** The sentence in English. */
  readonly message: string;
  readonly places: readonly CitedPlace[];
}

export interface KnownRound {
  readonly particulars: RoundOpened;
  readonly position: number;
}

/** Everything known at a vintage: rounds, marks of replies that stand or stood, and deciding statements. */
export interface Knowledge {
  readonly rounds: readonly KnownRound[];
  readonly marks: readonly ReplyMark[];
  readonly statements: readonly CellStatement[];
}

const toInconsistency = (
  round: string,
  respondent: string,
  sentence: InconsistencySentence,
  places: readonly CitedPlace[],
): Inconsistency => ({
  kind: sentence.code,
  round,
  respondent,
  sentence,
  message: writeSentence(respondent, sentence),
  places,
});

const roundOf = (reply: string) => reply.slice(0, reply.lastIndexOf('/'));
const toPlace = ({ source, cell, position }: CellStatement): CitedPlace => ({
  ...(source.paragraph === undefined ? {} : { paragraph: source.paragraph }),
  ...(source.footnote === undefined ? {} : { footnote: source.footnote }),
  ...(source.row === undefined ? {} : { row: source.row }),
  id: cell,
  event: position,
});

/** All inconsistencies, those of lists first, then of figures, in the order of rounds and respondents. */
export function findInconsistencies(known: Knowledge): Inconsistency[] {
  const byReply = groupBy(known.statements, ({ reply }) => reply);
  return [
    ...known.rounds.flatMap((round) => findInLists(round, known, byReply)),
    ...[...byReply.keys()].sort().flatMap((reply) => {
      const statements = byReply.get(reply)!;
      return [
        ...findConflicts(statements),
        ...findPartsAboveWhole(statements),
        ...findMissingImplied(statements),
        ...findNotApplicable(statements),
        ...findNotInQuote(statements),
      ];
    }),
  ];
}

/** Who is cited without being listed, listed without being cited, or written otherwise than known. */
function findInLists(
  { particulars, position }: KnownRound,
  { marks }: Knowledge,
  byReply: Map<string, CellStatement[]>,
): Inconsistency[] {
  const { collection, round, listed, compiledBy } = particulars;
  if (!listed) return [];
  const name = `${collection}/${round}`;
  const list: CitedPlace = { paragraph: listed.paragraph, event: position };
  const codes = new Set(listed.respondents.map(({ code }) => code));
  const cited = (respondent: string) => byReply.get(`${name}/${respondent}`) ?? [];
  const withReply = [
    ...new Set(marks.filter((m) => `${m.collection}/${m.round}` === name).map((m) => m.respondent)),
  ];
  const unlisted = withReply.filter((r) => !codes.has(r) && r !== compiledBy && cited(r).length > 0);
  const uncited = [...codes].filter((r) => cited(r).length === 0);
  const misspelt = listed.respondents.filter(({ match }) => match === 'close');
  const say = (respondent: string, sentence: InconsistencySentence, more: readonly CitedPlace[] = []) =>
    toInconsistency(name, respondent, sentence, [list, ...more]);
  const { paragraph } = listed;
  return [
    ...unlisted.sort().map((respondent) => {
      const paragraphs = paragraphsOf(cited(respondent));
      const places = cited(respondent).map(toPlace);
      return say(respondent, { code: 'cited-but-not-listed', paragraphs, list: paragraph }, places);
    }),
    ...uncited.sort().map((respondent) => say(respondent, { code: 'listed-but-not-cited', list: paragraph })),
    ...misspelt.map(({ code, asWritten }) =>
      say(code, { code: 'name-spelt-otherwise', asWritten, list: paragraph }),
    ),
  ];
}

const paragraphsOf = (statements: readonly CellStatement[]) =>
  [
    ...new Set(
      statements.flatMap(({ source }) => (source.paragraph === undefined ? [] : [source.paragraph])),
    ),
  ].sort((a, b) => a - b);

function findConflicts(statements: readonly CellStatement[]): Inconsistency[] {
  return [...groupBy(statements, ({ cell }) => cell).values()]
    .filter((variants) => variants.length > 1)
    .map((variants) => {
      const { cell, reply, respondent } = variants[0]!;
      const figures = variants.map(({ value, qualifier }) => ({ value, qualifier: qualifier ?? 'exact' }));
      const sentence = { code: 'conflicting-figures', id: cell, figures } as const;
      return toInconsistency(roundOf(reply), respondent, sentence, variants.map(toPlace));
    });
}

/** Indicators whose figure cannot exceed that of another for the same period. */
const wholes: Readonly<Record<string, string>> = { 'hotline-calls-on-trafficking': 'hotline-calls' };

/** The indicators of which one is a part of another. */
export const codesOfParts: readonly string[] = Object.entries(wholes).flat();

/** The least that figures come to together; of several values of one cell the lowest counts. */
function leastOf(parts: readonly CellStatement[]): number {
  const byCell = new Map<string, number>();
  for (const { cell, value, qualifier } of parts) {
    const low = toInterval(value, qualifier ?? 'exact')?.low ?? 0;
    byCell.set(cell, Math.min(low, byCell.get(cell) ?? Infinity));
  }
  return [...byCell.values()].reduce((sum, low) => sum + low, 0);
}

/** A part is too large when even its least exceeds the most that the whole admits. */
function findPartsAboveWhole(statements: readonly CellStatement[]): Inconsistency[] {
  const figures = statements.filter((s) => s.kind === 'observation');
  const hasParts = new Set(Object.values(wholes));
  // Most figures are of one year and have no parts: only the others are compared with all.
  const candidates = figures.filter(({ year, code }) => year === null || hasParts.has(code));
  return candidates.flatMap((whole) => {
    const most = toInterval(whole.value, whole.qualifier ?? 'exact')?.high;
    if (most === undefined || most === null) return [];
    const isBesides = (s: CellStatement) => s !== whole && s.breakdown === whole.breakdown;
    const subset = figures.filter(
      (s) => isBesides(s) && wholes[s.code] === whole.code && s.period === whole.period,
    );
    const within = figures.filter(
      (s) => isBesides(s) && s.code === whole.code && s.year !== null && isYearWithin(s.year, whole.period),
    );
    return [subset, within].flatMap((parts) => {
      const least = leastOf(parts);
      if (parts.length === 0 || least <= most) return [];
      const sentence = {
        code: 'part-exceeds-whole',
        parts: parts.map(({ cell }) => cell),
        least,
        whole: whole.cell,
        most,
      } as const;
      return [
        toInconsistency(roundOf(whole.reply), whole.respondent, sentence, [...parts, whole].map(toPlace)),
      ];
    });
  });
}

/** Whether a year lies wholly inside a period that is longer than it. */
function isYearWithin(year: number, text: string): boolean {
  const reading = parsePeriod(text);
  return reading.ok && holdsYear(reading.period, year);
}

function holdsYear(period: Period, year: number): boolean {
  if (period.kind !== 'span') return false;
  const { from, to } = period;
  return (
    (from.year < year || (from.year === year && (from.month ?? 1) === 1)) &&
    (to.year > year || (to.year === year && (to.month ?? 12) === 12))
  );
}

/** Topics that imply another topic. */
const implied: Readonly<Record<string, string>> = { 'legislation-incomplete': 'protocol-ratified' };

/** Findings on a topic that implies another one, where there is no finding on that other topic. */
function findMissingImplied(statements: readonly CellStatement[]): Inconsistency[] {
  return statements.flatMap((s): Inconsistency[] => {
    const other = implied[s.code];
    if (s.kind !== 'finding' || !other || statements.some((t) => t.code === other)) return [];
    const sentence = { code: 'implied-finding-missing', topic: s.code, implied: other } as const;
    return [toInconsistency(roundOf(s.reply), s.respondent, sentence, [toPlace(s)])];
  });
}

/** Parts that count something where the whole of them is said not to apply. */
const findNotApplicable = (statements: readonly CellStatement[]): Inconsistency[] =>
  partsOfNotApplicable(statements).map(({ whole, parts }) => {
    const ids = [...new Set(parts.map(({ cell }) => cell))];
    const sentence = { code: 'figure-not-applicable', whole: whole.cell, parts: ids } as const;
    const places = [...parts, whole].map(toPlace);
    return toInconsistency(roundOf(whole.reply), whole.respondent, sentence, places);
  });

/** Figures whose number is not in the words that are their evidence, neither in digits of any script nor in words. */
const findNotInQuote = (statements: readonly CellStatement[]): Inconsistency[] =>
  statements.flatMap((s): Inconsistency[] => {
    const quote = s.evidence?.quote ?? null;
    if (quote === null || s.value === null || hasNumber(quote, s.value)) return [];
    const sentence = { code: 'figure-not-in-quote', id: s.cell, value: s.value, quote } as const;
    return [toInconsistency(roundOf(s.reply), s.respondent, sentence, [toPlace(s)])];
  });
