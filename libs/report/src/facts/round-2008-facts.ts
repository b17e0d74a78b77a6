/** The facts of the round of 2008 as coded, and facts of any events, for tests: made by the domain without a database. */
import { readdirSync, readFileSync } from 'node:fs';
import {
  details,
  decideReply,
  isReplyEvent,
  decideRound,
  dimensions,
  foldCells,
  indicators,
  parseReply,
  parseRound,
  isKnown,
  noReply,
  topics,
  toMark,
  toStatements,
  type DomainEvent,
  type KnownRound,
  type Registry,
} from '@rapporteur/domain';
import { resolveRespondent } from '@rapporteur/names';
import { toFacts, type Facts } from './facts.js';

const registry: Registry = {
  resolve: resolveRespondent,
  today: '2026-01-01',
  indicators: indicators.map(({ code }) => code),
  topics: topics.map(({ code }) => code),
  details: details.map(({ code }) => code),
  dimensions: Object.fromEntries(dimensions.map(({ code, codes }) => [code, codes.map((each) => each.code)])),
};

const folder = new URL('../../../../data/ecosoc-2006-27/2008/', import.meta.url);
const readJson = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown;

/** The events of the round of 2008 in the order in which npm start loads them: the round, then its replies by code. */
export function round2008Events(): DomainEvent[] {
  const round = parseRound(readJson('round.json'), registry);
  if (!round.ok) throw new Error(JSON.stringify(round.problems));
  const opened = decideRound(round.value, null);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'round.json');
  const replies = files.sort().map((name) => {
    const reply = parseReply(readJson(name), { collection: 'ecosoc-2006-27', round: '2008' }, registry);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problems)}`);
    return decideReply(reply.value, round.value.data, noReply);
  });
  return [opened, ...replies].map((decision) => {
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
    return decision.event;
  });
}

/** The facts that a history gives at a vintage; the events' positions count from 1. The round is the last that was opened. */
export function factsOf(events: readonly DomainEvent[], asOf: string, at: number = events.length): Facts {
  const vintage = { asOf, at };
  const numbered = events.map((event, index) => ({ event, position: index + 1 }));
  const rounds = numbered.flatMap(({ event, position }): KnownRound[] =>
    event.type === 'RoundOpened' && position <= at ? [{ particulars: event.data, position }] : [],
  );
  const replies = numbered.flatMap(({ event, position }) =>
    isReplyEvent(event) ? [{ event, position }] : [],
  );
  const marks = replies.map(({ event, position }) => toMark(event, position));
  const statements = replies.flatMap(({ event, position }) => toStatements(event, position));
  const byPosition = new Map(marks.map((mark) => [mark.position, mark.receivedPrecision]));
  const decided = [...foldCells(statements, marks, vintage).values()].flat();
  return toFacts({
    vintage,
    round: rounds.at(-1)!,
    degraded: 0,
    marks: marks.filter((mark) => isKnown(vintage, mark)),
    statements: decided
      .map((s) => ({ ...s, receivedPrecision: byPosition.get(s.position)! }))
      .sort((a, b) => (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : a.ordinal - b.ordinal)),
  });
}
