/** From events to statements, and from statements to what each cell said at a vintage: the meaning of the tables. */
import { breakdownKey, observationId, findingId } from '../figures/cell.js';
import {
  isReplyEvent,
  type DomainEvent,
  type Finding,
  type FindingKey,
  type Observation,
  type ObservationKey,
  type ReplyEvent,
} from '../events/events.js';
import { yearOf } from '../figures/period.js';
import type { Qualifier } from '../figures/qualifier.js';
import { withoutUndone } from './undone.js';

/** One thing that one event says of one cell: a figure or finding, or that it is taken back. */
export interface Statement {
  readonly kind: 'observation' | 'finding';
  readonly cell: string;
  readonly collection: string;
  readonly respondent: string;
  /** `collection/round/respondent`. */
  readonly reply: string;
  readonly position: number;
  readonly ordinal: number;
  readonly receivedOn: string;
  readonly retracted: boolean;
  /** Indicator of an observation, topic of a finding. */
  readonly code: string;
  readonly breakdown: string;
  readonly period: string;
  readonly year: number | null;
  readonly value: number | null;
  readonly qualifier: Qualifier | null;
  readonly source: Source;
}

/** Where a statement stands in the reply, and what was said beside it. */
export interface Source {
  readonly paragraph?: number | undefined;
  readonly footnote?: number | undefined;
  readonly row?: number | undefined;
  readonly note?: string | undefined;
  readonly asWritten?: string | undefined;
  /** The figure starts a new way of counting. */
  readonly break?: true | undefined;
  readonly words?: Readonly<Record<string, string>> | undefined;
  readonly detail?: string | undefined;
}

/** What happened to a reply as a whole; `voids`: what it said before no longer counts. */
export interface ReplyMark {
  readonly reply: string;
  readonly collection: string;
  readonly round: string;
  readonly respondent: string;
  readonly position: number;
  readonly receivedOn: string;
  readonly kind: 'submitted' | 'corrected' | 'replaced' | 'withdrawn' | 'undone';
  readonly voids: boolean;
  /** Said to be all there is: cells of the collection that it does not mention are withdrawn. */
  readonly complete: boolean;
  readonly receivedPrecision: 'on' | 'on-or-before';
  readonly language: string | null;
  readonly late: boolean | null;
  readonly reason: string | null;
  readonly reference: string | null;
  /** Position of the event that no longer counts because of this one. */
  readonly undoes: number | null;
}

const kinds = {
  ReplySubmitted: 'submitted',
  ReplyCorrected: 'corrected',
  ReplyReplaced: 'replaced',
  ReplyWithdrawn: 'withdrawn',
  ChangeUndone: 'undone',
} as const;

/** The mark that an event leaves on its reply. */
export function toMark(event: ReplyEvent, position: number): ReplyMark {
  const { data } = event;
  return {
    reply: `${data.collection}/${data.round}/${data.respondent}`,
    collection: data.collection,
    round: data.round,
    respondent: data.respondent,
    position,
    receivedOn: data.receivedOn,
    kind: kinds[event.type],
    voids: event.type === 'ReplyReplaced' || event.type === 'ReplyWithdrawn',
    complete: 'complete' in data && data.complete,
    receivedPrecision: data.receivedPrecision,
    language: 'language' in data ? data.language : null,
    late: data.late,
    reason: 'reason' in data ? data.reason : null,
    reference: 'reference' in data ? data.reference : null,
    undoes: event.type === 'ChangeUndone' ? event.data.position : null,
  };
}

/** Every statement that an event makes, in the order of its text; what happens to no reply makes none. */
export function toStatements(event: DomainEvent, position: number): Statement[] {
  if (!isReplyEvent(event) || event.type === 'ReplyWithdrawn' || event.type === 'ChangeUndone') return [];
  const { collection, round, respondent, receivedOn } = event.data;
  const reply = `${collection}/${round}/${respondent}`;
  const shared = { collection, respondent, reply, position, receivedOn };
  const figure = (o: Observation | ObservationKey, retracted: boolean) => toFigure(shared, o, retracted);
  const finding = (f: Finding | FindingKey, retracted: boolean) =>
    toFindingStatement(shared, round, f, retracted);
  const { observations, findings } = event.data;
  const statements = Array.isArray(observations)
    ? [...observations.map((o) => figure(o, false)), ...(findings as Finding[]).map((f) => finding(f, false))]
    : [
        ...[...observations.changed, ...observations.added].map((o) => figure(o, false)),
        ...observations.retracted.map((o) => figure(o, true)),
        ...toLists(findings).set.map((f) => finding(f, false)),
        ...toLists(findings).retracted.map((f) => finding(f, true)),
      ];
  return statements.map((statement, ordinal) => Object.assign(statement, { ordinal }));
}

