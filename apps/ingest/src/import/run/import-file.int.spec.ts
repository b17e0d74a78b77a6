/**
 * Importing publications on a real PostgreSQL: twice, in any order, after a crash, and which figures each
 * withdraws.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  foldCells,
  readEvent,
  toMark,
  toNewEvent,
  toStatements,
  type Confirmed,
  type ReplyEvent,
  type RoundOpened,
} from '@rapporteur/domain';
import { readHead, readLog, startSequencer, storeAppends, type Sequencer } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { ClientBase } from 'pg';
import { appendTogether } from './append-together.js';
import { importFile } from './import-file.js';
import type { Importing, OnProgress } from './importing.js';
import { findImport, readRefusedRows } from '../records/find-import.js';
import { findMapping, type Mapping } from '../table/mapping.js';
import type { UnreadableFile } from '../kinds/unreadable-file.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let sequencer: Sequencer;
let importing: Importing;
let mapping: Mapping;
let folder: string;
const meta = { recordedBy: 't', recordedAt: '2008-02-01T00:00:00Z', correlationId: 'c', causationId: 'r' };

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  sequencer = startSequencer({ url: test.url, onError: () => undefined });
  importing = {
    pool,
    append: (...args) => appendTogether(...args).finally(() => sequencer.wake()),
  };
  mapping = await findMapping('unodc-glotip');
  folder = await mkdtemp(join(tmpdir(), 'import-file-'));
});
afterAll(async () => {
  await sequencer.close();
  await database.destroy();
  await test.drop();
  await rm(folder, { recursive: true });
});

type Line = readonly [code: string, year: number, value: number | string];
/** Each test has collections of its own, so that tests do not depend on one another. */
let collections = 0;
const fresh = (name: string) => `${name}-${(collections += 1)}`;
const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
const toCsv = (lines: readonly Line[]) =>
  [
    header,
    ...lines.map(
      ([code, year, value]) => `${code},,Persons convicted,Total,Total,Total,Total,${year},${value}`,
    ),
  ].join('\n');

interface Publication {
  readonly collection: string;
  readonly round: string;
  readonly receivedOn: string;
  readonly lines: readonly Line[];
}

async function take(
  { lines, ...rest }: Publication,
  {
    dryRun = false,
    by = importing,
    reading = mapping as Mapping | null,
    content = toCsv(lines),
    onProgress = (() => undefined) as OnProgress,
    confirmed = [] as Confirmed,
    traceparent = undefined as string | undefined,
  } = {},
) {
  const path = join(folder, 'publication.csv');
  await writeFile(path, content);
  const file = createHash('sha256').update(content).digest('hex');
  const recorded = {
    recorder: { recordedBy: 'test', principal: 'test', signedInBy: 'key' } as const,
    recordedAt: '2024-06-01T00:00:00.000Z',
  };
  const {
    header: _,
    refusedRows,
    ...counts
  } = await accepting((acceptWithdrawals) =>
    importFile(
      by,
      {
        ...rest,
        ...recorded,
        path,
        file,
        name: 'publication.csv',
        mapping: reading ? JSON.stringify(reading) : undefined,
        dryRun,
        confirmed,
        traceparent,
        acceptWithdrawals,
      },
      onProgress,
    ),
  );
  return { ...counts, reasons: refusedRows.map(({ reason }) => reason), file };
}

/** Imports as somebody does who accepts whatever a file withdraws, once it was shown. */
async function accepting<T>(run: (accepted: number | undefined) => Promise<T>): Promise<T> {
  try {
    return await run(undefined);
  } catch (error) {
    const { code, extra } = error as UnreadableFile;
    if (code !== 'withdraws-much') throw error;
    return run(extra!['withdrawn'] as number);
  }
}

async function readKept(key: { file: string; collection: string; round: string }) {
  const rows = [];
  for await (const page of readRefusedRows(pool, key)) rows.push(...page);
  const { refused, waiting } = (await findImport(pool, key))!;
  expect(refused + waiting).toBe(rows.length);
  return rows;
}

/** What each cell of a collection holds as of a day, by the domain's own fold. */
async function standing(collection: string, asOf: string): Promise<Record<string, (number | null)[]>> {
  const events = (await readLog(pool, 0, 100_000))
    .map((stored) => ({ position: stored.position, event: readEvent(stored) }))
    .filter(
      ({ event }) =>
        event.type !== 'RoundOpened' && 'collection' in event.data && event.data.collection === collection,
    );
  const cells = foldCells(
    events.flatMap(({ event, position }) => toStatements(event, position)),
    events.map(({ event, position }) => toMark(event as ReplyEvent, position)),
    { asOf },
  );
  const short = (cell: string) =>
    cell
      .split('~')
      .filter((_, i) => i === 1 || i === 4)
      .join(' ');
  return Object.fromEntries([...cells].map(([cell, s]) => [short(cell), s.map(({ value }) => value)]).sort());
}

