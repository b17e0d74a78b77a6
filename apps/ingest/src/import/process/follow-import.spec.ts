/** What is made of each message of a process that imports a file, and of its end: what is told, asked, counted and refused. */
import { describe, expect, it } from '@jest/globals';
import type { Watch } from '@rapporteur/http';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportReport } from '../run/import-file.js';
import { followImport, toReport, type Following } from './follow-import.js';
import type { ImportEnd, ImportJob, ImportNews } from './import-messages.js';

const job = { kind: 'job', url: 'u', answerWithinMs: 1 } as ImportJob;
const result: ImportEnd = { kind: 'result', report: null, rss: 7 };

/** A process that says what the test says: the other end of the messages, without a file. */
function follow(more: Partial<Following> = {}) {
  const child = new EventEmitter();
  const [sent, told, watched]: [unknown[], unknown[], unknown[]] = [[], [], []];
  let woken = 0;
  const act = {
    send: (what: unknown, done: () => void) => {
      sent.push(what);
      done();
    },
    kill: (signal: string) => void child.emit('exit', null, signal),
  };
  const watch = {
    imported: (streams: number) => watched.push(['imported', streams]),
    failed: (error: Error) => watched.push(['failed', error.message]),
    traces: {
      appending: (events: readonly unknown[]) => {
        watched.push(['appending', events.length]);
        return { end: (error?: Error) => watched.push(['end', error?.message]) };
      },
    },
  } as unknown as Watch;
  const importer = { child: Object.assign(child, act) as unknown as ChildProcess, words: () => 'its words' };
  const ended = followImport(importer, job, {
    onProgress: (...progress) => told.push(progress),
    wake: () => (woken += 1),
    readWithinMs: 60_000,
    watch,
    ...more,
  });
  ended.catch(() => undefined);
  const say = (news: ImportNews) => child.emit('message', news);
  return { child, say, ended, sent, told, watched, woken: () => woken };
}
const exit = (of: ReturnType<typeof follow>, code: number | null, signal: string | null = null) =>
  of.child.emit('exit', code, signal);

describe('an import that is followed', () => {
  it('gets its job, tells how far it is, and ends with its result, after which nobody listens', async () => {
    const one = follow();
    one.say({ kind: 'progress', phase: 'reading', rows: 5, of: undefined });
    one.say({ kind: 'progress', phase: 'storing', rows: 6, of: 9 });
    one.say(result);
    expect(await one.ended).toBe(result);
    expect(one.sent).toEqual([job]);
    expect(one.told).toEqual([
      ['reading', 5, undefined],
      ['storing', 6, 9],
    ]);
    expect([one.child.listenerCount('message'), one.child.listenerCount('exit'), one.woken()]).toEqual([
      0, 0, 0,
    ]);
    expect(one.watched).toEqual([]);
  });

  it('is asked before each commit, and each is counted, traced and wakes the sequencer', async () => {
    const one = follow();
    one.say({ kind: 'storing', events: [{ id: 'a', type: 't', stream: 's', meta: {} }] });
    expect([one.sent.at(-1), one.woken()]).toEqual([{ kind: 'store' }, 0]);
    one.say({ kind: 'stored', streams: 3 });
    expect(one.woken()).toBe(1);
    one.say({ kind: 'storing', events: [] });
    one.say({ kind: 'not-stored', error: 'why not' });
    expect(one.woken()).toBe(2);
    one.say(result);
    await one.ended;
    expect(one.watched).toEqual([
      ['appending', 1],
      ['end', undefined],
      ['imported', 3],
      ['appending', 0],
      ['end', 'why not'],
    ]);
    expect(one.woken()).toBe(2);
  });

  it('is told why it may not store', async () => {
    const one = follow({
      mayStore: () => {
        throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      },
    });
    one.say({ kind: 'storing', events: [] });
    expect(one.sent.at(-1)).toMatchObject({
      kind: 'do-not-store',
      error: { message: 'no room', code: 'ENOSPC', stack: expect.stringContaining('no room') as unknown },
    });
    one.say({ kind: 'refused', code: 'damaged', message: 'x', rss: 1 });
    expect(await one.ended).toMatchObject({ kind: 'refused' });
  });

  it('does without anybody who watches', async () => {
    const one = follow({ watch: undefined });
    one.say({ kind: 'storing', events: [] });
    one.say({ kind: 'stored', streams: 1 });
    exit(one, 1);
    await expect(one.ended).rejects.toMatchObject({ code: 'damaged' });
    expect(one.woken()).toBe(1);
  });
});

