/** Taking an import back: today's tables are what they were without it, and earlier vintages still show it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { correction, openImports, type Line } from './import-for-tests.js';

let store: Awaited<ReturnType<typeof openImports>>;
beforeAll(async () => {
  store = await openImports();
});
afterAll(() => store.close());

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

let collections = 0;
const fresh = () => `undone-${(collections += 1)}`;
const publication = (collection: string, round: string, day: number, lines: readonly Line[]) => ({
  ...{ collection, round, receivedOn: `2023-05-0${day}`, lines },
});
/** Events of undoing are received on the day on which the tests record. */
const before = { asOf: '2024-05-31' };

describe('an import that is taken back', () => {
  it('is as if it had never been, from that day on, and its file can be imported again', async () => {
    const collection = fresh();
    await store.take(
      publication(collection, '2022', 1, [
        ['SLV', 2010, 1],
        ['AUT', 2010, 2],
      ]),
    );
    const [then, at] = [await store.standing(collection), await store.head()];
    const file = publication(collection, '2023', 2, [
      ['SLV', 2010, 3],
      ['BOL', 2010, 4],
    ]);
    await store.accept(file);
    const shown = await store.standing(collection);
    const dry = await store.undo(collection, '2023', { dryRun: true });
    expect(await store.standing(collection)).toEqual(shown);
    const head = await store.head();
    const other = 'a'.repeat(64);
    await expect(store.undo(collection, '2023', { file: other })).rejects.toMatchObject({
      code: 'another-import',
      message: expect.stringContaining('"publication.csv"'),
    });
    await expect(store.undo(collection, '2023', { events: dry.events - 1 })).rejects.toMatchObject({
      code: 'other-events',
      message: expect.stringContaining('would by now take back 3 events, not 2'),
    });
    expect(await store.head()).toBe(head);
    const undone = await store.undo(collection, '2023', { file: dry.file, events: dry.events });
    expect(undone).toMatchObject({
      collection,
      round: '2023',
      name: 'publication.csv',
      events: 3,
      respondents: 3,
    });
    expect(undone).toMatchObject({ ...dry, position: undone.position });
    expect(await store.standing(collection)).toEqual(then);
    expect(await store.standing(collection, before)).toEqual(shown);
    expect(await store.standing(collection, { at: head })).toEqual(shown);
    expect(await store.standing(collection, { at })).toEqual(then);
    await expect(store.undo(collection, '2023')).rejects.toMatchObject({ code: 'nothing-to-undo' });
    expect(await store.accept(file)).toMatchObject({ stored: 2, repeated: 0, withdrawals: { withdrawn: 1 } });
    expect(await store.standing(collection)).toEqual(shown);
    // On another day: what was wrong may have been the day of receipt.
    await store.undo(collection, '2023');
    await store.accept({ ...file, receivedOn: '2023-06-01' });
    expect(await store.standing(collection)).toMatchObject({ 'SV 2010': 'exact 3 2023-06-01' });
  });

  it('is the last of its round: one after the other they go', async () => {
    const collection = fresh();
    await store.take(
      publication(collection, '2023', 1, [
        ['SLV', 2010, 1],
        ['SLV', 2011, 1],
      ]),
    );
    const one = await store.standing(collection);
    await store.accept(publication(collection, '2023', 2, [['SLV', 2010, 2]]));
    await store.take(publication(collection, '2024', 3, [['SLV', 2010, 3]]));
    await store.undo(collection, '2024');
    await store.undo(collection, '2023');
    expect(await store.standing(collection)).toEqual(one);
    await store.undo(collection, '2023');
    expect(await store.standing(collection)).toEqual({});
  });

  it('is the last one alone of a file that was imported twice into the round', async () => {
    const collection = fresh();
    const file = publication(collection, '2023', 1, [['SLV', 2010, 1]]);
    await store.take(file);
    const one = await store.standing(collection);
    await store.take(publication(collection, '2023', 2, [['SLV', 2010, 2]]));
    const other = await store.standing(collection);
    await store.take({ ...file, receivedOn: '2023-05-03' });
    await store.undo(collection, '2023');
    expect(await store.standing(collection)).toEqual(other);
    await store.undo(collection, '2023');
    expect(await store.standing(collection)).toEqual(one);
  });

  it('that broke off is taken back whole', async () => {
    const collection = fresh();
    await store.take(publication(collection, '2022', 1, [['SLV', 2010, 1]]));
    const then = await store.standing(collection);
    const codes =
      'AFG AGO ALB ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BIH BLR BRA CAN CHE CHL CHN CIV CMR COL CRI'.split(
        ' ',
      );
    const file = publication(
      collection,
      '2023',
      2,
      [...codes, 'SLV'].map((code): Line => [code, 2010, 2]),
    );
    let commits = 0;
    const killed = {
      pool: store.pool,
      append: async (...args: Parameters<typeof store.importing.append>) => {
        if ((commits += 1) === 2) throw new Error('killed');
        return store.importing.append(...args);
      },
    };
    await expect(store.take(file, { by: killed })).rejects.toThrow('killed');
    expect(await store.undo(collection, '2023')).toMatchObject({ events: 25 });
    expect(await store.standing(collection)).toEqual(then);
  });

  it('is not, where somebody corrected one of its replies by hand since, unless that goes too', async () => {
    const collection = fresh();
    await store.take(publication(collection, '2022', 1, [['SLV', 2010, 1]]));
    const then = await store.standing(collection);
    await store.take(publication(collection, '2023', 2, [['SLV', 2010, 2]]));
    await store.byHand(
      `reply/${collection}/2023/SV`,
      correction(collection, '2023', 'SV', '2023-06-01', [['2010', 5]]),
    );
    const corrected = await store.standing(collection);
    await expect(store.undo(collection, '2023')).rejects.toMatchObject({
      code: 'corrected-since',
      message: expect.stringMatching(/El Salvador/),
      extra: { changed: [{ respondent: 'SV', name: 'El Salvador', events: [expect.any(Number)] }] },
    });
    expect(await store.standing(collection)).toEqual(corrected);
    expect(await store.undo(collection, '2023', { withLater: true })).toMatchObject({
      changedSince: ['SV'],
      events: 2,
    });
    expect(await store.standing(collection)).toEqual(then);
    expect(await store.standing(collection, before)).toEqual(corrected);
  });

  it('names at most eight of those whose replies were corrected since, and how many more', async () => {
    const isos = ['SLV', 'AUT', 'BOL', 'CHE', 'DEU', 'EST', 'FIN', 'GRC', 'HUN', 'IND'];
    const codes = ['SV', 'AT', 'BO', 'CH', 'DE', 'EE', 'FI', 'GR', 'HU', 'IN'];
    const collection = 'many-corrected';
    await store.take(
      publication(
        collection,
        '2023',
        1,
        isos.map((iso) => [iso, 2010, 1]),
      ),
    );
    const correct = (code: string) =>
      store.byHand(
        `reply/${collection}/2023/${code}`,
        correction(collection, '2023', code, '2023-06-01', [['2010', 5]]),
      );
    for (const code of codes.slice(0, 8)) await correct(code);
    await expect(store.undo(collection, '2023')).rejects.toMatchObject({
      message: expect.stringMatching(/since: Austria, .*Greece, El Salvador\. Nothing/),
    });
    await correct('HU');
    await correct('IN');
    await expect(store.undo(collection, '2023')).rejects.toMatchObject({
      message: expect.stringMatching(/since: Austria, .*Greece, Hungary and 2 more\. Nothing/),
      extra: { changed: { length: 10 } },
    });
    const { changedSince } = await store.undo(collection, '2023', { dryRun: true });
    expect(changedSince).toEqual([...codes].sort());
  });

  it('leaves the tables as a history without it would, and its file brings them back, whatever came before', async () => {
    const line = fc.tuple(
      fc.constantFrom('SLV', 'AUT', 'BOL'),
      fc.integer({ min: 2010, max: 2012 }),
      fc.nat(9),
    );
    const file = fc.record({
      kind: fc.constant('import' as const),
      round: fc.constantFrom('2021', '2022', '2023'),
      day: fc.integer({ min: 1, max: 9 }),
      lines: fc.array(line, { minLength: 1, maxLength: 6 }),
      partial: fc.boolean(),
    });
    const hand = fc.record({
      kind: fc.constant('correct' as const),
      ...{ pick: fc.nat(20), day: fc.integer({ min: 1, max: 9 }), period: fc.constantFrom('2010', '2014') },
    });
    /** Out: whether it was taken. */
    const act = async (collection: string, step: Drawn<typeof file> | Drawn<typeof hand>) => {
      if (step.kind === 'import') {
        const { round, day, lines, partial } = step;
        return store.accept(publication(collection, round, day, lines), { partial }).then(
          () => true,
          () => false,
        );
      }
      const { rows } = await store.pool.query<{ stream: string }>(
        `SELECT stream FROM streams WHERE stream LIKE 'reply/' || $1 || '/%' ORDER BY stream`,
        [collection],
      );
      const streams = rows.map(({ stream }) => stream);
      const stream = streams[step.pick % Math.max(1, streams.length)];
      if (!stream) return false;
      const [, , round, respondent] = stream.split('/');
      await store.byHand(
        stream,
        correction(collection, round!, respondent!, `2023-05-0${step.day}`, [[step.period, step.pick]]),
      );
      return true;
    };
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(file, hand), { maxLength: 4 }), file, async (steps, last) => {
        const [collection, without] = [fresh(), fresh()];
        for (const step of steps) await act(collection, step);
        for (const step of steps) await act(without, step);
        const then = await store.standing(collection);
        expect(await store.standing(without)).toEqual(then);
        if (!(await act(collection, last))) return;
        const [shown, head] = [await store.standing(collection), await store.head()];
        const undone = await store
          .undo(collection, last.round)
          .catch((error: { code: string }) => error.code);
        // The file said nothing new.
        if (undone === 'nothing-to-undo' || JSON.stringify(shown) === JSON.stringify(then)) return;
        taken += 1;
        expect(await store.standing(collection)).toEqual(then);
        expect(await store.standing(collection, { at: head })).toEqual(shown);
        expect(await store.standing(collection, before)).toEqual(shown);
        expect(await act(collection, last)).toBe(true);
        expect(await store.standing(collection)).toEqual(shown);
      }),
      { numRuns: 25 },
    );
    expect(taken).toBeGreaterThan(5);
  }, 180_000);
});
