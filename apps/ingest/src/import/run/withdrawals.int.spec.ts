/** Nothing is withdrawn by accident: what a file would withdraw is counted first, and much of it must be accepted. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { correction, openImports, type Line, type Publication } from './import-for-tests.js';
import type { Importing } from './importing.js';

let store: Awaited<ReturnType<typeof openImports>>;
beforeAll(async () => {
  store = await openImports();
});
afterAll(() => store.close());

let collections = 0;
const fresh = () => `withdraws-${(collections += 1)}`;
const years = (code: string, from: number, to: number, value = 7): Line[] =>
  Array.from({ length: to - from + 1 }, (_, i): Line => [code, from + i, value]);
const first = (collection: string, lines: readonly Line[]): Publication => ({
  ...{ collection, round: '2022', receivedOn: '2022-05-01', lines },
});
const second = (collection: string, lines: readonly Line[]): Publication => ({
  ...{ collection, round: '2023', receivedOn: '2023-05-01', lines },
});
/** Everything that an import stores. */
const stored = async () => {
  const { rows } = await store.pool.query(
    `SELECT (SELECT count(*) FROM log) AS log, (SELECT count(*) FROM pending) AS pending,
       (SELECT count(*) FROM streams) AS streams, (SELECT json_agg(i ORDER BY file, collection, round) FROM imports i) AS imports,
       (SELECT count(*) FROM refused_rows) AS refused`,
  );
  return rows[0] as object;
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { code: string; message: string; extra: Record<string, unknown> }) => error,
  );