describe('a publication', () => {
  it('with more figures of one respondent than an event can hold is refused, and nothing of it is stored', async () => {
    const many = Array.from({ length: 40_000 }, (_, i): Line => ['SLV', 2007, i]);
    const long = {
      collection: fresh('long'),
      round: '2022',
      receivedOn: '2022-05-01',
      lines: [['BOL', 2007, 1], ...many] as Line[],
    };
    await expect(take(long)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/40000 figures of SV/),
    });
    const { rows } = await pool.query("SELECT count(*) AS n FROM log WHERE stream LIKE '%/' || $1 || '/%'", [
      long.collection,
    ]);
    expect(rows[0].n).toBe(0);
  });

  const lines = [
    ['SLV', 2007, 40],
    ['BOL', 2017, 62],
    ['BOL', 2017, 43],
    ['AUT', 2019, '<5'],
    ['XQX', 2019, 1],
  ] as const satisfies Line[];
  const makeFirst = () => ({ collection: fresh('first'), round: '2022', receivedOn: '2022-05-01', lines });
  /** The publication of the year after has neither Austria nor El Salvador. */
  const toSecond = (first: Publication) => ({
    ...first,
    round: '2023',
    receivedOn: '2023-05-01',
    lines: [
      ['BOL', 2017, 43],
      ['BOL', 2018, 7],
    ] as Line[],
  });
  const count = async (sql: string, collection: string) =>
    (await pool.query<{ n: number }>(sql, [collection])).rows[0]!.n;

  it('is reported and not stored by a dry run', async () => {
    const first = makeFirst();
    const position = await readHead(pool);
    expect(await take(first, { dryRun: true })).toMatchObject({
      rows: 5,
      stored: 4,
      refused: 0,
      waiting: 1,
      conflicting: 1,
      position,
    });
    const { collection } = first;
    expect(
      await count("SELECT count(*) AS n FROM streams WHERE stream LIKE '%/' || $1 || '/%'", collection),
    ).toBe(0);
    expect(await count('SELECT count(*) AS n FROM imports WHERE collection = $1', collection)).toBe(0);
    expect(await count('SELECT count(*) AS n FROM refused_rows WHERE collection = $1', collection)).toBe(0);
  });
  it('is stored with both values where two conflict, and its refused rows are kept', async () => {
    const first = makeFirst();
    const position = await readHead(pool);
    const result = await take(first);
    expect(result).toMatchObject({
      rows: 5,
      stored: 4,
      repeated: 0,
      refused: 0,
      waiting: 1,
      conflicting: 1,
      withdrawn: 0,
      respondents: 3,
      position: position + 4,
    });
    expect(await standing(first.collection, '2022-05-01')).toEqual({
      'AT 2019': [5],
      'BO 2017': [62, 43],
      'SV 2007': [40],
    });
    const kept = await readKept({ file: result.file, collection: first.collection, round: '2022' });
    expect(kept).toEqual([
      { row: 6, reason: expect.stringContaining('"XQX"'), cells: expect.arrayContaining(['XQX', '2019']) },
    ]);
  });
  it('changes nothing when it comes again, nor with its rows in another order', async () => {
    const first = makeFirst();
    const { position } = await take(first);
    const again = { rows: 5, stored: 0, repeated: 4, refused: 0, waiting: 1, withdrawn: 0, position };
    expect(await take(first)).toMatchObject(again);
    expect(await take({ ...first, lines: [...first.lines].reverse() })).toMatchObject(again);
  });
  it('has the rows that its last import refused, for its own round and collection', async () => {
    const first = makeFirst();
    const { file } = await take(first);
    const otherwise = { ...mapping, respondent: { ...mapping.respondent, words: { SLV: 'none' } } };
    const other = { ...first, collection: fresh('first'), round: '2024' };
    await take(other, { reading: otherwise });
    await take(first);
    const { collection } = first;
    const rowsOf = async (of: { collection: string; round: string }) =>
      (await readKept({ file, collection: of.collection, round: of.round })).map(({ row }) => row);
    expect([await rowsOf(first), await rowsOf(other)]).toEqual([[6], [2, 6]]);
    for (const key of [
      { file, collection, round: '2024' },
      { file, collection: fresh('first'), round: '2022' },
      { file: '0'.repeat(64), collection, round: '2022' },
    ])
      expect(await findImport(pool, key)).toBeUndefined();
    await take(other);
    expect([await rowsOf(first), await rowsOf(other)]).toEqual([[6], [6]]);
  });
  it('withdraws as of its day what it no longer has, whole respondents included', async () => {
    const first = makeFirst();
    await take(first);
    const second = toSecond(first);
    expect(await take(second)).toMatchObject({ stored: 2, withdrawn: 2, respondents: 1, conflicting: 0 });
    expect(await standing(first.collection, '2023-05-01')).toEqual({ 'BO 2017': [43], 'BO 2018': [7] });
    expect(await standing(first.collection, '2023-04-30')).toEqual({
      'AT 2019': [5],
      'BO 2017': [62, 43],
      'SV 2007': [40],
    });
    expect(await take(second)).toMatchObject({ stored: 0, repeated: 2, withdrawn: 0 });
  });
  it('counts as withdrawn what the latest publication before had, of three, and nothing of those before it', async () => {
    const collection = fresh('three');
    const publish = (round: string, receivedOn: string, ...own: Line[]) =>
      take({ collection, round, receivedOn, lines: own });
    await publish('2020', '2020-05-01', ['SLV', 2015, 1], ['SLV', 2016, 2], ['BOL', 2015, 1]);
    await publish('2022', '2022-05-01', ['SLV', 2015, 1], ['BOL', 2015, 1]);
    await publish('2021', '2021-05-01', ['SLV', 2017, 3], ['SLV', 2018, 4], ['BOL', 2015, 1]);
    const last = await publish('2023', '2023-05-01', ['BOL', 2015, 1]);
    expect(last).toMatchObject({ stored: 1, withdrawn: 1 });
    expect(await standing(collection, '2022-12-31')).toEqual({ 'BO 2015': [1], 'SV 2015': [1] });
    expect(await standing(collection, '2023-12-31')).toEqual({ 'BO 2015': [1] });
  });
  it('that replaces the file of its round stores what is new and withdraws what is gone', async () => {
    const first = makeFirst();
    await take(first);
    await take(toSecond(first));
    const revised = {
      ...first,
      round: '2023',
      receivedOn: '2023-06-01',
      lines: [
        ['BOL', 2017, 43],
        ['SLV', 2007, 6],
      ] as Line[],
    };
    expect(await take(revised)).toMatchObject({ stored: 1, repeated: 1, withdrawn: 1 });
    expect(await standing(first.collection, '2023-06-01')).toEqual({ 'BO 2017': [43], 'SV 2007': [6] });
  });
  it('is a release once all of it is stored, again when more of it is, and not when nothing is', async () => {
    const first = makeFirst();
    const releases = async () => {
      const { rows } = await pool.query(
        'SELECT round, position, file FROM releases WHERE collection = $1 ORDER BY position',
        [first.collection],
      );
      return rows;
    };
    await take(first, { dryRun: true });
    expect(await releases()).toEqual([]);
    const { file, position } = await take(first);
    expect(await releases()).toEqual([{ round: first.round, position, file }]);
    await take(first);
    expect(await releases()).toHaveLength(1);
    // As after a kill: everything is stored, and its end is not noted.
    await pool.query('UPDATE imports SET finished_at = NULL WHERE collection = $1', [first.collection]);
    await pool.query('DELETE FROM releases WHERE collection = $1', [first.collection]);
    const again = await take(first);
    expect(await releases()).toEqual([{ round: first.round, position: again.position, file }]);
    const second = await take(toSecond(first));
    expect(await releases()).toEqual([
      { round: first.round, position: again.position, file },
      { round: toSecond(first).round, position: second.position, file: second.file },
    ]);
  });
  it('received earlier than the last of its round never replaces that, though it be later than the first', async () => {
    const round = { ...makeFirst(), round: '2023' };
    const of = (receivedOn: string, ...own: Line[]) => ({ ...round, receivedOn, lines: own });
    await take(of('2023-01-10', ['SLV', 2007, 1]));
    await take(of('2023-06-01', ['SLV', 2007, 2]));
    const before = await standing(round.collection, '2023-12-31');
    expect(before).toEqual({ 'SV 2007': [2] });
    // An older publication that was sent before, and a new one; each with the later one's respondent, and
    // without it.
    for (const older of [
      of('2023-01-10', ['SLV', 2007, 1]),
      of('2023-03-01', ['SLV', 2007, 3]),
      of('2023-05-31', ['BOL', 2007, 4]),
    ])
      await expect(take(older)).rejects.toMatchObject({
        code: 'bad-request',
        message: expect.stringMatching(/holds a file received on 2023-06-01, after 2023-0\d-\d\d/),
      });
    expect(await standing(round.collection, '2023-12-31')).toEqual(before);
    expect(await count('SELECT count(*) AS n FROM imports WHERE collection = $1', round.collection)).toBe(2);
    expect(await take(of('2023-06-01', ['SLV', 2007, 5]))).toMatchObject({ stored: 1 });
    expect(await standing(round.collection, '2023-12-31')).toEqual({ 'SV 2007': [5] });
  });
  it('keeps the day on which it was first received when it is imported again, and so its place among the others', async () => {
    const first = { ...makeFirst(), lines: [...lines.slice(0, 3)] };
    const { file } = await take(first);
    expect(await take({ ...first, receivedOn: '2024-01-01' })).toMatchObject({ stored: 0, repeated: 3 });
    const { rows } = await pool.query('SELECT received_on FROM imports WHERE file = $1 AND collection = $2', [
      file,
      first.collection,
    ]);
    expect(rows).toEqual([{ received_on: '2022-05-01' }]);
    // Received after the first time, and before the second.
    expect(await take(toSecond(first))).toMatchObject({ stored: 2, withdrawn: 1 });
    expect(await standing(first.collection, '2024-12-31')).toEqual({ 'BO 2017': [43], 'BO 2018': [7] });
  });
  it('of a round of two files has its place among the others from the day of the first', async () => {
    const collection = fresh('two-files');
    const publish = (round: string, receivedOn: string, ...own: Line[]) =>
      take({ collection, round, receivedOn, lines: own });
    await publish('2022', '2022-05-01', ['SLV', 2015, 1], ['BOL', 2015, 1]);
    await publish('2022', '2023-09-01', ['SLV', 2015, 2], ['BOL', 2015, 1]);
    expect(await publish('2023', '2023-05-01', ['BOL', 2015, 1])).toMatchObject({ withdrawn: 1 });
    expect(await standing(collection, '2023-08-31')).toEqual({ 'BO 2015': [1] });
  });
  it('is asked for the day on which it came, not for one to come, and goes into no round of single replies', async () => {
    const first = makeFirst();
    await expect(take({ ...first, receivedOn: '2024-06-02' })).rejects.toThrow(/still to come/);
    const data = {
      collection: first.collection,
      round: 'single',
      complete: false,
      title: {},
      mandate: null,
      symbol: null,
      noteVerbaleOn: null,
      replyBy: null,
      cutOff: null,
      compiledBy: null,
      asked: null,
      listed: null,
    };
    await storeAppends(pool, [
      {
        stream: `round/${first.collection}/single`,
        expectedVersion: 0,
        events: [toNewEvent({ type: 'RoundOpened', data }, randomUUID(), meta)],
      },
    ]);
    await expect(take({ ...first, round: 'single' })).rejects.toThrow(/one by one/);
  });
  it('is refused where there were no United Nations yet, and asked about before its round was called for', async () => {
    const first = makeFirst();
    await expect(take({ ...first, receivedOn: '0914-06-01' })).rejects.toMatchObject({ code: 'bad-date' });
    const called = { ...first, collection: fresh('called') };
    const round: RoundOpened = {
      collection: called.collection,
      round: first.round,
      title: {},
      mandate: null,
      symbol: null,
      noteVerbaleOn: '2023-02-01',
      replyBy: null,
      cutOff: null,
      complete: true,
      compiledBy: null,
      asked: null,
      listed: null,
    };
    const event = toNewEvent({ type: 'RoundOpened', data: round }, randomUUID(), meta);
    const stream = `round/${called.collection}/${first.round}`;
    await storeAppends(pool, [{ stream, expectedVersion: 0, events: [event] }]);
    const early = { ...called, receivedOn: '2023-01-31' };
    await expect(take(early)).rejects.toMatchObject({
      code: 'bad-date',
      message: expect.stringMatching(/before the note verbale of 2023-02-01.*confirm=received-before-round/),
    });
    expect(await standing(called.collection, '2024-01-01')).toEqual({});
    expect(await take(early, { confirmed: ['received-before-round'] })).toMatchObject({ repeated: 0 });
    expect(Object.keys(await standing(called.collection, '2024-01-01')).length).toBeGreaterThan(0);
  });
  it('is refused where none of its rows can be taken, for it would withdraw everything', async () => {
    const first = makeFirst();
    await take(first);
    const before = await standing(first.collection, '2023-06-01');
    expect(Object.keys(before)).toHaveLength(3);
    const empty = { ...first, round: 'empty', receivedOn: '2023-07-01', lines: [] };
    await expect(take(empty)).rejects.toThrow(/header and no rows below it/);
    const wrong = { ...empty, lines: [['SLV', 2017, 'some']] satisfies Line[] };
    await expect(take(wrong)).rejects.toThrow(
      /The only row could not be taken \(row 2: "some" is no count\).*rows and why\.$/,
    );
    const rates = {
      ...empty,
      lines: [
        ['SLV', 2017, 1.5],
        ['SLV', 2018, 0.2],
      ] satisfies Line[],
    };
    await expect(take(rates)).rejects.toThrow(
      /None of the 2 rows could be taken \(row 2: "1\.5" is no count\).* Rates and shares are no counts, .* under "only"/,
    );
    expect(await take(wrong, { dryRun: true })).toMatchObject({ rows: 1, refused: 1 });
    expect(await standing(first.collection, '2023-07-02')).toEqual(before);
  });
  it('waits while another import into its collection is under way, and is refused where that takes too long', async () => {
    const first = makeFirst();
    await take(first);
    const other = await pool.connect();
    await other.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`import ${first.collection}`]);
    await expect(take(first, { by: { ...importing, patienceMs: 300 } })).rejects.toThrow(/under way/);
    const told: string[] = [];
    let isThrough = false;
    const waiting = take(first, { onProgress: (phase) => told.push(phase) }).then((result) => {
      isThrough = true;
      return result;
    });
    while (!told.includes('waiting')) await sleep(20);
    await sleep(700);
    expect(isThrough).toBe(false);
    await other.query('SELECT pg_advisory_unlock_all()');
    other.release();
    expect(await waiting).toMatchObject({ stored: 0 });
  });
});

