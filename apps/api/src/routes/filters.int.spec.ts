/** Reads give everything that was asked for and nothing else: filters, pages, and the same in JSON and in CSV. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  breakdownKey,
  confStatusOf,
  obsStatusOf,
  type DomainEvent,
  type Finding,
  type Observation,
} from '@rapporteur/domain';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import {
  figure,
  opened,
  openFilledStore,
  submitted,
  type Answer,
  type FilledStore,
} from '../harness/filled-store.js';

type Json = Answer['body'];

let store: FilledStore;
const female = { breakdown: { sex: 'female' } };
const inD = (event: DomainEvent) => ({ ...event, data: { ...event.data, collection: 'd' } }) as DomainEvent;
const reply = (
  respondent: string,
  receivedOn: string,
  observations: Observation[],
  findings: Finding[] = [],
) => submitted(respondent, receivedOn, observations, findings);

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV', 'GR', 'SI']),
    opened('d', '2008', ['LV']),
    reply(
      'SV',
      '2008-01-10',
      [
        figure('persons-prosecuted', '2005', 18, {
          footnote: 9,
          note: 'half a year',
          asWritten: '18 persons',
        }),
        figure('persons-prosecuted', '2006', 37, { paragraph: undefined, row: 12 }),
        figure('persons-prosecuted', '2007', 6),
        figure('persons-prosecuted', '2006', 11, female),
        figure('persons-convicted', '2006', 3, { qualifier: 'at-least' }),
        figure('persons-convicted', '2003/2007', 80),
      ],
      [
        { topic: 'shelters', paragraph: 43, detail: 'by-ngo', footnote: 2 },
        { topic: 'hotline', paragraph: 44 },
      ],
    ),
    reply(
      'GR',
      '2008-01-20',
      [
        figure('persons-prosecuted', '2006', 62),
        figure('persons-prosecuted', '2006', 43),
        figure('persons-convicted', '2007', 5, female),
      ],
      [{ topic: 'hotline', paragraph: 45 }],
    ),
    reply('PE', '2008-02-20', [
      figure('persons-convicted', '2005', 1),
      figure('persons-prosecuted', '2005', 2),
    ]),
    inD(
      reply('SV', '2008-01-20', [
        figure('persons-prosecuted', '2005', 19),
        figure('persons-prosecuted', '2007', 6),
      ]),
    ),
    inD(
      reply(
        'PE',
        '2008-01-22',
        [
          figure('persons-prosecuted', '2005', 3),
          figure('persons-convicted', '2005', 4),
          figure('victims-rescued', '2005', 4),
        ],
        [{ topic: 'hotline', paragraph: 1 }],
      ),
    ),
  );
  await store.apply();
}, 120_000);
afterAll(() => store.close());

async function get(url: string): Promise<Json> {
  const { status, body, text } = await store.get(url);
  expect([url, status, text]).toEqual([url, 200, expect.any(String)]);
  return body;
}
const isOf =
  (name: string, ...codes: string[]) =>
  (item: Json) =>
    codes.includes(item[name]?.code ?? item[name]);
const isWithin = (from: number, to: number) => (item: Json) =>
  item.period.includes('/') || (Number(item.period) >= from && Number(item.period) <= to);
const both =
  (...tests: ((item: Json) => boolean)[]) =>
  (item: Json) =>
    tests.every((test) => test(item));

const revisions = '/v1/revisions?from=2008-01-01&to=2008-12-31&';
const cases: [url: string, list: string, query: string, isKept: (item: Json) => boolean][] = [
  ['/v1/observations?', 'items', 'respondent=SV', isOf('respondent', 'SV')],
  ['/v1/observations?', 'items', 'respondent=419', isOf('respondent', 'SV', 'PE')],
  ['/v1/observations?', 'items', 'indicator=persons-convicted', isOf('indicator', 'persons-convicted')],
  ['/v1/observations?', 'items', 'collection=d', isOf('collection', 'd')],
  ['/v1/observations?', 'items', 'from=2006', isWithin(2006, 9999)],
  ['/v1/observations?', 'items', 'to=2006', isWithin(0, 2006)],
  ['/v1/observations?', 'items', 'from=2006&to=2006', isWithin(2006, 2006)],
  [
    '/v1/observations?',
    'items',
    'respondent=PE,GR&collection=c&indicator=persons-prosecuted&to=2005',
    both(
      isOf('respondent', 'PE', 'GR'),
      isOf('collection', 'c'),
      isOf('indicator', 'persons-prosecuted'),
      isWithin(0, 2005),
    ),
  ],
  ['/v1/findings?', 'items', 'topic=hotline', isOf('topic', 'hotline')],
  ['/v1/findings?', 'items', 'respondent=SV', isOf('respondent', 'SV')],
  ['/v1/findings?', 'items', 'collection=d', isOf('collection', 'd')],
  ['/v1/trends?', 'series', 'respondent=SV', isOf('respondent', 'SV')],
  ['/v1/trends?', 'series', 'indicator=persons-convicted', isOf('indicator', 'persons-convicted')],
  ['/v1/trends?', 'series', 'collection=d', isOf('collection', 'd')],
  ['/v1/trends?', 'series', 'breakdown=sex', (item) => item.breakdown.sex === 'female'],
  ['/v1/availability?', 'items', 'respondent=SV', isOf('respondent', 'SV')],
  ['/v1/availability?', 'items', 'indicator=persons-convicted', isOf('indicator', 'persons-convicted')],
  ['/v1/availability?', 'items', 'collection=d', isOf('collection', 'd')],
  ['/v1/availability?', 'items', 'breakdown=sex', isOf('dimensions', 'sex')],
  ['/v1/inconsistencies?', 'items', 'respondent=SI,GR', isOf('respondent', 'SI', 'GR')],
  ['/v1/inconsistencies?', 'items', 'collection=d', isOf('round', 'd/2008')],
  ['/v1/discrepancies?', 'items', 'respondent=SV', isOf('respondent', 'SV')],
  ['/v1/discrepancies?', 'items', 'indicator=persons-convicted', isOf('indicator', 'persons-convicted')],
  [revisions, 'items', 'collection=d', isOf('collection', 'd')],
  [revisions, 'items', 'respondent=SV', isOf('respondent', 'SV')],
  [revisions, 'items', 'indicator=persons-convicted', isOf('indicator', 'persons-convicted')],
];

describe('a filter', () => {
  it.each(cases)('%s (%s) with %s leaves what it names', async (url, list, query, isKept) => {
    const all = (await get(url))[list] as Json[];
    const kept = all.filter(isKept);
    expect([kept.length > 0, kept.length < all.length]).toEqual([true, true]);
    const filtered = await get(`${url}${query}`);
    expect(filtered[list]).toEqual(kept);
    if (filtered.counts)
      expect(filtered.counts).toEqual({
        revised: 0,
        added: new Set(kept.map(({ id }) => id)).size,
        withdrawn: 0,
      });
    // The Data Package of the same selection has the same rows.
    if (url.startsWith('/v1/observations')) {
      const { bytes } = await store.get(`/v1/package?${query}`);
      const rows = parse(strFromU8(unzipSync(bytes)['observations.csv']!), { columns: true }) as Json[];
      expect(rows.map(({ id, value }) => [id, value])).toEqual(
        kept.map(({ id, value }) => [id, String(value)]),
      );
    }
  });

  it('of years leaves the years of a series, and its spans', async () => {
    const { series } = await get('/v1/trends?respondent=SV&collection=c&from=2006&to=2006');
    expect(
      series.map((s: Json) => [
        s.indicator.code,
        s.breakdown,
        s.years.map((y: Json) => y.value),
        s.spans.length,
      ]),
    ).toEqual([
      ['persons-convicted', {}, [3], 1],
      ['persons-prosecuted', {}, [37], 0],
      ['persons-prosecuted', female.breakdown, [11], 0],
    ]);
  });

  it('of a collection is what the days of receipt and a panel go by', async () => {
    expect((await get('/v1/vintages')).items).toEqual([
      { receivedOn: '2008-01-10', events: 1 },
      { receivedOn: '2008-01-20', events: 2 },
      { receivedOn: '2008-01-22', events: 1 },
      { receivedOn: '2008-02-20', events: 1 },
    ]);
    expect((await get('/v1/vintages?collection=d')).items.map((v: Json) => v.receivedOn)).toEqual([
      '2008-01-20',
      '2008-01-22',
    ]);
    const sum = async (collection: string, indicator: string) =>
      (await get(`/v1/panels?region=419&indicator=${indicator}&collection=${collection}&from=2005&to=2005`))
        .years;
    expect(await sum('c', 'persons-prosecuted')).toEqual([{ year: 2005, value: 20 }]);
    expect(await sum('d', 'persons-prosecuted')).toEqual([{ year: 2005, value: 22 }]);
    expect(await sum('d', 'persons-convicted')).toEqual([{ year: 2005, value: 4 }]);
  });
});

describe('pages', () => {
  it.each([
    ['/v1/observations?collection=c', 'items'],
    ['/v1/findings?topic=hotline', 'items'],
    ['/v1/trends?collection=c', 'series'],
    ['/v1/discrepancies?', 'items'],
    [`${revisions}collection=c`, 'items'],
    ['/v1/events/3/changes?', 'items'],
    ['/v1/inconsistencies?collection=c', 'items'],
    ['/v1/collections?', 'items'],
    ['/v1/regions?', 'items'],
    ['/v1/respondents?', 'items'],
    ['/v1/indicators?', 'items'],
  ])('of %s (%s) have as many as asked for, and together every one once, in order', async (url, list) => {
    const all = (await get(`${url}&limit=1000`))[list] as Json[];
    for (const limit of all.length > 20 ? [100] : [1, 2, 3]) {
      const pages: Json[][] = [];
      let cursor: string | undefined;
      do {
        const body = await get(`${url}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`);
        pages.push(body[list]);
        cursor = body.next;
      } while (cursor && pages.length <= all.length);
      expect(pages.flat()).toEqual(all);
      // All values of a cell are on one page, which may therefore be longer than the limit.
      const isLast = (item: Json, i: number, page: Json[]) =>
        i === page.length - 1 || (item.id !== undefined && item.id === page.at(-1)!.id);
      for (const page of pages.slice(0, -1)) {
        expect(page.length).toBeGreaterThanOrEqual(limit);
        expect(page.filter((...one) => !isLast(...one)).length).toBeLessThan(limit);
      }
    }
  });

  it('of revisions all count what was revised, added and withdrawn in all', async () => {
    const { counts } = await get(revisions);
    expect(counts).toEqual({ revised: 0, added: 15, withdrawn: 0 });
    expect((await get(`${revisions}limit=1`)).counts).toEqual(counts);
    const { counts: changes } = await get('/v1/events/3/changes?limit=1');
    expect(changes).toEqual({ revised: 0, added: 6, withdrawn: 0 });
  });

  it('have a hundred items where no number is asked for', async () => {
    const observations = Array.from({ length: 110 }, (_, i) =>
      figure('victims-assisted', String(1850 + i), i),
    );
    const filled = await openFilledStore();
    try {
      await filled.record(opened('c', '2008'), reply('SV', '2008-01-10', observations));
      await filled.apply();
      const { body } = await filled.get('/v1/observations');
      expect([body.items.length, typeof body.next]).toEqual([100, 'string']);
      const { body: rest } = await filled.get(`/v1/observations?cursor=${body.next}`);
      expect([rest.items.length, rest.next]).toEqual([10, undefined]);
      expect((await filled.get(`${revisions}`)).body.items).toHaveLength(100);
    } finally {
      await filled.close();
    }
  });
});

const toCamel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const toText = (value: Json): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map((one) => one.code ?? one).join(' ')
      : String(value);
const valuesOf = (said: Json[]) => said.map(({ value }) => value).join(' | ');
/** The text that a column of the table must have for an item of the JSON. */
function sayOf(column: string, item: Json): string {
  if (column.endsWith('_name')) return item[column.slice(0, -5)]?.name ?? 'absent';
  if (column === 'breakdown') return breakdownKey(item.breakdown);
  if (column === 'unit') return toText(item.indicator?.unit ?? item.unit);
  if (column === 'received_on') return toText(item.receivedOn?.onOrBefore ?? item.receivedOn);
  if (column === 'received_precision')
    return !item.receivedOn ? '' : item.receivedOn.onOrBefore ? 'on-or-before' : 'on';
  if (column === 'before' || column === 'after') return valuesOf(item[column]);
  if (column.endsWith('_qualifier'))
    return item[column.split('_')[0]!].map((s: Json) => s.qualifier).join(' | ');
  // SDMX's codes for what the JSON says by qualifier and break.
  if (column === 'obs_status') return obsStatusOf(item.qualifier, item.break === true);
  if (column === 'conf_status') return confStatusOf(item.qualifier) ?? '';
  if (column === 'areas') return toText(item.respondents);
  const value = item.counts?.[column] ?? item[toCamel(column)];
  return toText(value?.code ?? value);
}

