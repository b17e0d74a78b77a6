/** Many replies in one request, over HTTP against a real PostgreSQL: each line is taken or refused by itself. */
import { replyLineAnswer, type ReplyLine, type ReplyLinesEnd } from '@rapporteur/contract';
import { service, type Authority } from '@rapporteur/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { makeAppendQueue, makeStreamReader, readStream } from '@rapporteur/event-store';
import { createServer, type BodyLine, type Refusal } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, Proxy, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import { once } from 'node:events';
import { request as open, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { documents } from '../service/documents.js';
import { IngestModule } from '../service/ingest.module.js';
import { makeTurns } from './in-turn.js';
import { linesAtMost, recordLines } from './record-lines.js';
import type { Recording } from './recording.js';
import { registry } from './registry.js';

const grants = [
  { number: 1, role: 'focal-point', scope: { respondents: ['SV'], collections: 'all' } },
] as const;
const ofSalvador: Authority = {
  ...service,
  principal: { ...service.principal, id: 'ana', kind: 'person', grants },
  renew: () => Promise.resolve(ofSalvador),
};

let test: TestDatabase;
let database: Database;
let proxy: Proxy;
let app: NestFastifyApplication;
let url: string;
const refusals: Refusal[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  const direct = new URL(test.url);
  proxy = await Proxy.open(Number(direct.port || 5432));
  direct.port = String(proxy.port);
  database = await openDatabase({ url: direct.href, answerWithinMs: 2000 });
  app = await createServer(IngestModule.with({ database, url: direct.href, onError: () => undefined }), {
    door: {
      isReadingOpen: true,
      identify: ({ headers }) => Promise.resolve(headers['x-as'] === 'ana' ? ofSalvador : service),
      refused: (_, refusal) => void refusals.push(refusal),
    },
    documents,
  });
  await app.listen(0, '127.0.0.1');
  url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
});
afterAll(async () => {
  await app.close();
  await database.destroy();
  await proxy.close();
  await test.drop();
});

let rounds = 0;
/** Opens a round of its own. Out: its name. */
async function openRound(): Promise<string> {
  const round = `r${(rounds += 1)}`;
  const { status } = await post('/v1/rounds', { collection: 'c', round, cutOff: '2008-01-24' });
  expect(status).toBe(201);
  return round;
}

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as { code?: string; type?: string } };
}