describe('a round that an import opens', () => {
  const makePublication = () => ({
    collection: fresh('opening'),
    round: '2023',
    receivedOn: '2023-05-30',
    lines: [['SLV', 2019, 9]] satisfies Line[],
  });
  const count = async ({ collection }: Publication) => {
    const { rows } = await pool.query(
      "SELECT count(*) AS n FROM streams WHERE stream LIKE '%/' || $1 || '/%'",
      [collection],
    );
    return rows[0].n as number;
  };
  const failing = (stream: string, fail: (client: ClientBase) => Promise<unknown>): Importing => ({
    pool,
    append: async (client, appends, needed) => {
      expect([appends[0]!.stream, needed]).toEqual([stream, stream]);
      await fail(client);
      return importing.append(client, appends, needed);
    },
  });

  it('is not opened where its first replies cannot be stored', async () => {
    const publication = makePublication();
    const stream = `round/${publication.collection}/2023`;
    const killed = failing(stream, async () => Promise.reject(new Error('killed')));
    await expect(take(publication, { by: killed })).rejects.toThrow('killed');
    // The connection breaks between the opening and the replies: neither is stored.
    const cutOff = failing(stream, async (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
      client.query = (async (...args: unknown[]) => {
        if (args[0] === 'COMMIT') throw new Error('cut off');
        return query(...args);
      }) as never;
    });
    await expect(take(publication, { by: cutOff })).rejects.toThrow('cut off');
    expect(await count(publication)).toBe(0);
  });
  it('is left to whoever opens it first, and then nothing is stored', async () => {
    const publication = makePublication();
    const stream = `round/${publication.collection}/2023`;
    const overtaken = failing(stream, async () => {
      const data = {
        collection: publication.collection,
        round: '2023',
        title: {},
        mandate: null,
        symbol: null,
        noteVerbaleOn: null,
        replyBy: null,
        cutOff: null,
        complete: false,
        compiledBy: null,
        asked: null,
        listed: null,
      };
      const event = toNewEvent({ type: 'RoundOpened', data }, randomUUID(), meta);
      await storeAppends(pool, [{ stream, expectedVersion: 0, events: [event] }]);
    });
    await expect(take(publication, { by: overtaken })).rejects.toThrow(
      /Somebody else opened opening-\d+\/2023/,
    );
    expect(await count(publication)).toBe(1);
    await expect(take(publication)).rejects.toThrow(/one by one/);
  });
});

