/** The tables against the pure fold of the log, on random histories: now, and at any vintage. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  foldCells,
  keyOf,
  streamOf,
  toMark,
  toStatements,
  type CellStatement,
  type DomainEvent,
  type Observation,
  type ReplyEvent,
  type Statement,
  type Vintage,
} from '@rapporteur/domain';
import { moveOnce, readLog, storeAppends, takeEpoch, takeLeases, type Lease } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { applyEvents } from './apply-events.js';
import { liveSchema } from './create-tables.js';
import { cellsQuery, withSnapshot, readCells } from './read-tables.js';

let test: TestDatabase;
let source: DataSource;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const rounds = ['2008', '2010'];
const respondents = ['SV', 'GR'];
const periods = ['2005', '2006', '2003/2006'];
const allPartitions = Array.from({ length: 12 }, (_, i) => i);
const dayOf = (day: number) => `2008-01-${20 + day}`;

/** What one event of a history is drawn as. */
interface Drawn {
  readonly round: string;
  readonly respondent: string;
  readonly day: number;
  readonly kind: 'say' | 'correct' | 'withdraw';
  readonly complete: boolean;
  readonly figures: readonly { period: string; value: number }[];
  readonly retracted: readonly string[];
}

const figures = fc.array(
  fc.record({ period: fc.constantFrom(...periods), value: fc.integer({ min: 0, max: 99 }) }),
  { maxLength: 4 },
);
const drawn: fc.Arbitrary<Drawn> = fc.record({
  round: fc.constantFrom(...rounds),
  respondent: fc.constantFrom(...respondents),
  day: fc.integer({ min: 0, max: 5 }),
  kind: fc.constantFrom('say' as const, 'correct' as const, 'withdraw' as const),
  complete: fc.boolean(),
  figures,
  retracted: fc.subarray(periods),
});
const history = fc.array(drawn, { minLength: 1, maxLength: 12 });

const indicator = 'persons-prosecuted';
const figure = ({ period, value }: { period: string; value: number }): Observation => ({
  indicator,
  breakdown: {},
  period,
  value,
  qualifier: 'exact',
  paragraph: 14,
});

/** The events of a history, as the write side would store them: first a submission, then what changes it. */
function toEvents(history: readonly Drawn[]): ReplyEvent[] {
  const begun = new Set<string>();
  return history.map(({ round, respondent, day, kind, complete, figures: said, retracted }): ReplyEvent => {
    const shared = {
      collection: 'c',
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
    const isFirst = !begun.has(`${round}/${respondent}`);
    begun.add(`${round}/${respondent}`);
    if (isFirst)
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
    const keys = retracted.map((period) => ({ indicator, breakdown: {}, period }));
    return {
      type: 'ReplyCorrected',
      data: {
        ...shared,
        ...why,
        observations: { changed: said.map(figure), added: [], retracted: keys },
        findings: { changed: [], added: [], retracted: [] },
      },
    };
  });
}

/** Forgets everything; the log itself can only be emptied by taking its guard off. */
async function empty(): Promise<void> {
  await pool.query(`ALTER TABLE log DISABLE TRIGGER log_is_append_only;
    TRUNCATE log, pending, streams, ${['rounds', 'marks', 'statements', 'cells', 'applied', 'dead_letters'].map((t) => `${liveSchema}.${t}`).join(', ')};
    ALTER TABLE log ENABLE TRIGGER log_is_append_only;
    UPDATE sequencer SET head = 0; UPDATE places SET position = 0`);
}

async function store(events: readonly DomainEvent[]): Promise<void> {
  const versions = new Map<string, number>();
  for (const event of events) {
    const stream = streamOf(event);
    const expectedVersion = versions.get(stream) ?? 0;
    versions.set(stream, expectedVersion + 1);
    const stored = {
      id: randomUUID(),
      type: event.type,
      schemaVersion: 1,
      key: keyOf(event),
      data: event.data,
    };
    await storeAppends(pool, [{ stream, expectedVersion, events: [{ ...stored, meta: {} }] }]);
  }
  await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
}

/**
 * Applies the log in batches of the sizes given, each delivered twice and with `again` events of the one before.
 * After each batch somebody may look.
 */
async function apply(
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

type Shown = Pick<CellStatement, 'cell' | 'position' | 'value' | 'receivedOn' | 'reply' | 'year'>;
const show = ({ cell, position, value, receivedOn, reply, year }: Shown): Shown => ({
  cell,
  position,
  value,
  receivedOn,
  reply,
  year,
});
/** The fold, in the order in which the tables are read. */
const expected = (events: readonly ReplyEvent[], vintage?: Vintage): Shown[] =>
  [
    ...foldCells(
      events.flatMap((event, i) => toStatements(event, i + 1)),
      events.map((event, i) => toMark(event, i + 1)),
      vintage,
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, statements]: [string, Statement[]]) => statements.map(show));

async function read(vintage: Vintage | null): Promise<Shown[]> {
  const { rows } = await pool.query<CellStatement & { received_on: string }>(cellsQuery({}, vintage));
  return rows.map(({ received_on, ...row }) => show({ ...row, receivedOn: received_on }));
}

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });

describe('the tables after random histories', () => {
  it('equal the fold of the log, however it was cut into batches and delivered again', async () => {
    await fc.assert(
      fc.asyncProperty(history, sizes, fc.integer({ min: 0, max: 3 }), async (drawnHistory, cut, again) => {
        const events = toEvents(drawnHistory);
        await empty();
        await store(events);
        await apply(cut, again, async (position) =>
          expect(await read(null)).toEqual(expected(events.slice(0, position))),
        );
        expect((await withSnapshot(pool, (s) => readCells(s, {}, {}))).map(show)).toEqual(expected(events));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('give back what a complete reply had withdrawn when that reply itself is withdrawn', async () => {
    const said = { respondent: 'SV', day: 0, kind: 'say' as const, complete: false, retracted: [] };
    const events = toEvents([
      { ...said, round: '2008', figures: [{ period: '2005', value: 18 }] },
      { ...said, round: '2010', day: 1, complete: true, figures: [{ period: '2006', value: 37 }] },
      { ...said, round: '2010', day: 2, kind: 'withdraw', figures: [] },
    ]);
    await empty();
    await store(events);
    await apply([1], 0);
    expect(await read(null)).toEqual(expected(events));
    expect(await read(null)).toMatchObject([{ cell: 'c~SV~persons-prosecuted~_T~2005' }, {}]);
  });

  it('show at any day and position what the fold of that vintage shows', async () => {
    const days = fc.option(fc.integer({ min: 0, max: 5 }).map(dayOf), { nil: undefined });
    const positions = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });
    const vintages = fc.array(fc.record({ asOf: days, at: positions }), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(history, vintages, async (drawnHistory, asked) => {
        const events = toEvents(drawnHistory);
        await empty();
        await store(events);
        await apply([10], 0);
        for (const vintage of asked) expect(await read(vintage)).toEqual(expected(events, vintage));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
