/** The facts read from the tables are those that the domain's pure fold gives, at any vintage. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamOf, toNewEvent, type DomainEvent } from '@rapporteur/domain';
import {
  moveOnce,
  readLog,
  storeAppends,
  takeEpoch,
  takeLeases,
  partitionCount,
} from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { applyEvents, liveSchema, withSnapshot } from '@rapporteur/projections';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { buildReport } from '../file/build-report.js';
import { draftReport } from '../file/draft-report.js';
import { loadLanguage } from '../document/language.js';
import { parseReport } from '../file/parse-report.js';
import { readFacts } from './read-facts.js';
import { renderReport } from '../render/render.js';
import { factsOf, round2008Events } from './round-2008-facts.js';

let test: TestDatabase;
let source: Database;

const round = 'ecosoc-2006-27/2008';
const key = { collection: 'ecosoc-2006-27', round: '2008', receivedPrecision: 'on' as const, late: true };
const events: DomainEvent[] = [
  ...round2008Events(),
  {
    type: 'ReplyCorrected',
    data: {
      ...key,
      respondent: 'SV',
      receivedOn: '2008-03-03',
      reason: 'typing error',
      reference: 'Corr.1',
      observations: {
        changed: [
          {
            indicator: 'persons-prosecuted',
            breakdown: {},
            period: '2007',
            value: 9,
            qualifier: 'exact',
            paragraph: 14,
          },
        ],
        added: [],
        retracted: [{ indicator: 'persons-arrested', breakdown: {}, period: '2005' }],
      },
      findings: { changed: [], added: [], retracted: [] },
    },
  },
  {
    type: 'ReplyWithdrawn',
    data: { ...key, respondent: 'CU', receivedOn: '2008-04-04', reason: 'sent by mistake', reference: null },
  },
];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  const pool = poolOf(source);
  const versions = new Map<string, number>();
  for (const event of events) {
    const stream = streamOf(event);
    const expectedVersion = versions.get(stream) ?? 0;
    versions.set(stream, expectedVersion + 1);
    const meta = {
      recordedBy: 'desk-7',
      recordedAt: '2008-02-01T00:00:00.000Z',
      correlationId: 'c',
      causationId: 'r',
    };
    await storeAppends(pool, [{ stream, expectedVersion, events: [toNewEvent(event, randomUUID(), meta)] }]);
    await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
  }
  const leases = await takeLeases(
    pool,
    liveSchema,
    Array.from({ length: partitionCount }, (_, i) => i),
  );
  const log = await readLog(pool, 0, 1000);
  await inTransaction(pool, (client) => applyEvents(client, liveSchema, leases, log));
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const read = (vintage: { asOf?: string; at?: number }, id = round) =>
  withSnapshot(poolOf(source), (snapshot) => readFacts(snapshot, id, vintage));

describe('facts', () => {
  it('say how many events up to their position could not be applied, and a document made of them says so', async () => {
    const insert =
      "INSERT INTO tables.dead_letters (position, stream, reason) VALUES (20, 'reply/x', 'unreadable')";
    await poolOf(source).query(insert);
    try {
      const [before, facts] = [await read({ at: 19 }), await read({ at: 20 })];
      expect([before.degraded, facts.degraded]).toEqual([0, 1]);
      for (const [code, words] of [
        ['en', 'is missing from this document'],
        ['zh', '本文件因此缺少这些内容'],
      ] as const) {
        const language = await loadLanguage(code);
        const reading = parseReport(await draftReport(facts, language));
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
        const told = buildReport(reading.file, { facts, language });
        expect([told.document.blocks[0]!.kind, told.manifest.degraded]).toEqual(['editor-note', 1]);
        for (const format of ['md', 'html'] as const)
          expect(
            Buffer.from(await renderReport(told, format))
              .toString()
              .replace(/\s+/g, ' '),
          ).toContain(words);
        const whole = buildReport(reading.file, { facts: { ...facts, degraded: 0 }, language });
        expect(Buffer.from(await renderReport(whole, 'md')).toString()).not.toContain(words);
        expect(whole.manifest).not.toHaveProperty('degraded');
      }
    } finally {
      await poolOf(source).query('DELETE FROM tables.dead_letters');
    }
  });

  it.each([
    ['2008-01-24', 27],
    ['2008-01-24', 29],
    ['2008-03-03', 29],
    ['2008-12-31', 28],
    ['2008-12-31', 29],
    ['2007-01-01', 10],
  ])('as of %s at position %i are those of the pure fold', async (asOf, at) => {
    const plain = (facts: unknown) =>
      JSON.parse(JSON.stringify(facts)) as Record<string, { cell?: string }[]>;
    const [tables, fold] = [plain(await read({ asOf, at })), plain(factsOf(events, asOf, at))];
    for (const part of Object.keys(fold)) {
      const strip = (list: unknown) =>
        Array.isArray(list)
          ? list.map((each) =>
              typeof each === 'object' ? { ...each, ordinal: undefined, retracted: undefined } : each,
            )
          : list;
      expect({ part, facts: strip(tables[part]) }).toEqual({ part, facts: strip(fold[part]) });
    }
  });

  it('are taken at the cut-off when no day is asked for', async () => {
    expect((await read({})).vintage).toEqual({ asOf: '2008-01-24', at: 29 });
  });

  it('are refused for a round that there is not, and a position that is not reached', async () => {
    await expect(read({}, 'ecosoc-2006-27/2009')).rejects.toThrow('There are: ecosoc-2006-27/2008.');
    await expect(read({ at: 30 })).rejects.toThrow('have come to position 29, not yet to 30');
  });
});