describe('what an import stores and tells', () => {
  const makeOne = (...lines: Line[]) => ({
    ...{ collection: fresh('told'), round: '2023', receivedOn: '2023-05-30', lines },
  });
  const eventsOf = async ({ collection }: { collection: string }) =>
    (await readLog(pool, 0, 100_000)).filter(({ stream }) => stream.split('/')[1] === collection);

  it('names in each event the file, what it is called, who sent it and when, and the trace where there is one', async () => {
    const one = makeOne(['SLV', 2019, 9], ['AUT', 2019, 8]);
    const { file } = await take(one);
    const events = await eventsOf(one);
    expect(events.map(({ stream, version }) => [stream, version])).toEqual([
      [`round/${one.collection}/2023`, 1],
      [`reply/${one.collection}/2023/AT`, 1],
      [`reply/${one.collection}/2023/SV`, 1],
    ]);
    const named = { correlationId: `import ${file}`, causationId: 'publication.csv' };
    const sent = {
      recordedBy: 'test',
      principal: 'test',
      signedInBy: 'key',
      recordedAt: '2024-06-01T00:00:00.000Z',
    };
    for (const { meta } of events) expect(meta).toEqual({ ...named, ...sent });
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await take({ ...one, receivedOn: '2023-05-31', lines: [['SLV', 2019, 7]] }, { traceparent });
    const later = (await eventsOf(one)).slice(3);
    expect(later.map(({ version, meta }) => [version, meta])).toEqual([
      [2, expect.objectContaining({ ...sent, traceparent })],
      [2, expect.objectContaining({ ...sent, traceparent })],
    ]);
  });

  it('opens its round as one of whole replies, with the title of the mapping', async () => {
    const one = makeOne(['SLV', 2019, 9]);
    await take(one);
    const unknown = { mandate: null, symbol: null, noteVerbaleOn: null, replyBy: null, cutOff: null };
    expect((await eventsOf(one))[0]).toMatchObject({
      type: 'RoundOpened',
      data: {
        ...{ collection: one.collection, round: '2023', title: mapping.title, complete: true },
        ...{ ...unknown, compiledBy: null, asked: null, listed: null },
      },
    });
  });

  it('tells how far it is: rows read, and after each commit those that are done with, of all', async () => {
    const codes =
      'AFG AGO ALB ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BIH BLR BRA CAN CHE CHL CHN CIV'
        .concat(' CMR COL CRI CUB CYP CZE DEU')
        .split(' ');
    const lines = codes.map((code): Line => [code, 2019, 9]);
    const one = makeOne(...lines, lines[0]!, ['XQX', 2019, 9]);
    const told: unknown[] = [];
    const onProgress: OnProgress = (...step) => told.push(step);
    await take(one, { onProgress });
    const steps = [
      ['reading', 32, undefined],
      ['storing', 0, 32],
      ['storing', 27, 32],
      ['storing', 32, 32],
    ];
    expect(told.splice(0)).toEqual(steps);
    await take(one, { onProgress });
    expect(told).toEqual(steps);
  });

  it('asks for the mapping of its collection where none comes with it', async () => {
    const one = { ...makeOne(['SLV', 2019, 9]), collection: 'unodc-glotip', round: fresh('own-mapping') };
    expect(await take(one, { reading: null })).toMatchObject({ stored: 1 });
    await expect(take(makeOne(['SLV', 2019, 9]), { reading: null })).rejects.toMatchObject({
      ...{
        code: 'bad-mapping',
        message: expect.stringMatching(/^There is no mapping for told-\d+: write one/),
      },
    });
  });

  it('lists as many refused rows as a small file may have listed, and says how many these are', async () => {
    const wrong = Array.from({ length: 600 }, (_, i): Line => ['XQX', 2019, `${i}${' '.repeat(150)}`]);
    const { waiting, refusedListed, reasons } = await take(makeOne(['SLV', 2019, 9], ...wrong));
    expect([waiting, reasons.length]).toEqual([600, refusedListed]);
    // The file is longer than what is listed of the smallest.
    expect(refusedListed).toBeGreaterThan(400);
    const few = await take(makeOne(['SLV', 2019, 9], ...wrong.slice(0, 40)));
    expect(few).toMatchObject({ waiting: 40, refusedListed: 40 });
  });
});

