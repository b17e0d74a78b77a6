/** What an event changed in the tables, by the kinds of change that webhooks tell of; and whom that concerns. */
import type { WebhookKind } from '@rapporteur/contract';
import {
  codesOfParts,
  findInconsistencies,
  groupBySeries,
  judgeSegments,
  type CellStatement,
  type Inconsistency,
  type KnownRound,
  type Revision,
} from '@rapporteur/domain';
import type { EventHead } from '@rapporteur/event-store';
import { readCells, readMarks, readRounds, withEvidence, type Snapshot } from '@rapporteur/projections';
import { compareStates, type EventChanges } from '../reading/event-changes.js';
import type { ReplyHead, RespondentStates } from './respondent-states.js';
import type { Told, Wish } from './webhook.js';

/** An inconsistency that came or went: of whom, and between figures of which indicators; none for those of lists. */
interface Unsettled {
  readonly respondent: string;
  readonly indicators: readonly string[];
}

/** The indicators of which figures or directions changed, and the inconsistencies that came or went. */
export interface Change {
  readonly figure: ReadonlySet<string>;
  readonly direction: ReadonlySet<string>;
  readonly inconsistency: readonly Unsettled[];
}

/**
 * Whether an event may concern a wish, by what its head says: it is about a round or reply, or gives figures their words, and
 * that is asked for.
 */
export const mayConcern = (wish: Wish, { type, document, collection, respondent }: EventHead): boolean =>
  (document === null || (type === 'EvidenceAttached' && wish.kinds.includes('inconsistency'))) &&
  (wish.collection === null || wish.collection === collection) &&
  (wish.respondents === null || respondent === null || wish.respondents.includes(respondent));

/**
 * In: the states of respondents, the head of an event, and the kinds that are asked for. Out: what it changed.
 * Errors: those of pg.
 */
export async function findChange(
  states: RespondentStates,
  snapshot: Snapshot,
  head: EventHead,
  kinds: ReadonlySet<WebhookKind>,
): Promise<Change> {
  if (head.document !== null)
    return { figure: new Set(), direction: new Set(), inconsistency: await findByWords(snapshot, head) };
  const changes = isOfRespondent(head) ? await readChanges(states, snapshot, head) : undefined;
  const { revisions, figures } = changes ?? { revisions: [], figures: { before: [], after: [] } };
  return {
    figure: new Set(revisions.map(codeOf)),
    direction: kinds.has('direction') ? findTurned(revisions, figures) : new Set(),
    inconsistency: kinds.has('inconsistency') ? await findUnsettled(snapshot, head, changes?.cells) : [],
  };
}

const isOfRespondent = (head: EventHead): head is ReplyHead => head.respondent !== null;

async function readChanges(states: RespondentStates, snapshot: Snapshot, head: ReplyHead) {
  const { before, after } = await states.read(snapshot, head);
  return compareStates(before, after);
}

const codeOf = ({ before, after }: Revision) => (after[0] ?? before[0])!.code;

/** The indicators of series that were touched, and whose direction is another than before. */
function findTurned(
  revisions: readonly Revision[],
  figures: { readonly before: readonly CellStatement[]; readonly after: readonly CellStatement[] },
): Set<string> {
  const touched = groupBySeries(revisions.map(({ before, after }) => (after[0] ?? before[0])!));
  const [before, after] = [groupBySeries(figures.before), groupBySeries(figures.after)];
  const turned = [...touched].filter(([key]) => directionOf(before.get(key)) !== directionOf(after.get(key)));
  return new Set(turned.map(([, [first]]) => first!.code));
}

const none = 'insufficient-data';
const directionOf = (series: readonly CellStatement[] = []): string =>
  judgeSegments(series).at(-1)?.trend.direction ?? none;

/** All rounds, read once for the many events that are looked at in one snapshot. */
const roundsRead = new WeakMap<Snapshot, Promise<KnownRound[]>>();
function roundsOf(snapshot: Snapshot): Promise<KnownRound[]> {
  const read = roundsRead.get(snapshot) ?? readRounds(snapshot, {});
  roundsRead.set(snapshot, read);
  return read;
}

/** In: an event, and the cells of its respondent before and after it; none where it is about a round as a whole. */
async function findUnsettled(
  snapshot: Snapshot,
  head: EventHead,
  cells: EventChanges['cells'] | undefined,
): Promise<Unsettled[]> {
  const rounds = await roundsOf(snapshot);
  const read = async (at: number, own: readonly CellStatement[] | undefined) => {
    const known = rounds.filter(
      ({ particulars, position }) => particulars.collection === head.collection && position <= at,
    );
    return readInconsistencies(snapshot, head, at, known, own);
  };
  return compare(await read(head.position - 1, cells?.before), await read(head.position, cells?.after));
}

