/** What the process does that imports files, here within the process of the test, which holds the other end. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startSequencer, type Sequencer } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportNews, ImportOrder } from './import-messages.js';
import { serveImports } from './serve-imports.js';

const ofMemory = '/proc/self/oom_score_adj';
const onLinux = existsSync(ofMemory) ? it : it.skip;
const megabyte = 1024 ** 2;
const own = { send: process.send, exit: process.exit, memoryUsage: process.memoryUsage };
/** A process with room, as one that only imports is: that of the tests may hold what other files of tests left in it. */
const withRoom = Object.assign(() => ({ heapUsed: 100 * megabyte }), { rss: () => 200 * megabyte }) as never;

let test: TestDatabase;
let database: Database;
let sequencer: Sequencer;
let folder: string;
let firstToBeEnded = '';
let news: ImportNews[] = [];
/** All of a test, also what was read of `news` already. */
let all: ImportNews[] = [];
let exits: unknown[] = [];
/** What is answered to an import that is about to store events. */
let word: ImportOrder | undefined = { kind: 'store' };
/** Whether it is about to keep the file itself, before anything else; that is always allowed, and no news here. */
let isKeeping = false;

const order = (what: ImportOrder) => process.emit('message', what, undefined);

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  sequencer = startSequencer({ url: test.url, onError: () => undefined });
  folder = await mkdtemp(join(tmpdir(), 'serve-imports-'));
  firstToBeEnded = await readFile(ofMemory, 'utf8').catch(() => '');
  process.send = ((one: ImportNews, sent?: () => void) => {
    all.push(structuredClone(one));
    if (isKeeping && (one.kind === 'storing' || one.kind === 'stored')) {
      isKeeping = one.kind === 'storing';
      if (isKeeping) setImmediate(order, { kind: 'store' });
      if (sent) setImmediate(sent);
      return true;
    }
    news.push(structuredClone(one));
    if (one.kind === 'storing' && word) setImmediate(order, word);
    if (one.kind === 'stored') sequencer.wake();
    if (sent) setImmediate(sent);
    return true;
  }) as never;
  process.exit = ((code: unknown) => exits.push(code)) as never;
  process.memoryUsage = withRoom;
  serveImports();
});
beforeEach(() => {
  [exits, all, word] = [[], [], { kind: 'store' }];
});
afterEach(() => {
  news = [];
  jest.restoreAllMocks();
  process.memoryUsage = withRoom;
});
afterAll(async () => {
  process.removeAllListeners('message').removeAllListeners('disconnect');
  Object.assign(process, own);
  await writeFile(ofMemory, firstToBeEnded).catch(() => undefined);
  await sequencer.close();
  await database.destroy();
  await test.drop();
  await rm(folder, { recursive: true });
});

const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
const line = (code: string, year: number, value = 7) =>
  `${code},,Persons convicted,Total,Total,Total,Total,${year},${value}`;

/**
 * Gives it a file to import, and once more where it withdraws what stands, with the number that was told: each file has
 * other years than the one before. Out: all that it told, once it has told how that ended.
 */
async function run(
  round: string,
  content: string,
  traceparent?: string,
  acceptWithdrawals?: number,
): Promise<ImportNews[]> {
  const path = join(folder, round);
  await writeFile(path, content);
  const request = {
    ...{ path, file: createHash('sha256').update(content).digest('hex'), name: 'a.csv' },
    ...{ collection: 'unodc-glotip', round, receivedOn: '2023-05-30', mapping: undefined, dryRun: false },
    ...{
      recorder: { recordedBy: 'test', principal: 'test', signedInBy: 'key' } as const,
      recordedAt: '2024-06-01T00:00:00.000Z',
      traceparent,
      acceptWithdrawals,
    },
  };
  isKeeping = true;
  order({ kind: 'job', url: test.url, answerWithinMs: 15_000, request });
  await until(() => ['result', 'refused', 'failed'].includes(news.at(-1)?.kind ?? ''));
  const told = news.splice(0);
  const end = told.at(-1)!;
  return end.kind === 'refused' && end.code === 'withdraws-much'
    ? run(round, content, traceparent, end.extra!['withdrawn'] as number)
    : told;
}
async function until(isThere: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000 && !isThere(); tries += 1) await sleep(20);
  expect(isThere()).toBe(true);
}
const kinds = (told: readonly ImportNews[]) => told.map(({ kind }) => kind).filter((k) => k !== 'progress');
const rss = expect.any(Number);