describe('a table', () => {
  it.each<[string, (body: Json) => Json[]]>([
    ['/v1/observations?', (body) => body.items],
    ['/v1/findings?', (body) => body.items],
    [revisions, (body) => body.items],
    ['/v1/rounds?', (body) => body.items],
    ['/v1/rounds/c/2008?', (body) => body.respondents],
    ['/v1/respondents?', (body) => body.items],
    ['/v1/collections?', (body) => body.items],
    ['/v1/regions?', (body) => body.items],
    ['/v1/indicators?', (body) => body.items],
    ['/v1/topics?', (body) => body.items],
    [
      '/v1/discrepancies?',
      (body) =>
        body.items.flatMap(({ figures, ...rest }: Json) => figures.map((f: Json) => ({ ...rest, ...f }))),
    ],
  ])('of %s has in each row what its item says', async (url, itemsOf) => {
    for (const language of ['en', 'zh']) {
      const items = itemsOf(await get(`${url}lang=${language}`));
      const { text } = await store.get(`${url}lang=${language}&format=csv`);
      const rows = parse(text, { columns: true }) as Record<string, string>[];
      expect(rows).toHaveLength(items.length);
      expect(items.length).toBeGreaterThan(1);
      for (const [i, row] of rows.entries())
        expect(row).toEqual(
          Object.fromEntries(Object.keys(row).map((column) => [column, sayOf(column, items[i])])),
        );
    }
  });

  it('of availability has in each row what its item says, with the names of its codes', async () => {
    const { items } = await get('/v1/availability');
    const { text } = await store.get('/v1/availability?format=csv&lang=fr');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    const says = ({ respondent_name: _, indicator_name: __, ...row }: Record<string, string>) => row;
    expect(rows.map(says)).toEqual(
      items.map((item: Json) =>
        Object.fromEntries(
          Object.keys(says(rows[0]!)).map((column) => [column, toText(item[toCamel(column)])]),
        ),
      ),
    );
    const salvador = rows.find(
      (row) => row['respondent'] === 'SV' && row['indicator'] === 'persons-prosecuted',
    );
    expect(salvador).toMatchObject({ respondent_name: 'El Salvador', first_year: '2005', last_year: '2007' });
    const names = (code: string) =>
      new Set(rows.filter((row) => row['indicator'] === code).map((row) => row['indicator_name']));
    expect([...names('persons-prosecuted')]).not.toEqual([...names('persons-convicted')]);
    expect(rows[0]).toMatchObject({ respondent_name: 'Grèce' });
  });
});