/** In: an event that gives figures their words. Out: what came or went because they are, or are not, among these. */
async function findByWords(snapshot: Snapshot, { collection, position }: EventHead): Promise<Unsettled[]> {
  const given = await readCells(
    snapshot,
    { collections: [collection] },
    { at: position },
    { kind: 'given-evidence', event: position },
  );
  const read = async (at: number) =>
    findInconsistencies({ rounds: [], marks: [], statements: await withEvidence(snapshot, given, { at }) })
      .filter(({ kind }) => kind === 'figure-not-in-quote')
      .map(toUnsettled);
  return compare(await read(position - 1), await read(position));
}

interface Found extends Unsettled {
  readonly key: string;
}

const toUnsettled = ({ kind, round, respondent, message, places }: Inconsistency): Found => ({
  key: [kind, round, respondent, message].join('\n'),
  respondent,
  indicators: places.flatMap(({ id }) => id?.split('~')[2] ?? []),
});

/** What is on one side alone. */
function compare(before: readonly Found[], after: readonly Found[]): Unsettled[] {
  const [keysBefore, keysAfter] = [before, after].map((found) => new Set(found.map(({ key }) => key)));
  const differ = [...before, ...after].filter(({ key }) => !(keysBefore!.has(key) && keysAfter!.has(key)));
  return differ.map(({ respondent, indicators }) => ({ respondent, indicators }));
}

async function readInconsistencies(
  snapshot: Snapshot,
  { collection, respondent }: EventHead,
  at: number,
  rounds: readonly KnownRound[],
  own: readonly CellStatement[] | undefined,
): Promise<Found[]> {
  // Marks are held against lists only. Inconsistencies of others are left out below, and their marks are not needed.
  const marks = rounds.some(({ particulars }) => particulars.listed)
    ? await readMarks(snapshot, { collection, respondent: respondent ?? undefined }, { at })
    : [];
  const cells = own ?? (await readSuspect(snapshot, collection, at, rounds));
  const statements = await withEvidence(snapshot, cells, { at });
  return findInconsistencies({ rounds, marks, statements })
    .filter((one) => respondent === null || one.respondent === respondent)
    .map(toUnsettled);
}

/** The cells of a whole collection that an inconsistency may be in. */
const readSuspect = (snapshot: Snapshot, collection: string, at: number, rounds: readonly KnownRound[]) =>
  readCells(
    snapshot,
    { collections: [collection] },
    { at },
    {
      kind: 'suspect',
      rounds: rounds
        .filter(({ particulars }) => particulars.listed)
        .map(({ particulars: { round } }) => `${collection}/${round}`),
      codes: codesOfParts,
    },
  );

/** In: a wish, an event, and what it changed. Out: what is told; undefined where the wish does not ask for that. */
export function toTold(wish: Wish, head: EventHead, change: Change): Told | undefined {
  if (!mayConcern(wish, head)) return undefined;
  const asked = (codes: ReadonlySet<string>) =>
    [...codes].filter((code) => wish.indicators === null || wish.indicators.includes(code));
  const ofInconsistencies = change.inconsistency.filter(
    ({ respondent: whose, indicators: codes }) =>
      (wish.respondents === null || wish.respondents.includes(whose)) &&
      (wish.indicators === null || codes.some((code) => wish.indicators!.includes(code))),
  );
  const said: Readonly<Partial<Record<WebhookKind, readonly (readonly string[])[]>>> = {
    figure: asked(change.figure).map((code) => [code]),
    direction: asked(change.direction).map((code) => [code]),
    inconsistency: ofInconsistencies.map(({ indicators: codes }) => codes),
  };
  const kinds = wish.kinds.filter((kind) => (said[kind] ?? []).length > 0);
  if (kinds.length === 0) return undefined;
  const { position, collection, round, recordedAt } = head;
  const [whose, ...others] = new Set(ofInconsistencies.map((one) => one.respondent));
  // Words are given to a round; where they are those of one reply alone, this is told in the order of its respondent.
  const respondent = head.document !== null && others.length === 0 ? (whose ?? null) : head.respondent;
  const indicators = [...new Set(kinds.flatMap((kind) => (said[kind] ?? []).flat()))].sort();
  return { time: recordedAt, data: { position, collection, round, respondent, kinds, indicators } };
}