describe('a reply that somebody else changes meanwhile', () => {
  const makeOne = (value: number): Publication => ({
    ...{ collection: fresh('overtaken'), round: '2023', receivedOn: '2023-05-30' },
    lines: [
      ['AUT', 2019, value],
      ['SLV', 2019, value],
    ],
  });
  /** As `importing`; before each of so many of its commits the same reply is changed by another. */
  const overtaken = ({ collection }: Publication, times: number) => {
    const stream = `reply/${collection}/2023/SV`;
    const versions: number[] = [];
    const by: Importing = {
      pool,
      append: async (client, appends, needed) => {
        const version = appends.find((one) => one.stream === stream)!.expectedVersion;
        versions.push(version);
        if (versions.length <= times) {
          const data = {
            ...{ collection, round: '2023', respondent: 'SV', receivedOn: '2023-05-30' },
            ...{ receivedPrecision: 'on' as const, late: null, reason: 'counted again', reference: null },
            ...{ language: null, complete: true, findings: [] },
            observations: [
              {
                ...{ indicator: 'persons-convicted', breakdown: {}, period: '2019' },
                ...{ value: 100 + versions.length, qualifier: 'exact' as const, row: 2 },
              },
            ],
          };
          const event = toNewEvent({ type: 'ReplyReplaced', data }, randomUUID(), meta);
          await storeAppends(pool, [{ stream, expectedVersion: version, events: [event] }]);
        }
        return importing.append(client, appends, needed);
      },
    };
    return { by, versions };
  };

  it('is held against the file again, and what the file says stands in the end; the others are stored once', async () => {
    const one = makeOne(1);
    await take(one);
    const again = { ...one, lines: makeOne(2).lines };
    const { by, versions } = overtaken(one, 2);
    expect(await take(again, { by })).toMatchObject({ rows: 2, stored: 2, repeated: 0, withdrawn: 0 });
    expect(versions).toEqual([1, 2, 3]);
    expect(await standing(one.collection, '2023-12-31')).toEqual({ 'AT 2019': [2], 'SV 2019': [2] });
    const count = "SELECT version FROM streams WHERE stream LIKE 'reply/' || $1 || '/%' ORDER BY stream";
    const { rows } = await pool.query<{ version: number }>(count, [one.collection]);
    expect(rows.map(({ version }) => version)).toEqual([2, 4]);
  });

  it('all the while ends the import at the fifth try, and says whose reply it is', async () => {
    const one = makeOne(1);
    await take(one);
    const { by, versions } = overtaken(one, 4);
    expect(await take({ ...one, lines: makeOne(2).lines }, { by })).toMatchObject({ stored: 2 });
    expect(versions).toHaveLength(5);
    const always = overtaken(one, 99);
    await expect(take({ ...one, lines: makeOne(3).lines }, { by: always.by })).rejects.toThrow(
      "others changed SV's reply all the while",
    );
    expect(always.versions).toHaveLength(5);
  });
});

