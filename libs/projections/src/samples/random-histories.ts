/** Random histories of replies for tests against PostgreSQL: drawn, made into events, and stored from nothing. */
import {
  missingReasons,
  streamOf,
  toNewEvent,
  type DomainEvent,
  type Observation,
  type ObservationKey,
  type ReplyEvent,
} from '@rapporteur/domain';
import { moveOnce, readLog, storeAppends, takeEpoch, takeLeases, type Lease } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { applyEvents } from '../write/apply-events.js';
import { liveSchema } from '../tables/create-tables.js';
import { allTables } from '../tables/tables.js';

const collections = ['c', 'd'];
const rounds = ['2008', '2010'];
const respondents = ['SV', 'GR'];
const periods = ['2005', '2006', '2003/2006'];
/** Few different values, so that several events speak of one cell, or one event speaks of it twice. */
const codes = ['persons-prosecuted', 'persons-convicted'];
const breakdowns: readonly Record<string, string>[] = [{}, { age: 'child', sex: 'female' }];
export const dayOf = (day: number) => `2008-01-${20 + day}`;

/** What one event of a history is drawn as. */
export interface Drawn {
  readonly collection: string;
  readonly round: string;
  readonly respondent: string;
  readonly day: number;
  readonly kind: 'say' | 'correct' | 'withdraw' | 'undo';
  readonly complete: boolean;
  readonly figures: readonly (ObservationKey & Pick<Observation, 'value' | 'qualifier' | 'break'>)[];
  readonly retracted: readonly ObservationKey[];
}

const said = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      value: fc.constantFrom(0, 5, 18, 37, 99),
      qualifier: fc.constant('exact' as const),
    }),
  },
  fc.record({ value: fc.constant(5), qualifier: fc.constant('fewer-than' as const) }),
  fc.record({ value: fc.constant(null), qualifier: fc.constantFrom(...missingReasons) }),
);
/** In: what figures may be about, and how many an event has at most, a quarter at least. Out: histories of one to twelve events. */
function historyOf(key: fc.Arbitrary<ObservationKey>, most: number, others: fc.Arbitrary<object>) {
  const figures = fc.array(
    fc.tuple(key, said, others).map(([about, what, more]) => ({ ...about, ...what, ...more })),
    { minLength: Math.floor(most / 4), maxLength: most },
  );
  const drawn: fc.Arbitrary<Drawn> = fc.record({
    collection: fc.constantFrom(...collections),
    round: fc.constantFrom(...rounds),
    respondent: fc.constantFrom(...respondents),
    day: fc.integer({ min: 0, max: 5 }),
    kind: fc.constantFrom('say' as const, 'correct' as const, 'withdraw' as const, 'undo' as const),
    complete: fc.boolean(),
    figures,
    retracted: fc.array(key, { maxLength: 3 }),
  });
  return fc.array(drawn, { minLength: 1, maxLength: 12 });
}

export const history = historyOf(
  fc.record({
    indicator: fc.constantFrom(...codes),
    breakdown: fc.constantFrom(...breakdowns),
    period: fc.constantFrom(...periods),
  }),
  8,
  fc.constant({}),
);

/** Series that are long enough for the test of their direction, with breaks now and then. */
export const longHistory = historyOf(
  fc.record({
    indicator: fc.constant('persons-prosecuted'),
    breakdown: fc.constant({}),
    period: fc.integer({ min: 2000, max: 2008 }).map(String),
  }),
  12,
  fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, fc.constant({ break: true })),
);

/** One reply with nine years of one series: most histories that are drawn have no series long enough for a direction. */
export const longEnough: readonly Drawn[] = [
  {
    ...{
      collection: 'c',
      round: '2008',
      respondent: 'SV',
      day: 0,
      kind: 'say',
      complete: false,
      retracted: [],
    },
    figures: Array.from({ length: 9 }, (_, year) => ({
      ...{ indicator: 'persons-prosecuted', breakdown: {}, period: `${2000 + year}` },
      ...{ value: 10 * year, qualifier: 'exact' as const },
    })),
  },
];