type FindingLists = Extract<ReplyEvent, { type: 'ReplyCorrected' }>['data']['findings'];

function toLists(findings: Finding[] | FindingLists): { set: Finding[]; retracted: FindingKey[] } {
  return Array.isArray(findings)
    ? { set: findings, retracted: [] }
    : { set: [...findings.changed, ...findings.added], retracted: findings.retracted };
}

type Shared = Pick<Statement, 'collection' | 'respondent' | 'reply' | 'position' | 'receivedOn'>;
type Unnumbered = Omit<Statement, 'ordinal'>;

function toFigure(shared: Shared, o: Observation | ObservationKey, retracted: boolean): Unnumbered {
  const { indicator, breakdown, period, value = null, qualifier = null, ...source } = o as Observation;
  const { collection, respondent } = shared;
  const kind = 'observation' as const;
  const cell = observationId({ collection, respondent, indicator, breakdown, period });
  return Object.assign({ kind, cell }, shared, {
    retracted,
    code: indicator,
    breakdown: breakdownKey(breakdown),
    period,
    year: yearOf(period),
    value,
    qualifier,
    source,
  });
}

function toFindingStatement(
  shared: Shared,
  round: string,
  f: Finding | FindingKey,
  retracted: boolean,
): Unnumbered {
  const { topic, ...source } = f;
  return {
    kind: 'finding',
    cell: findingId({ collection: shared.collection, round, respondent: shared.respondent, ...f }),
    ...shared,
    retracted,
    code: topic,
    breakdown: '_T',
    period: '',
    year: null,
    value: null,
    qualifier: null,
    source,
  };
}

/** A vintage: what had been received by a day and recorded by a position; absent = no limit. */
export interface Vintage {
  readonly asOf?: string | undefined;
  readonly at?: number | undefined;
}

type Ordered = { readonly receivedOn: string; readonly position: number };

/** Within a cell the latest `receivedOn` counts, then the later event. */
export function compareOrder(a: Ordered, b: Ordered): number {
  return a.receivedOn === b.receivedOn ? a.position - b.position : a.receivedOn < b.receivedOn ? -1 : 1;
}

/** Whether a vintage knows of something. */
export const isKnown = ({ asOf, at }: Vintage, { receivedOn, position }: Ordered): boolean =>
  (asOf === undefined || receivedOn <= asOf) && (at === undefined || position <= at);

/**
 * What stood in each cell at a vintage, recounted from all statements.
 * A statement counts unless its event was undone, or its reply was replaced or withdrawn after it. Of those that count, the latest decides
 * its cell; a retraction, or a complete reply of the same respondent and collection after it, leaves it empty.
 * In: statements and marks in any order, doubles allowed. Out: by cell, the statements that decide it (more than
 * one where one event says two things of a cell), sorted by ordinal.
 */
export function foldCells(
  statements: readonly Statement[],
  marks: readonly ReplyMark[],
  vintage: Vintage = {},
): Map<string, Statement[]> {
  const { marks: known, undone } = withoutUndone(marks.filter((mark) => isKnown(vintage, mark)));
  const lastVoid = latestBy(
    known.filter((m) => m.voids),
    (m) => m.reply,
  );
  const stands = (s: Ordered & { reply: string }) => {
    const voided = lastVoid.get(s.reply);
    return !voided || compareOrder(s, voided) >= 0;
  };
  const lastComplete = latestBy(
    known.filter((m) => m.complete && stands(m)),
    (m) => `${m.collection}~${m.respondent}`,
  );
  const byCell = new Map<string, Statement[]>();
  for (const s of statements) {
    if (!isKnown(vintage, s) || undone.has(s.position) || !stands(s)) continue;
    const best = byCell.get(s.cell);
    const order = best ? compareOrder(s, best[0]!) : 1;
    if (order > 0) byCell.set(s.cell, [s]);
    else if (order === 0 && !best!.some((other) => other.ordinal === s.ordinal)) best!.push(s);
  }
  for (const [cell, best] of byCell) {
    const complete =
      best[0]!.kind === 'observation' && lastComplete.get(`${best[0]!.collection}~${best[0]!.respondent}`);
    if (best.some((s) => s.retracted) || (complete && compareOrder(complete, best[0]!) > 0))
      byCell.delete(cell);
    else best.sort((a, b) => a.ordinal - b.ordinal);
  }
  return byCell;
}

function latestBy<T extends Ordered>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const latest = new Map<string, T>();
  for (const item of items) {
    const best = latest.get(keyOf(item));
    if (!best || compareOrder(item, best) > 0) latest.set(keyOf(item), item);
  }
  return latest;
}