it('says first that it is ready', () => {
  expect(news).toEqual([{ kind: 'ready' }]);
});

onLinux('is ended by Linux before others where memory runs out', async () => {
  for (let tries = 0; tries < 200 && (await readFile(ofMemory, 'utf8')) === firstToBeEnded; tries += 1)
    await sleep(20);
  expect((await readFile(ofMemory, 'utf8')).trim()).toBe('500');
});

describe('a file', () => {
  it('is stored once there is the word for it, and the report is told', async () => {
    const told = await run('stored', [header, line('AUT', 2001), line('XQX', 2001)].join('\n'));
    expect(kinds(told)).toEqual(['storing', 'stored', 'result']);
    // The file itself is kept first, which stores no event.
    expect(kinds(all)).toEqual(['storing', 'stored', 'storing', 'stored', 'result']);
    expect(all.find(({ kind }) => kind === 'stored')).toEqual({ kind: 'stored', streams: 0 });
    expect(told.filter(({ kind }) => kind !== 'progress')).toMatchObject([
      { events: [] },
      { streams: 2 },
      { report: { rows: 2, stored: 1, refused: 0, waiting: 1, refusedRows: [{ row: 3 }] }, rss },
    ]);
    expect(told.filter(({ kind }) => kind === 'progress')).toEqual([
      { kind: 'progress', phase: 'reading', rows: 2, of: undefined },
      { kind: 'progress', phase: 'storing', rows: 0, of: 2 },
      { kind: 'progress', phase: 'storing', rows: 2, of: 2 },
    ]);
  });

  it('waits for the word as long as that takes, with what it would store where its request is traced', async () => {
    word = undefined;
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const running = run('traced', [header, line('AUT', 2002)].join('\n'), traceparent);
    await until(() => news.at(-1)?.kind === 'storing');
    const meta = { traceparent };
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(news.at(-1)).toEqual({
      kind: 'storing',
      events: [
        { id, type: 'RoundOpened', stream: 'round/unodc-glotip/traced', meta },
        { id, type: 'ReplySubmitted', stream: 'reply/unodc-glotip/traced/AT', meta },
      ],
    });
    await sleep(50);
    expect(news.at(-1)!.kind).toBe('storing');
    order({ kind: 'store' });
    expect(kinds(await running)).toEqual(['storing', 'stored', 'result']);
  });

  it('is not stored where that is forbidden, and the reason is told as it came', async () => {
    word = { kind: 'do-not-store', error: { message: 'no room', code: 'ENOSPC' } };
    const told = await run('forbidden', [header, line('AUT', 2003)].join('\n'));
    expect(kinds(told)).toEqual(['storing', 'not-stored', 'failed']);
    expect(told.slice(-2)).toMatchObject([
      { error: 'no room' },
      { error: { message: 'no room', code: 'ENOSPC' }, rss },
    ]);
    const { rows } = await poolOf(database).query(
      "SELECT stream FROM streams WHERE stream LIKE '%/forbidden%'",
    );
    expect(rows).toEqual([]);
  });

  it('that cannot be taken is refused with code and message', async () => {
    expect(await run('refused', '%PDF-1.7')).toEqual([
      {
        ...{ kind: 'refused', code: 'not-a-spreadsheet', rss },
        message:
          'The file is a PDF. These kinds are taken: .xlsx, .ods, .csv, .tsv, SDMX-CSV, SDMX-ML and JSON-stat.',
      },
    ]);
  });

  it('leaves no connection behind', async () => {
    await run('closed', [header, line('AUT', 2004)].join('\n'));
    const count = "SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'rapporteur-import'";
    for (let tries = 0; tries < 100; tries += 1) {
      const { rows } = await poolOf(database).query<{ n: number }>(
        `${count} AND datname = current_database()`,
      );
      if (rows[0]!.n === 0) return;
      await sleep(50);
    }
    throw new Error('its connection is still there');
  });
});

