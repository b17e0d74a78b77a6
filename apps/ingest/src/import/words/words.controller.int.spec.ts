/** The addresses of words over HTTP: what waits, with proposals; deciding, once and in turn; and what follows from it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wordsAnswer, type WordsAnswer } from '@rapporteur/contract';
import { service, toNewEvent, wordsStream, type WordDecided } from '@rapporteur/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readStream, storeAppends } from '@rapporteur/event-store';
import { createServer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, openDoor, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { documents } from '../../service/documents.js';
import { IngestModule } from '../../service/ingest.module.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let app: NestFastifyApplication;

const startApp = async () => {
  const options = { database, url: test.url, onError: () => undefined };
  const started = await createServer(IngestModule.with(options), { door: openDoor(service), documents });
  await started.listen(0, '127.0.0.1');
  return started;
};
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  await pool.query("UPDATE places SET position = 1000000 WHERE projection = 'tables'");
  app = await startApp();
});
afterAll(async () => {
  await app.close();
  await database.destroy();
  await test.drop();
});

const collection = 'unodc-glotip';
const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
const line = (code: string, category: string, year: number, value = 7) =>
  `${code},,Detected trafficking victims,by citizenship,${category},Total,Total,${year},${value}`;
/** Sends a file, and accepts what it withdraws of the rounds before. */
const send = async (round: string, ...lines: string[]): Promise<Record<string, number>> => {
  const answer = await sendOnce(lines, { collection, round, received: `${round}-05-30` });
  if (answer['withdrawn'] === undefined || answer['status'] !== 409) return answer;
  const acceptWithdrawals = String(answer['withdrawn']);
  return sendOnce(lines, { collection, round, received: `${round}-05-30`, acceptWithdrawals });
};
const sendOnce = async (lines: readonly string[], asked: Record<string, string>) => {
  const query = new URLSearchParams(asked).toString();
  const answer = await app.inject({
    ...{ method: 'POST', url: `/v1/imports?${query}`, payload: [header, ...lines].join('\n') },
    headers: { 'content-type': 'text/csv' },
  });
  return answer.json<Record<string, number>>();
};
const list = async (more = ''): Promise<WordsAnswer> => {
  const answer = await app.inject({ method: 'GET', url: `/v1/words?collection=${collection}${more}` });
  expect(answer.statusCode).toBe(200);
  return wordsAnswer.parse(answer.json());
};
const decide = async (decisions: object[], key?: string) => {
  const answer = await app.inject({
    ...{ method: 'POST', url: '/v1/words/decisions', payload: { collection, decisions } },
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), headers: answer.headers };
};
const untilFollowed = async () => {
  for (let tries = 0; tries < 600; tries += 1) {
    const { rounds } = await list();
    if (!rounds.some(({ isBehind }) => isBehind)) return rounds;
    await sleep(100);
  }
  throw new Error('the decisions are not followed');
};
const word = (written: string, code: string) => ({
  ...{ dimension: 'citizenship', word: written, decision: 'code', code },
});

describe('words that wait', () => {
  it('are listed once for all rounds, the most rows first, with rows, samples and proposals', async () => {
    expect(
      await send(
        '2022',
        line('AUT', 'Nigerin', 2019),
        line('AUT', 'Austria', 2019),
        line('SLV', 'NIGERIN ', 2019),
      ),
    ).toMatchObject({ rows: 3, stored: 1, waiting: 2 });
    await send('2023', line('AUT', 'nigerin', 2020), line('AUT', '0', 2020), line('AUT', 'Nigerians', 2020));
    const words = await list();
    expect(words).toMatchObject({ collection, state: 'waiting', total: 2, version: 0 });
    expect(words.items).toMatchObject([
      {
        ...{ dimension: 'citizenship', word: 'Nigerin', rows: 3, decision: null },
        samples: [
          { round: '2022', row: 2, cells: line('AUT', 'Nigerin', 2019).split(',') },
          { round: '2022', row: 4 },
          { round: '2023', row: 2 },
        ],
      },
      { word: '0', rows: 1, proposals: [] },
    ]);
    expect(words.items[0]!.proposals.map(({ code }) => code)).toEqual(['ne', 'ng']);
    expect(words.rounds).toMatchObject([
      { round: '2022', rows: 3, refused: 0, waiting: 2, isBehind: false, problem: null },
      { round: '2023', rows: 3, refused: 0, waiting: 2 },
    ]);
    expect((await list('&limit=1')).items).toHaveLength(1);
  });

  it('come in by decisions, which are kept once, and are listed with who made them', async () => {
    const both = [
      word('nigerin', 'ng'),
      { dimension: 'citizenship', word: '0', decision: 'not-a-code', reason: 'no word' },
    ];
    const first = await decide(both, 'key-1');
    expect([first.status, first.body]).toEqual([201, { collection, decided: 2, version: 2 }]);
    const again = await decide(both, 'key-1');
    expect([again.status, again.body, again.headers['idempotent-replayed']]).toEqual([
      201,
      first.body,
      'true',
    ]);
    expect(await decide(both)).toMatchObject({ status: 200, body: { decided: 0, version: 2 } });
    expect(await decide([word('x', 'ng')], 'key-1')).toMatchObject({ status: 422 });
    expect((await list()).items).toEqual([]);
    expect(await untilFollowed()).toMatchObject([
      { round: '2022', waiting: 0, refused: 0 },
      { round: '2023', waiting: 0, refused: 1 },
    ]);
    const { items } = await list('&state=decided');
    expect(items).toMatchObject([
      { word: '0', decision: { decision: 'not-a-code', code: null, reason: 'no word' } },
      {
        word: 'nigerin',
        decision: { decision: 'code', code: 'ng', name: 'Nigeria', decidedBy: expect.any(String) },
      },
    ]);
    expect(await send('2024', line('AUT', ' NIGERIN', 2021))).toMatchObject({ stored: 1, waiting: 0 });
  });
});