const figure = (drawnFigure: Drawn['figures'][number]): Observation => ({ ...drawnFigure, paragraph: 14 });

/**
 * The events of a history, as the write side would store them: first a submission, then what changes it. They are the
 * first of the log, from position 1 on: an undoing event names the position of the one before it in its reply.
 */
export function toEvents(history: readonly Drawn[]): ReplyEvent[] {
  const begun = new Map<string, { version: number; standing: { version: number; position: number }[] }>();
  return history.map(
    ({ collection, round, respondent, day, kind, complete, figures: said, retracted }, index): ReplyEvent => {
      const shared = {
        collection,
        round,
        respondent,
        receivedOn: dayOf(day),
        receivedPrecision: 'on' as const,
        late: false,
      };
      const why = { reason: 'r', reference: null };
      const content = {
        language: null,
        complete,
        observations: said.map(figure),
        findings: [{ topic: 'shelters', paragraph: said.length + 1 }],
      };
      const reply = `${collection}/${round}/${respondent}`;
      const known = begun.get(reply) ?? { version: 0, standing: [] };
      begun.set(reply, known);
      known.version += 1;
      const last = kind === 'undo' ? known.standing.pop() : undefined;
      if (last) return { type: 'ChangeUndone', data: { ...shared, ...why, late: null, ...last } };
      known.standing.push({ version: known.version, position: index + 1 });
      if (known.standing.length === 1)
        return {
          type: 'ReplySubmitted',
          data: {
            ...shared,
            resolved: { code: respondent, asWritten: respondent, match: 'code' },
            ...content,
          },
        };
      if (kind === 'say') return { type: 'ReplyReplaced', data: { ...shared, ...content, ...why } };
      if (kind === 'withdraw') return { type: 'ReplyWithdrawn', data: { ...shared, ...why } };
      return {
        type: 'ReplyCorrected',
        data: {
          ...shared,
          ...why,
          observations: { changed: said.map(figure), added: [], retracted: [...retracted] },
          findings: { changed: [], added: [], retracted: [] },
        },
      };
    },
  );
}

const meta = { recordedBy: 't', recordedAt: '2008-02-01T00:00:00Z', correlationId: 'c', causationId: 'r' };

/**
 * Empties all tables and stores the events as the log, those that nobody can read by `append`. The log can only
 * be emptied while its trigger is off.
 */
export async function store(
  pool: pg.Pool,
  events: readonly DomainEvent[],
  append = storeAppends,
): Promise<void> {
  await pool.query(`ALTER TABLE log DISABLE TRIGGER log_is_append_only;
    TRUNCATE log, pending, streams, discarded_letters, ${allTables.map(({ name }) => `${liveSchema}.${name}`).join(', ')};
    ALTER TABLE log ENABLE TRIGGER log_is_append_only;
    UPDATE sequencer SET head = 0; UPDATE places SET position = 0`);
  const versions = new Map<string, number>();
  for (const event of events) {
    const stream = streamOf(event);
    const expectedVersion = versions.get(stream) ?? 0;
    versions.set(stream, expectedVersion + 1);
    const stored = toNewEvent(event, randomUUID(), meta);
    await append(pool, [{ stream, expectedVersion, events: [stored] }]);
  }
  await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
}

const allPartitions = Array.from({ length: 12 }, (_, i) => i);

/**
 * Applies the log in batches of the sizes given, each delivered twice and with `again` events of the one
 * before.
 * After each batch a callback is called.
 */
export async function apply(
  pool: pg.Pool,
  sizes: readonly number[],
  again: number,
  look: (position: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const log = await readLog(pool, 0, 1000);
  let at = 0;
  for (let i = 0; at < log.length; i += 1) {
    const to = at + (sizes[i % sizes.length] ?? 1);
    const leases: Lease[] = await takeLeases(pool, liveSchema, allPartitions);
    const batch = log.slice(Math.max(0, at - again), to);
    await inTransaction(pool, (client) => applyEvents(client, liveSchema, leases, [...batch, ...batch]));
    at = to;
    await look(Math.min(to, log.length));
  }
}