describe('an import that was cut off', () => {
  const codes = [
    'AFG',
    'AGO',
    'ALB',
    'ARG',
    'ARM',
    'AUS',
    'AUT',
    'AZE',
    'BDI',
    'BEL',
    'BEN',
    'BFA',
    'BGD',
    'BGR',
    'BHR',
    'BIH',
    'BLR',
    'BRA',
    'CAN',
    'CHE',
    'CHL',
    'CHN',
    'CIV',
    'CMR',
    'COL',
    'CRI',
    'CUB',
    'CYP',
    'CZE',
    'DEU',
  ];
  const makeCut = () => ({
    collection: fresh('cut'),
    round: '2023',
    receivedOn: '2023-05-30',
    lines: codes.map((code): Line => [code, 2019, 9]),
  });

  it('goes on where it stopped: what is stored is repeated, and nothing is stored twice', async () => {
    const cut = makeCut();
    let commits = 0;
    const crashing: Importing = {
      pool,
      append: async (...args) => {
        if ((commits += 1) === 2) throw new Error('killed');
        return importing.append(...args);
      },
    };
    await expect(take(cut, { by: crashing })).rejects.toThrow('killed');
    expect(await take(cut)).toMatchObject({ rows: 30, stored: 5, repeated: 25, respondents: 30 });
    const { rows } = await pool.query(
      "SELECT count(*) AS n FROM log WHERE stream LIKE 'reply/' || $1 || '/%'",
      [cut.collection],
    );
    expect(rows[0].n).toBe(30);
  });
});