describe('a process that ends before its file', () => {
  const full = 'The file needs more memory than there is for it. Nothing was stored: import it in parts.';
  it.each<[number | null, string | null]>([
    [null, 'SIGABRT'],
    [null, 'SIGKILL'],
    [134, null],
  ])('with %s and %s was too large', async (code, signal) => {
    const one = follow();
    exit(one, code, signal);
    await expect(one.ended).rejects.toMatchObject({
      name: 'UnreadableFile',
      code: 'too-large',
      message: full,
    });
    expect(one.watched).toEqual([]);
  });

  it.each<[number | null, string | null, string | number]>([
    [1, null, 1],
    [null, 'SIGSEGV', 'SIGSEGV'],
  ])(
    'with %s and %s had a damaged file, and its words are told to whoever runs the server',
    async (code, signal, why) => {
      const one = follow();
      exit(one, code, signal);
      await expect(one.ended).rejects.toMatchObject({
        code: 'damaged',
        message:
          'The file ends the program that reads it, so it must be damaged. Nothing was stored: open it in a spreadsheet program, and save it anew.',
      });
      expect(one.watched).toEqual([['failed', `the process that reads a file ended (${why}): its words`]]);
    },
  );

  it('but was storing already, is said to go on with the same file, and its commit is ended', async () => {
    const one = follow();
    one.say({ kind: 'progress', phase: 'storing', rows: 0, of: 9 });
    one.say({ kind: 'storing', events: [] });
    exit(one, null, 'SIGKILL');
    await expect(one.ended).rejects.toMatchObject({
      options: {
        ...{ status: 503, code: 'import-broken-off', title: 'The import broke off (SIGKILL)' },
        detail: 'What it stored stays. Send the same file again: it goes on where this one stopped.',
        headers: { 'retry-after': '5' },
      },
    });
    expect([one.watched.at(-1), one.woken()]).toEqual([['end', 'the process ended'], 1]);
  });
});

describe('the time in which a file is read', () => {
  it('ends the process, and is told in seconds', async () => {
    const one = follow({ readWithinMs: 20 });
    await expect(one.ended).rejects.toMatchObject({
      code: 'too-large',
      message: 'The file could not be read within 0 s. Nothing was stored: import it in parts.',
    });
  });
  it('is over once anything else is done, be it that it waits', async () => {
    for (const phase of ['waiting', 'storing'] as const) {
      const one = follow({ readWithinMs: 20 });
      one.say({ kind: 'progress', phase, rows: 0, of: 9 });
      await sleep(40);
      one.say(result);
      expect(await one.ended).toBe(result);
    }
  });
});

it('an end is a report, a refusal with what it says, or the error that it was', () => {
  const report = { rows: 7 } as ImportReport;
  expect(toReport({ kind: 'result', report, rss: 1 })).toBe(report);
  expect(() =>
    toReport({ kind: 'refused', code: 'withdraws-much', message: 'much', extra: { withdrawn: 7 }, rss: 1 }),
  ).toThrow(
    expect.objectContaining({
      ...{ name: 'UnreadableFile', code: 'withdraws-much', message: 'much', extra: { withdrawn: 7 } },
    }) as never,
  );
  expect(() => toReport({ kind: 'failed', error: { message: 'm', code: 'C', stack: 's' }, rss: 1 })).toThrow(
    expect.objectContaining({ message: 'm', code: 'C', stack: 's' }) as never,
  );
});