describe('a decision', () => {
  it('may be of a word that nobody has, and counts when it comes', async () => {
    expect(await decide([word('Somebodian', 'at')])).toMatchObject({ status: 201 });
    expect(await send('2025', line('AUT', 'Somebodian', 2022))).toMatchObject({ stored: 1, waiting: 0 });
  });

  it('is refused with all its problems, and then none is stored', async () => {
    const { version } = await list();
    const { status, body } = await decide([
      word('a', 'at'),
      word('b', 'zz'),
      { ...word('c', 'at'), dimension: 'colour' },
    ]);
    expect(status).toBe(422);
    expect(body['problems']).toMatchObject([
      { pointer: '/decisions/1/code', code: 'unknown-code' },
      { pointer: '/decisions/2/dimension', code: 'unknown-dimension' },
    ]);
    expect((await list()).version).toBe(version);
  });

  it('of two people at once is stored of both, and the later one counts', async () => {
    const { version } = await list();
    const answers = await Promise.all(['at', 'de', 'fr', 'it'].map((code) => decide([word('Twice', code)])));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const last = answers.find(({ body }) => body['version'] === version + 4);
    const { items } = await list('&state=decided');
    expect(items[0]!.word).toBe('Twice');
    expect(last).toBeDefined();
  });

  it('that is made while a file is read reaches that file as well', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => line('AUT', 'Laterian', 1900 + (i % 100), i));
    const importing = send('2026', ...lines);
    await sleep(200);
    await decide([word('Laterian', 'fr')]);
    expect(await importing).toMatchObject({ rows: 20_000 });
    const rounds = await untilFollowed();
    expect(rounds.find(({ round }) => round === '2026')?.problem).toContain('acceptWithdrawals=');
    expect(await send('2026', ...lines)).toMatchObject({ waiting: 0, refused: 0 });
  }, 120_000);

  it('is followed by the next service where this one ended before', async () => {
    await send('2021', line('AUT', 'Restartian', 2018));
    await app.close();
    const data = { collection, ...word('Restartian', 'it'), reason: null } as WordDecided;
    const meta = {
      recordedBy: 't',
      principal: 't',
      signedInBy: 'key',
      recordedAt: '2026-06-01T00:00:00Z',
    } as const;
    const stream = wordsStream(collection);
    const event = toNewEvent({ type: 'WordDecided', data }, randomUUID(), {
      ...meta,
      ...{ correlationId: 'c', causationId: 'c' },
    });
    const { length } = await readStream(pool, stream);
    await storeAppends(pool, [{ stream, expectedVersion: length, events: [event] }]);
    app = await startApp();
    const rounds = await untilFollowed();
    expect(rounds.find(({ round }) => round === '2021')).toMatchObject({ waiting: 0 });
  }, 120_000);
});

it('an address that asks for no collection, or for another state, says how to ask', async () => {
  for (const query of ['', '?collection=c&state=lost', '?collection=c&limit=0', '?collection=c&x=1'])
    expect((await app.inject({ method: 'GET', url: `/v1/words${query}` })).json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining('/v1/words?collection='),
    });
});