describe('the order of imports', () => {
  const code = fc.constantFrom('SLV', 'BOL', 'AUT', 'CHE');
  const line = fc.tuple(code, fc.integer({ min: 2015, max: 2017 }), fc.integer({ min: 0, max: 9 }));
  const publications = fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), {
    minLength: 2,
    maxLength: 4,
  });
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
  const days = ['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01'];

  it('makes no difference to any vintage', async () => {
    const property = fc.asyncProperty(publications, order, async (files, ranks) => {
      const [ordered, otherwise] = [fresh('in-order'), fresh('shuffled')];
      const all = files.map((lines, i) => ({ round: `r${i}`, receivedOn: days[i]!, lines }));
      const shuffled = [...all].sort((a, b) => ranks[all.indexOf(a)]! - ranks[all.indexOf(b)]!);
      for (const publication of all) await take({ ...publication, collection: ordered });
      for (const publication of shuffled) await take({ ...publication, collection: otherwise });
      for (const day of days) expect(await standing(otherwise, day)).toEqual(await standing(ordered, day));
    });
    await fc.assert(property, {
      numRuns: process.env['FULL'] ? 200 : 15,
      examples: [
        [
          [[['SLV', 2015, 1]], [['BOL', 2015, 1]]],
          [3, 2, 1, 0],
        ],
      ],
    });
  }, 300_000);
});

describe('a break that a later copy of the file marks', () => {
  it('is stored, though no figure is another, and once', async () => {
    const lines: Line[] = [
      ['SLV', 2010, 7],
      ['SLV', 2011, 8],
    ];
    const about = { collection: fresh('breaks'), round: '2012', lines };
    const reading = { ...mapping, break: { columns: ['Status'], words: { B: true } } };
    const marked = toCsv(lines)
      .split('\n')
      .map((line, i) => `${line},${['Status', '', 'B'][i]}`)
      .join('\n');
    await take({ ...about, receivedOn: '2012-05-30' }, { reading });
    const again = { ...about, receivedOn: '2012-06-30' };
    expect(await take(again, { reading, content: marked })).toMatchObject({
      stored: 1,
      repeated: 1,
      withdrawn: 0,
    });
    expect(await take(again, { reading, content: marked })).toMatchObject({ stored: 0, repeated: 2 });
    const [last] = (await readLog(pool, 0, 100_000))
      .filter(({ stream }) => stream.includes(`/${about.collection}/`))
      .slice(-1)
      .map((stored) => readEvent(stored).data as never);
    expect(last).toMatchObject({ observations: [{ period: '2010' }, { period: '2011', break: true }] });
  });
});