describe('a file that withdraws much', () => {
  const all = [...years('SLV', 2000, 2019), ...years('AUT', 2018, 2019), ...years('BOL', 2018, 2018)];
  const less = [...years('SLV', 2000, 2017), ...years('BOL', 2018, 2018)];

  it('is refused with what it would withdraw, of whom, of which years, and who would vanish; nothing is stored', async () => {
    const collection = fresh();
    await store.take(first(collection, all));
    const before = await stored();
    const error = await refusal(store.take(second(collection, less)));
    expect(error).toMatchObject({
      code: 'withdraws-much',
      extra: {
        withdrawn: 4,
        standing: 23,
        respondents: [
          { respondent: 'AT', name: 'Austria', figures: 2, years: ['2018', '2019'] },
          { respondent: 'SV', name: 'El Salvador', figures: 2, years: ['2018', '2019'] },
        ],
        vanished: ['AT'],
      },
    });
    expect(error!.message).toMatch(
      /withdraw 4 of the 23 figures.*no figure any more of Austria.*acceptWithdrawals=4/,
    );
    expect(await stored()).toEqual(before);
  });

  it('is shown the same by a dry run, and stored with that number and with no other', async () => {
    const collection = fresh();
    await store.take(first(collection, all));
    const { withdrawals } = await store.take(second(collection, less), { dryRun: true });
    expect(withdrawals).toMatchObject({ withdrawn: 4, standing: 23, vanished: ['AT'] });
    for (const acceptWithdrawals of [0, 3, 5])
      expect(await refusal(store.take(second(collection, less), { acceptWithdrawals }))).toMatchObject({
        code: 'withdraws-much',
      });
    const done = await store.take(second(collection, less), { acceptWithdrawals: 4 });
    expect(done.withdrawals).toEqual(withdrawals);
    expect(Object.keys(await store.standing(collection))).toHaveLength(19);
    // Sent once more it changes nothing, whatever number comes with it.
    expect((await store.take(second(collection, less), { acceptWithdrawals: 4 })).withdrawals.withdrawn).toBe(
      0,
    );
  });

  it('is not asked about up to a twentieth of what stands, nor about what it adds and revises', async () => {
    const collection = fresh();
    await store.take(first(collection, years('SLV', 1980, 2019)));
    const revised = [...years('SLV', 1982, 2019, 8), ...years('BOL', 2018, 2019)];
    expect(await store.take(second(collection, revised))).toMatchObject({ withdrawn: 2 });
    const third = {
      ...second(collection, years('SLV', 1985, 2019)),
      round: '2024',
      receivedOn: '2024-05-01',
    };
    expect(await refusal(store.take(third))).toMatchObject({ extra: { withdrawn: 5, standing: 40 } });
  });

  it('counts what a file received before the last one withdraws on the days between', async () => {
    const collection = fresh();
    await store.take(first(collection, years('SLV', 2000, 2009)));
    await store.take({
      ...second(collection, years('SLV', 2000, 2009)),
      round: '2024',
      receivedOn: '2024-05-01',
    });
    const between = second(collection, years('SLV', 2000, 2001));
    expect(await refusal(store.take(between))).toMatchObject({
      extra: { withdrawn: 8, standing: 10, vanished: [] },
    });
    await store.take(between, { acceptWithdrawals: 8 });
    expect(Object.keys(await store.standing(collection))).toHaveLength(10);
    expect(Object.keys(await store.standing(collection, { asOf: '2023-06-01' }))).toHaveLength(2);
  });

  it('stores nothing where it is refused, and exactly what it shows is withdrawn where it is not', async () => {
    const line = fc.tuple(
      fc.constantFrom('SLV', 'AUT', 'BOL'),
      fc.integer({ min: 2010, max: 2013 }),
      fc.nat(9),
    );
    const file = fc.record({
      round: fc.constantFrom('2021', '2022', '2023'),
      day: fc.integer({ min: 1, max: 9 }),
      lines: fc.array(line, { minLength: 1, maxLength: 8 }),
      partial: fc.boolean(),
    });
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), async (files) => {
        const collection = fresh();
        for (const { day, partial, ...rest } of files) {
          const publication = { ...rest, collection, receivedOn: `2023-05-0${day}` };
          const [then, stood] = [await stored(), await store.standing(collection)];
          const error = await refusal(store.take(publication, { partial }));
          if (error) expect(await stored()).toEqual(then);
          if (error && error.code !== 'withdraws-much') continue;
          if (error) {
            refusals += 1;
            const acceptWithdrawals = error.extra['withdrawn'] as number;
            await store.take(publication, { partial, acceptWithdrawals });
          }
          const stands = await store.standing(collection);
          const lost = Object.keys(stood).filter((cell) => !(cell in stands)).length;
          // It may withdraw more on days between than today.
          expect(lost).toBeLessThanOrEqual(Number(error?.extra['withdrawn'] ?? 0));
          if (partial) expect(lost).toBe(0);
        }
      }),
      { numRuns: 12 },
    );
    expect(refusals).toBeGreaterThan(0);
  }, 120_000);
});

const codes =
  'AFG AGO ALB ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BIH BLR BRA CAN CHE CHL CHN CIV CMR COL CRI CUB CYP CZE DEU'.split(
    ' ',
  );

