/** Every stored event of the 2008 round matches the JSON Schema that is published for it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toEventSchemas } from '@rapporteur/domain';
import {
  makeAppendQueue,
  makeStreamReader,
  moveOnce,
  readLog,
  takeEpoch,
  type FeedEvent,
} from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { fileURLToPath } from 'node:url';
import { makeTurns } from '../commands/in-turn.js';
import { loadRound } from './load-round.js';
import { registry } from '../commands/registry.js';

const folder = fileURLToPath(new URL('../../../../data/ecosoc-2006-27/2008', import.meta.url));
const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
const validators = new Map(
  toEventSchemas().map(({ type, version, schema }) => [`${type} ${version}`, ajv.compile(schema)]),
);

let test: TestDatabase;
let source: Database;
let events: FeedEvent[];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  const pool = poolOf(source);
  const recording = {
    pool,
    append: makeAppendQueue(pool, () => undefined).append,
    read: makeStreamReader(pool),
    rounds: new Map(),
    inTurn: makeTurns(),
  };
  await loadRound(recording, { ...registry, today: '2026-01-01' }, folder, () => undefined);
  await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
  events = await readLog(pool, 0, 1000);
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

describe('the stored events of the 2008 round', () => {
  it('are valid by the JSON Schema of their type and version', () => {
    expect(events.length).toBeGreaterThanOrEqual(25);
    for (const { type, schemaVersion, data, stream } of events) {
      const validate = validators.get(`${type} ${schemaVersion}`)!;
      validate(data);
      expect([stream, validate.errors]).toEqual([stream, null]);
    }
  });

  it('would not be valid with a member more, one less, or a wrong value', () => {
    const validate = validators.get('ReplySubmitted 1')!;
    const data = events.find(({ type }) => type === 'ReplySubmitted')!.data as Record<string, unknown>;
    const { respondent: _, ...less } = data;
    expect([
      validate(data),
      validate({ ...data, more: 1 }),
      validate(less),
      validate({ ...data, receivedOn: 'soon' }),
    ]).toEqual([true, false, false, false]);
  });
});