describe('how far it is', () => {
  const rows = Array.from({ length: 3500 }, (_, i) => line('AUT', 1990 + (i % 30), i));
  const read = async (round: string) =>
    (await run(round, [header, ...rows].join('\n')))
      .filter((one) => one.kind === 'progress')
      .map(({ phase, rows }) => `${phase} ${rows}`);

  it('is told of each phase at once and at its end, and else at times', async () => {
    jest.spyOn(performance, 'now').mockReturnValue(1000);
    expect(await read('still')).toEqual(['reading 999', 'storing 0', 'storing 3500']);
  });
  it('is told again after a tenth of a second', async () => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    const every = [
      'reading 999',
      'reading 1999',
      'reading 2999',
      'reading 3500',
      'storing 0',
      'storing 3500',
    ];
    expect(await read('quick')).toEqual(every);
  });
});

describe('memory', () => {
  /** As if so much were in use, in megabytes: before the heap is cleared, and after. */
  function use(heap: readonly [number, number], all = 0): { cleared: number } {
    const clearing = { cleared: 0 };
    const usage = () => ({ heapUsed: heap[clearing.cleared === 0 ? 0 : 1] * megabyte });
    process.memoryUsage = Object.assign(usage, { rss: () => all * megabyte }) as never;
    globalThis.gc = (() => (clearing.cleared += 1)) as never;
    return clearing;
  }
  /** Has it hold back a file meanwhile. */
  async function during(round: string, look: () => Promise<void>): Promise<ImportNews[]> {
    word = undefined;
    const running = run(round, [header, line('AUT', 2005)].join('\n'));
    await until(() => news.at(-1)?.kind === 'storing');
    await look();
    order({ kind: 'store' });
    return running;
  }

  it.each([
    ['heap', [1281, 1025], 0],
    ['process', [0, 0], 1801],
  ] as const)(
    'of the %s that is more than an import may take ends the job, and the process',
    async (_, heap, bytes) => {
      let clearing = { cleared: 0 };
      const rest = await during(`full-${bytes}`, async () => {
        clearing = use(heap, bytes);
        await until(() => exits.length > 0);
        process.memoryUsage = withRoom;
      });
      // Here it does not end, and what it was about to do comes after all.
      if (!kinds(rest).includes('result')) await until(() => news.at(-1)?.kind === 'result');
      expect(clearing.cleared).toBeGreaterThan(0);
      expect(exits[0]).toBe(1);
      expect(all.find((one) => one.kind === 'refused' && one.code !== 'withdraws-much')).toEqual({
        ...{ kind: 'refused', code: 'too-large', rss },
        message:
          'The file needs more memory than an import may take (1024 MB). Import it in parts, as rounds or collections of their own.',
      });
    },
  );

  it.each([
    ['a heap as full as it may be', [1280, 1280], 1800, 0],
    ['a heap that is full of what can be cleared', [1281, 1024], 0, 1],
  ] as const)('ends nothing with %s', async (_, heap, bytes, least) => {
    const told = await during(`room-${bytes}`, async () => {
      const clearing = use(heap, bytes);
      await sleep(350);
      expect(clearing.cleared > 0).toBe(least > 0);
      process.memoryUsage = withRoom;
    });
    expect([kinds(told), exits]).toEqual([['storing', 'stored', 'result'], []]);
  });

  it('is looked at while there is a file, and not afterwards', async () => {
    await run('after', [header, line('AUT', 2006)].join('\n'));
    const clearing = use([9000, 9000], 9000);
    await sleep(250);
    expect([clearing.cleared, news, exits]).toEqual([0, [], []]);
  });
});

it('ends with the service that started it', () => {
  process.emit('disconnect');
  expect(exits).toEqual([0]);
});
