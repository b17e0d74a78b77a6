/**
 * Recording replies: a first reply is stored without a read before it, and never replaces a reply that is
 * already there.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  parseCorrection,
  parseReply,
  parseRound,
  parseWithdrawal,
  type Command,
  service,
} from '@rapporteur/domain';
import { makeAppendQueue, makeStreamReader, readStream } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { makeTurns } from './in-turn.js';
import { recordCommand } from './record-command.js';
import type { Recording } from './recording.js';
import { registry } from './registry.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let recording: Recording;
let reads = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  const read = makeStreamReader(pool);
  recording = {
    pool,
    append: makeAppendQueue(pool, () => undefined).append,
    read: (stream) => {
      reads += 1;
      return read(stream);
    },
    rounds: new Map(),
    inTurn: makeTurns(),
  };
  await record(parse(parseRound({ collection: 'c', round: '2008' }, today)));
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

const today = { ...registry, today: '2008-12-31' };

function parse<T>(parsed: { ok: true; value: T } | { ok: false }): T {
  if (!parsed.ok) throw new Error('the test sends what cannot be parsed');
  return parsed.value;
}

const reply = (respondent: string, value: number): Command =>
  parse(
    parseReply(
      {
        respondent,
        receivedOn: '2008-01-20',
        observations: [{ indicator: 'persons-prosecuted', period: '2007', value, paragraph: 1 }],
      },
      { collection: 'c', round: '2008' },
      today,
    ),
  );

const meta = { recordedAt: '2008-02-01T00:00:00Z', correlationId: 'c', causationId: 'r' };
const record = (command: Command, idempotencyKey?: string, ifMatch?: number) =>
  recordCommand(recording, command, { authority: service, meta, idempotencyKey, ifMatch, asked: command });

describe('a submission', () => {
  it('that is the first of its reply is stored without a read', async () => {
    await record(reply('SV', 1));
    const before = reads;
    expect(await record(reply('GR', 1))).toMatchObject({ status: 201, body: { version: 1 } });
    expect(reads).toBe(before);
  });

  it('of a reply that is there is decided on what is there, and leaves it as it was', async () => {
    await record(reply('BG', 1));
    expect(await record(reply('BG', 1))).toMatchObject({
      status: 200,
      body: { recorded: false, version: 1 },
    });
    await expect(record(reply('BG', 2))).rejects.toMatchObject({ status: 409 });
    expect(await readStream(pool, 'reply/c/2008/BG')).toHaveLength(1);
  });

  it('sent twice at once with one key is stored once, and both get the same answer', async () => {
    const answers = await Promise.all([record(reply('LV', 1), 'k'), record(reply('LV', 1), 'k')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(1);
    expect(await readStream(pool, 'reply/c/2008/LV')).toHaveLength(1);
  });

  it('that is held to a version is stored where there is nothing yet only by who asks for nothing', async () => {
    for (const version of [1, 2])
      await expect(record(reply('DE', 1), undefined, version)).rejects.toMatchObject({
        options: { status: 409, code: 'stale', extra: { version: 0 }, headers: { etag: '"0"' } },
      });
    expect(await readStream(pool, 'reply/c/2008/DE')).toEqual([]);
    expect(await record(reply('DE', 1), undefined, 0)).toMatchObject({ status: 201, body: { version: 1 } });
    await expect(record(reply('DE', 1), undefined, 0)).rejects.toMatchObject({
      options: { code: 'stale' },
    });
    expect(await record(reply('DE', 1), undefined, 1)).toMatchObject({
      status: 200,
      body: { recorded: false, version: 1 },
    });
    expect(await readStream(pool, 'reply/c/2008/DE')).toHaveLength(1);
  });

  it('sent at once with others of the same reply is stored once', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((value) => record(reply('SI', value))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readStream(pool, 'reply/c/2008/SI')).toHaveLength(1);
  });
});

describe('corrections of one reply that come at once', () => {
  const correction = (value: number, respondent = 'BY'): Command =>
    parse(
      parseCorrection(
        {
          receivedOn: '2008-02-20',
          reason: 'counted again',
          observations: {
            changed: [{ indicator: 'persons-prosecuted', period: '2007', value, paragraph: 1 }],
          },
        },
        { collection: 'c', round: '2008' },
        respondent,
        today,
      ),
    );

  it('are all recorded, each on what the one before has left, in the order in which they came', async () => {
    await record(reply('BY', 0));
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => record(correction(i + 1))));
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual(
      answers.map((_, i) => [201, i + 2]),
    );
    expect(await readStream(pool, 'reply/c/2008/BY')).toHaveLength(51);
  });

  it('are all recorded where two processes take them in', async () => {
    const other = { ...recording, inTurn: makeTurns() };
    await record(reply('HU', 0));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        recordCommand(i % 2 === 0 ? recording : other, correction(i + 1, 'HU'), {
          authority: service,
          meta,
          asked: i,
        }),
      ),
    );
    expect(answers.map(({ body }) => body.version).sort((a, b) => a - b)).toEqual(
      answers.map((_, i) => i + 2),
    );
  });

  /**
   * The same as `recording`, in another process. `meanwhile` runs once: before its first read of the reply,
   * after that read, or before its first append.
   */
  const makeOther = (when: 'read' | 'decision' | 'append', meanwhile: () => Promise<unknown>): Recording => {
    let isDone = false;
    const happen = async (now: typeof when) => {
      if (isDone || now !== when) return;
      isDone = true;
      await meanwhile();
    };
    return {
      ...recording,
      read: async (stream) => {
        if (!stream.startsWith('reply/')) return readStream(pool, stream);
        await happen('read');
        const events = await readStream(pool, stream);
        await happen('decision');
        return events;
      },
      append: async (append) => {
        await happen('append');
        return recording.append(append);
      },
      inTurn: makeTurns(),
    };
  };

  it('and are one, sent twice with one key, are recorded once, and both get the same answer', async () => {
    await record(reply('RO', 0));
    const answers = await Promise.all([record(correction(1, 'RO'), 'n'), record(correction(1, 'RO'), 'n')]);
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
      [201, 2],
      [201, 2],
    ]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(1);
    expect(await readStream(pool, 'reply/c/2008/RO')).toHaveLength(2);
  });

  it.each([
    ['read', 'PL'],
    ['decision', 'CZ'],
    ['append', 'PT'],
  ] as const)(
    'and are one, sent twice with one key to two processes, are recorded once: the other is through just before the %s of this one',
    async (when, respondent) => {
      await record(reply(respondent, 0));
      const key = `once ${respondent}`;
      const send = () => record(correction(1, respondent), key);
      let theirs: Awaited<ReturnType<typeof send>> | undefined;
      const other = makeOther(when, async () => (theirs = await send()));
      const asked = correction(1, respondent);
      const ours = await recordCommand(other, asked, {
        authority: service,
        meta,
        idempotencyKey: key,
        asked,
      });
      expect(theirs).toMatchObject({ status: 201, replayed: false, body: { recorded: true, version: 2 } });
      expect(ours).toEqual({ ...theirs, replayed: true });
      expect(await readStream(pool, `reply/c/2008/${respondent}`)).toHaveLength(2);
    },
  );

  it('or a withdrawal that another process has just recorded under the same key, get its answer, not a refusal', async () => {
    await record(reply('AM', 0));
    const body = { receivedOn: '2008-02-20', reason: 'sent by mistake' };
    const asked = parse(parseWithdrawal(body, { collection: 'c', round: '2008' }, 'AM', today)) as Command;
    let theirs: Awaited<ReturnType<typeof record>> | undefined;
    const other = makeOther('read', async () => (theirs = await record(asked, 'once AM')));
    const ours = await recordCommand(other, asked, {
      authority: service,
      meta,
      idempotencyKey: 'once AM',
      asked,
    });
    expect(theirs).toMatchObject({ status: 201, replayed: false });
    expect(ours).toEqual({ ...theirs, replayed: true });
  });

  it('and are two under one key are not both recorded: the second is told that the key is used', async () => {
    await record(reply('SK', 0));
    const outcomes = await Promise.allSettled([
      record(correction(1, 'SK'), 'two'),
      record(correction(2, 'SK'), 'two'),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { options: { code: 'idempotency-key-reused' } } },
    ]);
    expect(await readStream(pool, 'reply/c/2008/SK')).toHaveLength(2);
  });

  it('or one that others overtake twenty times, is given up, which is said, and when to come again', async () => {
    await record(reply('MT', 0));
    let overtaken = 0;
    const other: Recording = {
      ...recording,
      append: async (append) => {
        overtaken += 1;
        await record(correction(overtaken, 'MT'));
        return recording.append(append);
      },
      inTurn: makeTurns(),
    };
    await expect(
      recordCommand(other, correction(99, 'MT'), { authority: service, meta, asked: 1 }),
    ).rejects.toMatchObject({
      options: {
        ...{ status: 503, code: 'overtaken', title: 'Others changed this reply all the while' },
        headers: { 'retry-after': '1' },
      },
    });
    expect(overtaken).toBe(20);
    expect(await readStream(pool, 'reply/c/2008/MT')).toHaveLength(21);
  });

  it('go on after one that is refused', async () => {
    const wrong = record(correction(1), undefined, 1);
    const right = record(correction(2));
    await expect(wrong).rejects.toMatchObject({ status: 409 });
    expect((await right).status).toBe(201);
  });
});
