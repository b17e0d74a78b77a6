/** Importing in separate processes: what they do, and what the answer is when one of them ends too early. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startSequencer, type Sequencer } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import { forkImports, type ForkOptions, type ImportProcesses } from './fork-imports.js';
import type { OnProgress } from '../run/importing.js';

let test: TestDatabase;
let database: Database;
let sequencer: Sequencer;
let folder: string;
const started: ImportProcesses[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  sequencer = startSequencer({ url: test.url, onError: () => undefined });
  folder = await mkdtemp(join(tmpdir(), 'fork-imports-'));
});
afterEach(() => started.splice(0).forEach((processes) => processes.close()));
afterAll(async () => {
  await sequencer.close();
  await database.destroy();
  await test.drop();
  await rm(folder, { recursive: true });
});

function start(options: Partial<ForkOptions> = {}): ImportProcesses {
  const processes = forkImports({
    url: test.url,
    answerWithinMs: 15_000,
    wake: () => sequencer.wake(),
    ...options,
  });
  started.push(processes);
  return processes;
}

/** The ids of the import processes that this process has forked, read from Linux's /proc. */
function findProcesses(): number[] {
  const tasks = `/proc/${process.pid}/task`;
  const children = readdirSync(tasks).flatMap((task) =>
    readFileSync(`${tasks}/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
  const isOurs = (pid: string) =>
    existsSync(`/proc/${pid}/cmdline`) &&
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('import-process.mjs');
  return children.filter(isOurs).map(Number);
}
const onLinux = process.platform === 'linux' ? it : it.skip;

const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
const line = (code: string, year: number, value = 7) =>
  `${code},,Persons convicted,Total,Total,Total,Total,${year},${value}`;
const codes = 'AFG AGO ALB ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BIH BLR BRA CAN CHE'
  .concat(' CHL CHN CIV CMR COL CRI CUB CYP CZE DEU')
  .split(' ');
const publication = [header, ...codes.map((code) => line(code, 2019)), line('XQX', 2019)].join('\n');

async function take(
  processes: ImportProcesses,
  content: string,
  {
    collection = `c-${randomUUID()}`,
    onProgress = (() => undefined) as OnProgress,
    traceparent = undefined as string | undefined,
  } = {},
) {
  const path = join(folder, randomUUID());
  await writeFile(path, content);
  return takeFile(processes, path, collection, onProgress, undefined, traceparent);
}

/** Imports a file into a collection of any name, by the mapping of unodc-glotip where none is given. */
function takeFile(
  processes: ImportProcesses,
  path: string,
  collection: string,
  onProgress: OnProgress,
  mapping = readFileSync(new URL('../../../../../data/unodc-glotip/mapping.json', import.meta.url), 'utf8'),
  traceparent?: string,
) {
  const request = {
    path,
    file: createHash('sha256').update(path).digest('hex'),
    name: 'publication.csv',
    collection,
    round: '2023',
    receivedOn: '2023-05-30',
    mapping,
    dryRun: false,
    recorder: { recordedBy: 'test', principal: 'test', signedInBy: 'key' } as const,
    recordedAt: '2024-06-01T00:00:00.000Z',
    traceparent,
  };
  return processes.run(request, onProgress);
}

const countStreams = async (collection: string) => {
  const { rows } = await poolOf(database).query(
    'SELECT count(*) AS n FROM streams WHERE split_part(stream, $1, 2) = $2',
    ['/', collection],
  );
  return rows[0].n as number;
};

describe('an import in a process of its own', () => {
  it('tells what it does, and gives the report', async () => {
    const told: string[] = [];
    const report = await take(start(), publication, { onProgress: (phase) => told.push(phase) });
    expect(report).toMatchObject({
      rows: 31,
      stored: 30,
      refused: 0,
      waiting: 1,
      refusedListed: 1,
      respondents: 30,
    });
    expect(report.refusedRows).toMatchObject([
      { row: 32, reason: 'waits for a decision: "XQX" is no respondent' },
    ]);
    expect([...new Set(told)]).toEqual(['reading', 'storing']);
  });
  it('refuses what cannot be taken as the reader does, and an unknown database as pg does', async () => {
    const processes = start();
    await expect(take(processes, '%PDF-1.7')).rejects.toMatchObject({
      name: 'UnreadableFile',
      code: 'not-a-spreadsheet',
    });
    const away = start({ url: 'postgres://nobody:x@127.0.0.1:1/none' });
    await expect(take(away, publication)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await take(processes, publication)).toMatchObject({ stored: 30 });
  });
  onLinux('uses a process again, and another while that is busy', async () => {
    const processes = start();
    await take(processes, publication);
    const [first, ...none] = findProcesses();
    expect(none).toEqual([]);
    await Promise.all([take(processes, publication), take(processes, publication)]);
    expect(findProcesses()).toHaveLength(2);
    expect(findProcesses()).toContain(first);
    processes.close();
    while (findProcesses().length > 0) await sleep(20);
    expect(await take(processes, publication)).toMatchObject({ stored: 30 });
  });
});

const long = () =>
  [header, ...Array.from({ length: 150_000 }, (_, i) => line('SLV', 2000 + (i % 20), i))].join('\n');

describe('a file is refused', () => {
  it('that takes too long to read', async () => {
    const collection = 'too-long';
    await expect(take(start({ readWithinMs: 100 }), long(), { collection })).rejects.toMatchObject({
      name: 'UnreadableFile',
      code: 'too-large',
      message: expect.stringMatching(/could not be read within/),
    });
    expect(await countStreams(collection)).toBe(0);
  });
  onLinux.each([
    ['SIGKILL', 'too-large', /more memory/],
    ['SIGABRT', 'too-large', /more memory/],
    ['SIGSEGV', 'damaged', /ends the program that reads it/],
  ] as const)('whose reading ends the process (%s)', async (signal, code, message) => {
    const processes = start();
    const onProgress: OnProgress = () => findProcesses().forEach((pid) => process.kill(pid, signal));
    await expect(take(processes, long(), { onProgress })).rejects.toMatchObject({
      name: 'UnreadableFile',
      code,
      message: expect.stringMatching(message),
    });
    expect(await take(processes, publication)).toMatchObject({ stored: 30 });
  });
  (process.env['FULL'] ? it : it.skip)(
    'that needs more memory than an import may take',
    async () => {
      const path = join(folder, 'large.csv');
      const file = await open(path, 'w');
      const columns = ['a', 'b', 'c', 'd'];
      await file.write(`area,year,value,measure,${columns.join()}\n`);
      for (let i = 0; i < 800_000; i += 1000) {
        const lines = Array.from({ length: 1000 }, (_, k) => {
          const words = columns.map(
            (_, n) => `the${' '.repeat(460 + (Math.floor((i + k) / 30 ** n) % 30))}total`,
          );
          return `${codes[k % 30]},${1900 + ((i + k) % 120)},${i + k},m,${words.join()}`;
        });
        await file.write(`${lines.join('\n')}\n`);
      }
      await file.close();
      const mapping = {
        respondent: { code: ['area'] },
        period: { columns: ['year'] },
        value: { columns: ['value'] },
        indicator: { columns: ['measure'], words: { m: 'persons-convicted' } },
        breakdown: columns.map((column) => ({ columns: [column], words: { 'the total': null } })),
      };
      await expect(
        takeFile(start(), path, 'large', () => undefined, JSON.stringify(mapping)),
      ).rejects.toMatchObject({
        name: 'UnreadableFile',
        code: 'too-large',
        message: expect.stringMatching(/more memory than an import may take/),
      });
      expect(await countStreams('large')).toBe(0);
    },
    180_000,
  );
});

describe('storing', () => {
  it('is asked for at each commit, and ends with what forbids it', async () => {
    const collection = 'forbidden';
    let commits = 0;
    const mayStore = () => {
      commits += 1;
      // First the file itself is kept.
      if (commits === 3) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    };
    const processes = start({ mayStore });
    const taken = take(processes, publication, { collection });
    await expect(taken).rejects.toMatchObject({ message: 'no room', code: 'ENOSPC' });
    // The round with the first 25 replies.
    expect(await countStreams(collection)).toBe(26);
    expect(await take(processes, publication, { collection })).toMatchObject({ stored: 5, repeated: 25 });
  });
  onLinux('that breaks off is answered as such, and the same file goes on', async () => {
    const collection = 'broken-off';
    let commits = 0;
    const mayStore = () => {
      commits += 1;
      if (commits === 3) findProcesses().forEach((pid) => process.kill(pid, 'SIGKILL'));
    };
    const processes = start({ mayStore });
    await expect(take(processes, publication, { collection })).rejects.toMatchObject({
      name: 'HttpProblem',
      status: 503,
      options: { code: 'import-broken-off' },
    });
    expect(await take(processes, publication, { collection })).toMatchObject({ stored: 5, repeated: 25 });
  });
});

describe('what is told of an import', () => {
  interface WatchedEvent {
    readonly id: string;
    readonly type: string;
    readonly stream: string;
    readonly meta: unknown;
  }
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  /** Before any commit the file itself is kept, which stores no event. */
  const fileKept = ['begin 0', 'end', 'wake', 'imported 0'];
  /** Who is told; what it heard, in order. */
  const makeWatch = () => {
    const heard: unknown[] = [];
    const traced: WatchedEvent[][] = [];
    const traces = {
      appending: (events: WatchedEvent[]) => {
        traced.push(events);
        heard.push(`begin ${events.length}`);
        return { end: (error?: Error) => heard.push(error?.message ?? 'end') };
      },
    };
    const imported = (streams: number) => heard.push(`imported ${streams}`);
    const failed = (error: Error) => heard.push(error.message);
    const watch = { traces, imported, failed } as unknown as NonNullable<ForkOptions['watch']>;
    const wake = () => {
      heard.push('wake');
      sequencer.wake();
    };
    return { heard, traced, options: { watch, wake } };
  };

  it('is each of its commits, with the events that a traced request stores', async () => {
    const { heard, traced, options } = makeWatch();
    const collection = 'traced';
    await take(start(options), publication, { collection, traceparent });
    expect(heard).toEqual([
      ...fileKept,
      ...['begin 26', 'end', 'wake', 'imported 26'],
      ...['begin 5', 'end', 'wake', 'imported 5'],
    ]);
    expect(traced[1]!.slice(0, 2)).toMatchObject([
      { type: 'RoundOpened', stream: 'round/traced/2023', meta: { traceparent } },
      { type: 'ReplySubmitted', stream: 'reply/traced/2023/AF', meta: { traceparent } },
    ]);
    const { rows } = await poolOf(database).query<{ id: string }>(
      'SELECT id FROM log WHERE split_part(stream, $1, 2) = $2',
      ['/', collection],
    );
    expect(
      traced
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(rows.map(({ id }) => id).sort());
  });

  it('is that something was stored, and no event, where the request is not traced', async () => {
    const { heard, options } = makeWatch();
    await take(start(options), publication);
    expect(heard.slice(0, 8)).toEqual([...fileKept, 'begin 0', 'end', 'wake', 'imported 26']);
  });

  it('is why a commit was not made, and that one broke off, after which something may be stored', async () => {
    const { heard, options } = makeWatch();
    /** Lets the file be kept, and then does this. */
    const afterwards = (work: () => void) => {
      let asked = 0;
      return () => ((asked += 1) > 1 ? work() : undefined);
    };
    const mayStore = afterwards(() => {
      throw new Error('no room');
    });
    await expect(take(start({ ...options, mayStore }), publication, { traceparent })).rejects.toThrow();
    expect(heard.splice(0)).toEqual([...fileKept, 'begin 26', 'no room', 'wake']);
    if (process.platform !== 'linux') return;
    const killing = () => findProcesses().forEach((pid) => process.kill(pid, 'SIGKILL'));
    const processes = start({ ...options, mayStore: afterwards(killing) });
    await expect(take(processes, publication, { traceparent })).rejects.toMatchObject({
      message: 'The import broke off (SIGKILL)',
      options: {
        detail: 'What it stored stays. Send the same file again: it goes on where this one stopped.',
        headers: { 'retry-after': '5' },
      },
    });
    expect(heard).toEqual([...fileKept, 'begin 26', 'the process ended', 'wake']);
  });

  onLinux('is that a file ended the process that reads it', async () => {
    const { heard, options } = makeWatch();
    const onProgress: OnProgress = () => findProcesses().forEach((pid) => process.kill(pid, 'SIGSEGV'));
    await expect(take(start(options), long(), { onProgress })).rejects.toMatchObject({ code: 'damaged' });
    expect(heard).toEqual([expect.stringMatching(/^the process that reads a file ended \(SIGSEGV\): /)]);
  });
});

describe('a process that imports files', () => {
  /** As if this process had been started with these options. */
  const withOptions = async <T>(options: readonly string[], act: () => Promise<T>): Promise<T> => {
    const before = [...process.execArgv];
    process.execArgv.push(...options);
    try {
      return await act();
    } finally {
      process.execArgv.splice(0, Infinity, ...before);
    }
  };

  onLinux(
    'has bounds to its memory, and the options of this process but for those of a debugger',
    async () => {
      await withOptions(['--inspect=0', '--no-deprecation'], () => take(start(), publication));
      const options = readFileSync(`/proc/${findProcesses()[0]}/cmdline`, 'utf8').split('\u0000');
      expect(options).toEqual(
        expect.arrayContaining([
          ...['--no-deprecation', '--expose-gc', '--max-old-space-size=1536', '--max-semi-space-size=32'],
        ]),
      );
      expect(options.filter((option) => option.startsWith('--inspect'))).toEqual([]);
    },
  );

  it('that says much before it ends is quoted with the end of it', async () => {
    const option = `--${'x'.repeat(5000)}`;
    const error = await withOptions([option], () => take(start(), publication)).catch((e: Error) => e);
    const { message } = error as Error;
    const words = message.slice(message.indexOf(': ') + 2);
    expect(words).toHaveLength(4000);
    expect(option.endsWith(words.trimEnd())).toBe(true);
  });

  it('that cannot even be made is an error that says so, and the next file has one', async () => {
    // The process that Node knows: tests have a copy of it.
    const own = runInThisContext('process') as NodeJS.Process;
    const { execPath } = own;
    const processes = start();
    own.execPath = join(folder, 'no-such-program');
    const late = sleep(20_000, undefined, { ref: false }).then(() => 'nobody was told');
    try {
      const taking = take(processes, publication);
      await expect(Promise.race([taking, late])).rejects.toMatchObject({ code: 'ENOENT' });
    } finally {
      own.execPath = execPath;
    }
    expect(await take(processes, publication)).toMatchObject({ stored: 30 });
  });

  it('that does not start is an error with what it said, and the next file has another', async () => {
    const processes = start();
    const taking = withOptions(['--no-such-option'], () => take(processes, publication));
    await expect(taking).rejects.toThrow(
      /^the process that imports files did not start \(9\): .*bad option: --no-such-option/,
    );
    expect(await take(processes, publication)).toMatchObject({ stored: 30 });
  });
});