describe('words of a file that say why there is no number', () => {
  const words = {
    nil: 'none-known',
    '..': 'not-available',
    'n/a': 'not-applicable',
    '': 'not-asked',
    '*': 'withheld',
  } as const;
  const reading = () => ({ ...mapping, value: { ...mapping.value, words } });
  const lastOf = async (collection: string) =>
    (await readLog(pool, 0, 100_000)).filter(({ stream }) => stream.includes(`/${collection}/`)).at(-1)!;

  it('are stored as what they say, with the word, and none of them as zero or as another', async () => {
    const lines: Line[] = [
      ...Object.keys(words).map((word, i): Line => ['SLV', 2011 + i, word]),
      ['SLV', 2016, 0],
      ['SLV', 2017, '<5'],
      ['SLV', 2018, '-'],
      ['SLV', 2019, '..'],
      ['SLV', 2019, 6],
    ];
    const about = { collection: fresh('missing'), round: '2023', receivedOn: '2023-05-30', lines };
    const result = await take(about, { reading: reading() });
    expect(result).toMatchObject({ rows: 10, stored: 9, refused: 1, conflicting: 1, repeated: 0 });
    expect(result.reasons).toEqual(['"-" is no count']);
    const { schemaVersion, data } = await lastOf(about.collection);
    expect(schemaVersion).toBe(2);
    const { observations } = data as {
      observations: { value: unknown; qualifier: string; asWritten?: string }[];
    };
    expect(observations.map(({ value, qualifier, asWritten }) => [value, qualifier, asWritten])).toEqual([
      [null, 'none-known', 'nil'],
      [null, 'not-available', '..'],
      [null, 'not-applicable', 'n/a'],
      [null, 'not-asked', undefined],
      [null, 'withheld', '*'],
      [0, 'exact', undefined],
      [5, 'fewer-than', '<5'],
      [null, 'not-available', '..'],
      [6, 'exact', undefined],
    ]);
    expect(await standing(about.collection, '2023-05-30')).toMatchObject({
      'SV 2011': [null],
      'SV 2016': [0],
      'SV 2019': [null, 6],
    });
    expect(await take(about, { reading: reading() })).toMatchObject({ stored: 0, repeated: 9, withdrawn: 0 });
  });

  it('are not repeated by another of them: the later copy says something else, and nothing is withdrawn', async () => {
    const about = { collection: fresh('missing'), round: '2023' };
    await take({ ...about, receivedOn: '2023-05-30', lines: [['SLV', 2011, 'n/a']] }, { reading: reading() });
    const later = { ...about, receivedOn: '2023-06-30', lines: [['SLV', 2011, '*']] as Line[] };
    expect(await take(later, { reading: reading() })).toMatchObject({ stored: 1, repeated: 0, withdrawn: 0 });
    expect((await lastOf(about.collection)).data).toMatchObject({
      observations: [{ value: null, qualifier: 'withheld' }],
    });
  });
});

it('refuses rows whose texts a reply may not hold, wherever they stand, keeps them, and stores the others', async () => {
  const good: Line[] = Array.from({ length: 2500 }, (_, i) => ['SLV', 2022, `${i}`]);
  const row = (country: string, indicator = 'Persons convicted') =>
    `BOL,${country},${indicator},Total,Total,Total,Total,2017,62`;
  const texts = ['A\u0001', '\u202eB', 'C\u0000', 'D\uffff'];
  // The NUL lies after the bytes by which the kind of a file is told: among those it would make the file no
  // spreadsheet.
  const content = [toCsv(good), ...texts.map((text) => row(text)), row('', 'E\u0000')].join('\n');
  const collection = fresh('texts');
  const result = await take({ collection, round: '2023', receivedOn: '2023-05-01', lines: [] }, { content });
  expect(content.length).toBeGreaterThan(64 * 1024);
  expect(result).toMatchObject({ rows: 2505, stored: 2500, refused: 5, respondents: 1 });
  const kept = await readKept({ file: result.file, collection, round: '2023' });
  expect(kept.map(({ reason }) => reason)).toEqual([
    'Country must not hold control characters, nor U+FFFE or U+FFFF',
    'Country must not force a direction (U+202D or U+202E)',
    'Country must not hold NUL or half a surrogate pair',
    'Country must not hold control characters, nor U+FFFE or U+FFFF',
    'Indicator must not hold NUL or half a surrogate pair',
  ]);
  expect(kept.map(({ cells }) => cells[1])).toEqual([...texts, '']);
});