/** Begins a request whose body is sent bit by bit. */
function begin(round: string, { query = '', ...headers }: Record<string, string> = {}) {
  const sending = open(`${url}/v1/rounds/c/${round}/replies${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
  });
  const answered = once(sending, 'response').then(([answer]) => answer as IncomingMessage);
  return { sending, answered };
}

async function readAnswer(answer: IncomingMessage) {
  const texts: string[] = [];
  for await (const line of createInterface({ input: answer })) texts.push(line);
  const all = texts.map((text) => replyLineAnswer.parse(JSON.parse(text)));
  const lines = all.slice(0, -1) as ReplyLine[];
  return { status: answer.statusCode, lines, end: all.at(-1) as ReplyLinesEnd };
}

/** Sends lines, each an object or a text. */
async function send(round: string, lines: readonly (object | string)[], options?: Record<string, string>) {
  const { sending, answered } = begin(round, options);
  sending.end(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return readAnswer(await answered);
}

const reply = (respondent: string, value = 6) => ({
  respondent,
  receivedOn: '2008-01-20',
  observations: [{ indicator: 'persons-prosecuted', period: '2007', value, paragraph: 14 }],
});
const stored = (round: string, respondent: string) =>
  readStream(poolOf(database), `reply/c/${round}/${respondent}`);
const countStored = async (round: string) =>
  (await poolOf(database).query('SELECT FROM streams WHERE stream LIKE $1', [`reply/c/${round}/%`]))
    .rowCount!;
const statuses = (lines: readonly ReplyLine[]) => lines.map(({ line, status }) => [line, status]);
const codes = (lines: readonly ReplyLine[]) =>
  lines.map((one) => ('problem' in one ? one.problem.type.replace('/problems/', '') : null));

/** Codes of States of which each is known. */
const states = ['SV', 'IS', 'RO', 'DK', 'MU', 'CU', 'LV', 'QA'];

describe('many replies in one request', () => {
  it('are each taken or refused by themselves, with their number and all that is wrong', async () => {
    const round = await openRound();
    const { status, lines, end } = await send(round, [
      reply('SV'),
      '',
      '{"respondent": ',
      { ...reply('IS'), receivedOn: 'soon', observations: [{ indicator: 'x' }] },
      '  \r',
      reply('Atlantis'),
      JSON.stringify(reply('DK')).replace('"value":6', '"value":6,"value":7'),
      `"${'x'.repeat(5 * 1024 * 1024)}"`,
      reply('RO'),
    ]);
    expect(status).toBe(200);
    expect(statuses(lines)).toEqual([
      [1, 201],
      [3, 400],
      [4, 422],
      [6, 422],
      [7, 422],
      [8, 413],
      [9, 201],
    ]);
    expect(codes(lines)).toEqual([null, 'broken-json', 'invalid', 'invalid', 'invalid', 'too-large', null]);
    const wrong = lines[2]! as Extract<ReplyLine, { problem: unknown }>;
    expect(wrong.problem.problems!.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/receivedOn', '/observations/0/indicator']),
    );
    expect(end).toEqual({ summary: { lines: 7, accepted: 2, recorded: 2, refused: 5, complete: true } });
    expect(await countStored(round)).toBe(2);
    expect(await stored(round, 'SV')).toMatchObject([{ type: 'ReplySubmitted', version: 1 }]);
  });

  it('are answered as they would be one by one, whatever their order and however the body is cut', async () => {
    const line = fc.oneof(
      { weight: 4, arbitrary: fc.record({ respondent: fc.constantFrom(...states), value: fc.nat(2) }) },
      { weight: 1, arbitrary: fc.constantFrom('{}', '[', '{"respondent":"SV"}') },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.array(fc.nat(4000)), async (asked, cuts) => {
        const [together, alone] = [await openRound(), await openRound()];
        const texts = asked.map((one) =>
          typeof one === 'string' ? one : JSON.stringify(reply(one.respondent, one.value)),
        );
        const { sending, answered } = begin(together);
        const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''));
        const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        for (let i = 1; i < at.length; i += 1) sending.write(bytes.subarray(at[i - 1], at[i]));
        sending.end();
        const { lines } = await readAnswer(await answered);
        const singles: number[] = [];
        for (const text of texts) {
          const one = await fetch(`${url}/v1/rounds/c/${alone}/replies`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: text,
          });
          await one.body?.cancel();
          singles.push(one.status);
        }
        expect(lines.map(({ status }) => status)).toEqual(singles);
        for (const state of states)
          expect((await stored(together, state)).map(({ data }) => data)).toEqual(
            (await stored(alone, state)).map(({ data }) => ({ ...(data as object), round: together })),
          );
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('are answered line by line, before the body has come to its end', async () => {
    const round = await openRound();
    const { sending, answered } = begin(round);
    sending.write(`${JSON.stringify(reply('SV'))}\n`);
    const answer = await answered;
    const [first] = (await once(answer, 'data')) as [Buffer];
    expect(JSON.parse(first.toString())).toMatchObject({ line: 1, status: 201 });
    sending.end(JSON.stringify(reply('IS')));
    const { lines, end } = await readAnswer(answer);
    expect(statuses(lines)).toEqual([[2, 201]]);
    expect(end.summary).toMatchObject({ lines: 2, recorded: 2 });
  });

  it('are recorded once, however often they are sent with one key, and refused where a line has changed', async () => {
    const round = await openRound();
    const sent = states.map((state) => reply(state));
    const first = await send(round, sent, { 'idempotency-key': 'k1' });
    const again = await send(round, sent, { 'idempotency-key': 'k1' });
    expect(again.lines).toEqual(first.lines.map((line) => ({ ...line, replayed: true })));
    expect(again.end.summary).toEqual({ lines: 8, accepted: 8, recorded: 8, refused: 0, complete: true });
    const changed = await send(round, [reply('SV', 7), ...sent.slice(1)], { 'idempotency-key': 'k1' });
    expect(codes(changed.lines).slice(0, 2)).toEqual(['idempotency-key-reused', null]);
    const otherKey = await send(round, sent, { 'idempotency-key': 'k2' });
    expect(otherKey.end.summary).toMatchObject({ accepted: 8, recorded: 0 });
    for (const state of states) expect(await stored(round, state)).toHaveLength(1);
  });

  it('are only tried with dryRun, which stores nothing', async () => {
    const round = await openRound();
    const { lines, end } = await send(round, [reply('SV'), '{}', reply('IS')], { query: '?dryRun=true' });
    expect(statuses(lines)).toEqual([
      [1, 200],
      [2, 422],
      [3, 200],
    ]);
    expect(end.summary).toMatchObject({ accepted: 2, recorded: 0, refused: 1 });
    expect(await countStored(round)).toBe(0);
  });

  it('are refused for other States than those of the sender, and each refusal is told', async () => {
    const round = await openRound();
    refusals.length = 0;
    const { lines } = await send(round, [reply('IS'), reply('SV')], { 'x-as': 'ana' });
    expect(statuses(lines)).toEqual([
      [1, 403],
      [2, 201],
    ]);
    expect(refusals).toMatchObject([
      {
        action: 'submit-reply',
        because: 'out-of-scope',
        target: { respondent: 'IS' },
        authority: ofSalvador,
      },
    ]);
    expect(await stored(round, 'IS')).toEqual([]);
  });

  it('are refused as a whole where nothing of them could be taken', async () => {
    const { answered, sending } = begin('r1', { 'if-match': '"1"' });
    sending.end('{}');
    expect((await answered).statusCode).toBe(400);
    const elsewhere = await fetch(`${url}/v1/rounds/c/r1/replies/SV/withdrawal`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: '{}',
    });
    expect(elsewhere.status).toBe(415);
    const { lines } = await send('no-round', [reply('SV')]);
    expect(statuses(lines)).toEqual([[1, 404]]);
  });
});

describe('a body that is not read to its end', () => {
  it('says so where it has too many lines, and has recorded those before', async () => {
    const round = await openRound();
    const lines = Array.from({ length: linesAtMost - 1 }, () => '{');
    const { end } = await send(round, [reply('SV'), ...lines, reply('IS')]);
    expect(end.problem).toMatchObject({ type: '/problems/too-many-lines', status: 413 });
    expect(end.summary).toEqual({
      ...{ lines: linesAtMost, accepted: 1, recorded: 1 },
      ...{ refused: linesAtMost - 1, complete: false },
    });
    expect(await countStored(round)).toBe(1);
  });

  it('has recorded the lines that came before its sender left', async () => {
    const round = await openRound();
    const { sending, answered } = begin(round);
    answered.catch(() => undefined);
    sending.on('error', () => undefined);
    sending.write(`${JSON.stringify(reply('SV'))}\n${JSON.stringify(reply('IS')).slice(0, 20)}`);
    while ((await countStored(round)) === 0);
    sending.destroy();
    const { end } = await send(round, [reply('SV'), reply('IS')]);
    expect(end.summary).toMatchObject({ accepted: 2, recorded: 1 });
  });

  it('lists no more than so many problems of all lines together, and says how many more there are', async () => {
    const round = await openRound();
    const wrong = { ...reply('SV'), observations: Array.from({ length: 200 }, () => ({})) };
    const { lines } = await send(
      round,
      Array.from({ length: 150 }, () => wrong),
    );
    const listed = lines.map((one) => ('problem' in one ? (one.problem.problems?.length ?? 0) : 0));
    expect(listed.reduce((a, b) => a + b)).toBe(10_000);
    expect(listed.at(-1)).toBe(0);
  });
});

it('tells each line that the database is away, and takes them all when they are sent again', async () => {
  const round = await openRound();
  const sent = states.map((state) => reply(state));
  const { sending, answered } = begin(round, { 'idempotency-key': 'away' });
  sending.write(`${JSON.stringify(sent[0])}\n`);
  const answer = await answered;
  await once(answer, 'data');
  const { target } = proxy;
  proxy.target = 1;
  proxy.cut();
  sending.end(
    sent
      .slice(1)
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  const { lines, end } = await readAnswer(answer);
  expect(new Set(lines.map(({ status }) => status))).toEqual(new Set([503]));
  expect(end.summary).toMatchObject({ lines: 8, refused: 7, complete: true });
  proxy.target = target;
  const again = await send(round, sent, { 'idempotency-key': 'away' });
  expect(again.end.summary).toMatchObject({ lines: 8, accepted: 8, recorded: 8 });
  for (const state of states) expect(await stored(round, state)).toHaveLength(1);
}, 60_000);

it('reads no further than two commits ahead of what is recorded', async () => {
  const round = await openRound();
  const pool = poolOf(database);
  const queue = makeAppendQueue(pool, () => undefined);
  let open: () => void = () => undefined;
  const isOpen = new Promise<void>((done) => (open = done));
  const recording: Recording = {
    pool,
    append: (append) => isOpen.then(() => queue.append(append)),
    read: makeStreamReader(pool),
    rounds: new Map(),
    inTurn: makeTurns(),
  };
  let read = 0;
  async function* lines(): AsyncGenerator<BodyLine> {
    for (let number = 1; number <= 5000; number += 1) {
      read = number;
      yield { number, bytes: Buffer.from(number === 1 ? JSON.stringify(reply('SV')) : '{}') };
    }
  }
  const facts = {
    ...{ round: { collection: 'c', round }, authority: service, isDryRun: false, asked: [] },
    meta: { recordedAt: '', correlationId: 'x', causationId: 'x' },
    onRefused: () => undefined,
  };
  const told: (ReplyLine | ReplyLinesEnd)[] = [];
  const done = recordLines({ recording, registry }, lines(), facts, (line) => void told.push(line));
  while (read < 2000) await sleep(10);
  await sleep(200);
  expect([read, told.length]).toEqual([2000, 0]);
  open();
  await done;
  expect(told.at(-1)).toEqual({
    summary: { lines: 5000, accepted: 1, recorded: 1, refused: 4999, complete: true },
  });
}, 30_000);