describe('an import of many replies', () => {
  const all = codes.flatMap((code) => years(code, 2010, 2011));
  const less = codes.flatMap((code) => years(code, 2010, 2010));

  it('goes on with the same number after it broke off, since what it withdrew itself still counts', async () => {
    const collection = fresh();
    await store.take(first(collection, all));
    let commits = 0;
    const killed: Importing = {
      pool: store.pool,
      append: async (...args) => {
        if ((commits += 1) === 2) throw new Error('killed');
        return store.importing.append(...args);
      },
    };
    const file = second(collection, less);
    await expect(store.take(file, { acceptWithdrawals: 30, by: killed })).rejects.toThrow('killed');
    const half = Object.keys(await store.standing(collection)).length;
    expect([half > 30, half < 60]).toEqual([true, true]);
    expect(await refusal(store.take(file))).toMatchObject({ extra: { withdrawn: 30, standing: 60 } });
    expect(await store.take(file, { acceptWithdrawals: 30 })).toMatchObject({
      withdrawals: { withdrawn: 30, standing: 60 },
    });
    expect(Object.keys(await store.standing(collection))).toHaveLength(30);
    const { rows } = await store.pool.query('SELECT began_after FROM imports WHERE collection = $1', [
      collection,
    ]);
    expect(rows.map(({ began_after }) => began_after)).toEqual([null, null]);
  });

  it('stops where somebody adds figures meanwhile that it would withdraw, beyond what was accepted', async () => {
    const collection = fresh();
    await store.take(first(collection, all));
    let commits = 0;
    const overtaken: Importing = {
      pool: store.pool,
      append: async (...args) => {
        const done = await store.importing.append(...args);
        commits += 1;
        if (commits === 1)
          await store.byHand(
            `reply/${collection}/2022/DE`,
            correction(collection, '2022', 'DE', '2022-06-01', [['2012', 4]]),
          );
        return done;
      },
    };
    const file = second(collection, less);
    expect(await refusal(store.take(file, { acceptWithdrawals: 30, by: overtaken }))).toMatchObject({
      code: 'withdraws-much',
      message: expect.stringMatching(/Somebody changed/),
      extra: { withdrawn: 31, standing: 61 },
    });
    expect(await store.standing(collection)).toMatchObject({ 'DE 2012': 'exact 4 2022-06-01' });
    await store.take(file, { acceptWithdrawals: 31 });
    expect(Object.keys(await store.standing(collection))).toHaveLength(30);
  });
});

describe('a partial file', () => {
  it('leaves what it does not mention: other figures, other respondents, other rounds', async () => {
    const collection = fresh();
    await store.take(first(collection, [...years('SLV', 2010, 2012), ...years('AUT', 2010, 2010)]));
    const part = second(collection, [
      ['SLV', 2011, 9],
      ['BOL', 2011, 3],
      ['BOL', 2011, 4],
    ]);
    expect(await store.take(part, { partial: true })).toMatchObject({
      stored: 3,
      withdrawn: 0,
      conflicting: 1,
    });
    expect(await store.standing(collection)).toEqual({
      'AT 2010': 'exact 7 2022-05-01',
      'BO 2011': 'exact 3 | exact 4 2023-05-01',
      'SV 2010': 'exact 7 2022-05-01',
      'SV 2011': 'exact 9 2023-05-01',
      'SV 2012': 'exact 7 2022-05-01',
    });
    expect(await store.take(part, { partial: true })).toMatchObject({ stored: 0, repeated: 3 });
    // A second part of the same round keeps the first, and says otherwise what it says otherwise.
    const more = {
      ...part,
      receivedOn: '2023-06-01',
      lines: [...years('SLV', 2012, 2013), ['BOL', 2011, 5] as Line],
    };
    expect(await store.take(more, { partial: true })).toMatchObject({ stored: 3, withdrawn: 0 });
    expect(await store.standing(collection)).toMatchObject({
      'BO 2011': 'exact 5 2023-06-01',
      'SV 2011': 'exact 9 2023-05-01',
      'SV 2013': 'exact 7 2023-06-01',
    });
    await expect(store.take({ ...more, receivedOn: '2023-07-01' })).rejects.toThrow(/--partial/);
  });

  it('adds to a round of whole replies, whose figures stay', async () => {
    const collection = fresh();
    await store.take(first(collection, years('SLV', 2010, 2012)));
    const part = { ...first(collection, years('SLV', 2012, 2013, 8)), receivedOn: '2022-06-01' };
    await store.take(part, { partial: true });
    expect(await store.standing(collection)).toEqual({
      'SV 2010': 'exact 7 2022-05-01',
      'SV 2011': 'exact 7 2022-05-01',
      'SV 2012': 'exact 8 2022-06-01',
      'SV 2013': 'exact 8 2022-06-01',
    });
  });
});
