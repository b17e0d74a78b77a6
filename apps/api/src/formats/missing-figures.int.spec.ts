/** The six things that are mixed up, from a body or an event through every format: zero, and five reasons for no number. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missingReasons } from '@rapporteur/domain';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  const missing = missingReasons.map((qualifier, i) => ({
    ...figure('persons-prosecuted', `${2004 + i}`, 0),
    value: null,
    qualifier,
  }));
  const few = { ...figure('persons-prosecuted', '2010', 5), qualifier: 'fewer-than' as const };
  await store.record(
    opened('c', '2008', ['SV']),
    submitted('SV', '2008-01-20', [
      ...[figure('persons-prosecuted', '2003', 0), ...missing, few],
      ...[figure('persons-prosecuted', '2009', 4), { ...missing[4]!, period: '2009' }],
    ]),
    submitted('CU', '2008-01-20', [
      figure('persons-prosecuted', '2004', 1),
      { ...missing[2]!, period: '2005' },
    ]),
    submitted(
      'HN',
      '2008-01-20',
      [2004, 2005].map((year) => figure('persons-prosecuted', `${year}`, 2)),
    ),
  );
  await store.apply();
});
afterAll(() => store.close());

const table = async (path: string) =>
  parse((await store.get(`${path}format=csv`)).text, { columns: true }) as Record<string, string>[];
const expected = [
  ['2003', '0', 'exact', 'A', ''],
  ['2004', '', 'none-known', 'O', ''],
  ['2005', '', 'not-available', 'O', ''],
  ['2006', '', 'not-applicable', 'M', ''],
  ['2007', '', 'not-asked', 'L', ''],
  ['2008', '', 'withheld', 'Q', 'C'],
];
const few = ['2010', '5', 'fewer-than', 'A', 'A'];
const shown = (row: Record<string, string>) =>
  ['period', 'value', 'qualifier', 'obs_status', 'conf_status'].map((name) => row[name]);

describe('a figure without a number', () => {
  it('is told apart in CSV, by its word and by the codes of SDMX', async () => {
    expect((await table('/v1/trends?respondent=SV&')).map(shown)).toEqual([
      ...expected,
      ['2009', '4 | ', 'exact | withheld', 'A | Q', 'C'],
      few,
    ]);
    expect((await table('/v1/observations?respondent=SV&')).map(shown)).toEqual([
      ...expected,
      ['2009', '4', 'exact', 'A', ''],
      ['2009', '', 'withheld', 'Q', 'C'],
      few,
    ]);
    const packed = unzipSync((await store.get('/v1/package?respondent=SV')).bytes);
    expect(
      (parse(strFromU8(packed['observations.csv']!), { columns: true }) as Record<string, string>[])
        .map(shown)
        .slice(0, 6),
    ).toEqual(expected);
    expect(strFromU8(packed['README.md']!)).toContain('An empty `value` is no zero');
  });

  it('is a cell of JSON-stat without a value, whose status is explained in the language asked for', async () => {
    const { body } = await store.get('/v1/trends?respondent=SV&format=json-stat&lang=fr');
    const years = body.dimension.period.category.index as string[];
    expect(years.map((year, i) => [year, body.value[i], body.status[i]])).toEqual([
      ...expected.map(([year, value, status]) => [year, value === '' ? null : Number(value), status]),
      ['2009', null, 'conflicting'],
      ['2010', 5, 'fewer-than'],
    ]);
    expect(body.extension.status).toEqual({
      label: {
        'none-known': 'aucun cas connu',
        'not-available': 'non disponible',
        'not-applicable': 'sans objet',
        'not-asked': 'non demandé',
        withheld: 'non communiqué (confidentiel)',
      },
      obs_status: {
        'none-known': 'O',
        'not-available': 'O',
        'not-applicable': 'M',
        'not-asked': 'L',
        withheld: 'Q',
      },
      conf_status: { withheld: 'C' },
    });
    const plain = await store.get('/v1/trends?respondent=HN&format=json-stat');
    expect(plain.body.extension).not.toHaveProperty('status');
  });

  it('says in the series why it is missing, and is no point of it', async () => {
    const { body } = await store.get('/v1/trends?respondent=SV');
    const [series] = body.series;
    expect(
      series.years.map(({ year, missing }: { year: number; missing?: string }) => [year, missing]),
    ).toEqual([
      [2003, undefined],
      ...missingReasons.map((why, i) => [2004 + i, why]),
      [2009, undefined],
      [2010, undefined],
    ]);
    expect(series.trend).toMatchObject({ n: 2, years: [2003, 2010], gaps: [2004, 2005, 2007, 2008, 2009] });
    expect(series.conflicting).toBe(true);
  });

  it('leaves its respondent out of a panel, which says why', async () => {
    const path = '/v1/panels?respondent=SV,CU,HN&indicator=persons-prosecuted&collection=c&from=2004&to=2005';
    const { body } = await store.get(path);
    expect([body.sentence.k, body.sentence.n, body.years]).toEqual([
      1,
      3,
      [
        { year: 2004, value: 2 },
        { year: 2005, value: 2 },
      ],
    ]);
    expect(
      body.missing.map((m: { respondent: { code: string }; reasons: object[] }) => [
        m.respondent.code,
        m.reasons,
      ]),
    ).toEqual([
      ['CU', [{ year: 2005, missing: 'not-applicable' }]],
      [
        'SV',
        [
          { year: 2004, missing: 'none-known' },
          { year: 2005, missing: 'not-available' },
        ],
      ],
    ]);
    expect((await table(`${path}&`))[0]!['missing_reasons']).toBe(
      'CU:2005:not-applicable SV:2004:none-known SV:2005:not-available',
    );
  });
});
