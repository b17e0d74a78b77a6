/** What each read answers, now and at any vintage, from events to JSON. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, ReplyEvent } from '@rapporteur/domain';
import { readLog, takeLeases } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import { applyEvents, liveSchema, rebuildTables } from '@rapporteur/projections';
import { figure, openFilledStore, type Answer, type FilledStore } from '../harness/filled-store.js';

type Json = Answer['body'];

const collection = 'ecosoc-2006-27';
let store: FilledStore;
/** The position once everything of `beforeAll` was recorded. */
let position: number;

/** Records and applies events, and waits until the api has seen them. Out: the position of the tables. */
async function record(...events: DomainEvent[]): Promise<number> {
  const token = await store.record(...events);
  await store.apply();
  return (await store.get(`/v1/rounds?wait=${token}`)).body.position;
}

/** A reply's event, with usual values where a test gives none. */
function reply(
  type: ReplyEvent['type'],
  respondent: string,
  receivedOn: string,
  more: object = {},
): DomainEvent {
  const shared = { collection, round: '2008', respondent, receivedOn, receivedPrecision: 'on', late: false };
  const content = { language: null, complete: false, observations: [], findings: [] };
  const why = { reason: 'typing error', reference: 'Corr.1' };
  const data = {
    ReplySubmitted: { ...content, resolved: listed(respondent) },
    ReplyReplaced: { ...content, ...why },
    ReplyWithdrawn: why,
    ChangeUndone: { ...why, version: 1, position: 1 },
    ReplyCorrected: { ...why, findings: { changed: [], added: [], retracted: [] } },
  }[type];
  return { type, data: { ...shared, ...data, ...more } } as DomainEvent;
}

const listed = (code: string, asWritten = code, match = 'code') => ({ code, asWritten, match });
const round = {
  type: 'RoundOpened' as const,
  data: {
    collection,
    round: '2008',
    title: { en: 'Round of 2008' },
    mandate: 'ECOSOC resolution 2006/27',
    symbol: 'E/CN.15/2008/6',
    noteVerbaleOn: '2007-11-12',
    replyBy: '2007-12-15',
    cutOff: '2008-01-24',
    complete: false,
    compiledBy: 'UNODC',
    asked: null,
    listed: {
      paragraph: 3,
      respondents: [
        listed('SV'),
        listed('GR'),
        listed('HR', '克罗迪亚', 'close' as const),
        listed('SI'),
      ] as never,
    },
  },
};
const salvador = [
  figure('cases-investigated', '2005', 32),
  figure('cases-investigated', '2006', 67),
  figure('cases-investigated', '2007', 39),
  figure('persons-arrested', '2006', 56),
  figure('persons-arrested', '2007', 30),
  figure('persons-prosecuted', '2007', 6, { footnote: 9, note: 'half a year', asWritten: '6' }),
];

beforeAll(async () => {
  store = await openFilledStore();
  await record(
    round,
    reply('ReplySubmitted', 'SV', '2008-01-20', {
      language: 'es',
      observations: salvador,
      findings: [{ topic: 'protocol-ratified', paragraph: 5, footnote: 1 }],
    }),
    reply('ReplySubmitted', 'GR', '2008-01-24', {
      receivedPrecision: 'on-or-before',
      observations: [
        figure('persons-arrested', '2003/2006', 980),
        figure('victims-assisted', '../2007-06', 12),
        figure('victims-identified', 'undated', 3800, { qualifier: 'at-least' }),
        figure('victims-identified', '2001-09/..', 900),
        figure('victims-identified', '2006', 62, {
          breakdown: { sex: 'female' },
          paragraph: undefined,
          row: 4,
        }),
        figure('victims-identified', '2006', 43, {
          breakdown: { sex: 'female' },
          paragraph: undefined,
          row: 9,
        }),
        figure('victims-identified', '2007', 5, { breakdown: { sex: 'female' }, qualifier: 'fewer-than' }),
      ],
    }),
    reply('ReplySubmitted', 'LV', '2008-02-03', {
      late: true,
      findings: [{ topic: 'shelters', detail: 'by-ngo', paragraph: 43, note: 'two of them' }],
    }),
    reply('ReplySubmitted', 'UNODC', '2008-01-24', {
      observations: [figure('persons-trained', 'undated', 16)],
    }),
  );
  position = await record(
    reply('ReplyCorrected', 'SV', '2008-02-10', {
      late: true,
      observations: {
        changed: [figure('persons-prosecuted', '2007', 8)],
        added: [figure('persons-convicted', '2007', 2)],
        retracted: [{ indicator: 'persons-arrested', breakdown: {}, period: '2006' }],
      },
    }),
  );
}, 60_000);
afterAll(() => store.close());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await store.get(`/v1${path}`, headers);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return answer.body;
};
const seriesOf = async (query: string, indicator: string) =>
  (await get(`/trends?${query}`)).series.find((s: Json) => s.indicator.code === indicator);

const compared = (p: number, verdict: string) => ({ p, pLow: p, verdict });

describe('trends', () => {
  it('give each year with change, percentage, index, place and event', async () => {
    expect(await seriesOf('respondent=SV', 'cases-investigated')).toEqual({
      collection,
      respondent: { code: 'SV', name: 'El Salvador' },
      indicator: { code: 'cases-investigated', name: expect.any(String), unit: 'case' },
      breakdown: {},
      unit: 'case',
      conflicting: false,
      years: [
        { year: 2005, value: 32, index: 100 },
        {
          year: 2006,
          value: 67,
          change: 35,
          percentage: 109.375,
          index: 209.375,
          comparison: compared(0.000562208248357, 'higher'),
        },
        {
          year: 2007,
          value: 39,
          change: -28,
          percentage: -41.7910447761,
          index: 121.875,
          comparison: compared(0.00841699357053, 'lower'),
        },
      ].map((year) => ({
        ...year,
        id: `${collection}~SV~cases-investigated~_T~${year.year}`,
        qualifier: 'exact',
        event: 2,
        receivedOn: '2008-01-20',
        paragraph: 14,
      })),
      spans: [],
      compoundAnnualRate: 10.3970108291,
      direction: 'insufficient-data',
      trend: expect.objectContaining({ reason: { code: 'under-five-points', n: 3, needed: 5 }, n: 3 }),
    });
  });
  it('keep spans, what is up to or since a date and what is undated beside the years', async () => {
    const { spans, years } = await seriesOf('respondent=GR', 'persons-arrested');
    expect([years, spans]).toEqual([[], [expect.objectContaining({ from: '2003', to: '2006', value: 980 })]]);
    expect((await seriesOf('respondent=GR', 'victims-assisted')).spans).toMatchObject([
      { from: null, to: '2007-06', value: 12, receivedOn: { onOrBefore: '2008-01-24' } },
    ]);
    const { series } = await get('/trends?respondent=GR&indicator=victims-identified');
    expect(series[0].trend.n).toBe(0);
    expect(series[0].spans).toMatchObject([
      { from: '2001-09', to: null, period: '2001-09/..', value: 900 },
      { from: null, to: null, period: 'undated', qualifier: 'at-least' },
    ]);
  });
  it('choose no value where one reply gives two, and compute nothing from it', async () => {
    const { series } = await get('/trends?respondent=GR&indicator=victims-identified');
    const { conflicting, years, trend } = series[1];
    expect([conflicting, trend.n]).toEqual([true, 1]);
    expect(years).toMatchObject([
      {
        year: 2006,
        value: null,
        values: [
          { value: 62, row: 4 },
          { value: 43, row: 9 },
        ],
      },
      { year: 2007, value: 5, qualifier: 'fewer-than', index: { low: 100, high: 100 } },
    ]);
    expect(years[1]).not.toHaveProperty('change');
  });
  it('have ratios of the same year with numerator and denominator', async () => {
    const { ratios } = await get('/trends?respondent=SV');
    const shown = ratios.map((r: Json) => [r.ratio, r.year, r.numerator.value, r.denominator.value, r.basis]);
    expect(shown).toEqual([
      ['arrests-per-case', 2007, 30, 39, 'same-year'],
      ['prosecutions-per-arrest', 2007, 8, 30, 'same-year'],
      ['convictions-per-prosecution', 2007, 2, 8, 'same-year'],
    ]);
    // R: poisson.test(c(30, 39))$conf.int
    expect(ratios[0].interval.low).toBeCloseTo(0.4614854306182, 10);
    expect(ratios[0].interval.high).toBeCloseTo(1.270555073641, 10);
    expect(ratios[0].denominator).toMatchObject({ id: `${collection}~SV~cases-investigated~_T~2007` });
  });
  it('take lists of codes, names, years, and the language asked for', async () => {
    const { series } = await get(
      `/trends?respondent=${encodeURIComponent('萨尔瓦多')},GR&lang=zh&from=2007&to=2007`,
    );
    expect(series[0].respondent).toEqual({ code: 'GR', name: '希腊' });
    expect(series.flatMap((s: Json) => s.years).every((y: Json) => y.year === 2007)).toBe(true);
    const french = await store.get('/v1/trends?respondent=GR', { 'accept-language': 'fr-CA, en;q=0.5' });
    expect([french.body.series[0].respondent.name, french.headers['content-language']]).toEqual([
      'Grèce',
      'fr',
    ]);
  });
});

describe('a vintage', () => {
  const years = async (vintage: string) =>
    ((await seriesOf(`respondent=SV&${vintage}`, 'persons-prosecuted')) ?? { years: [] }).years.map(
      (y: Json) => y.value,
    );
  it('knows only what had been received by a day, and recorded by a position', async () => {
    expect(await years('asOf=2008-01-19')).toEqual([]);
    expect(await years('asOf=2008-02-09')).toEqual([6]);
    expect(await years('asOf=2008-02-10')).toEqual([8]);
    expect(await years(`at=${position - 1}`)).toEqual([6]);
    expect(await years(`asOf=2008-02-10&at=${position - 1}`)).toEqual([6]);
    expect(await years(`asOf=2008-01-20&at=1`)).toEqual([]);
  });
  it('is refused where the tables have not come to it yet', async () => {
    const { status, body } = await store.get(`/v1/trends?at=${position + 1}`);
    expect([status, body.position, body.type]).toEqual([400, position, '/problems/position-not-reached']);
  });
  it('gives the same bytes for ever: later replies, other events for the same day, a rebuild', async () => {
    const paths = [
      '/trends?',
      '/observations?',
      '/findings?',
      '/rounds?',
      `/rounds/${collection}/2008?`,
      '/inconsistencies?',
      '/respondents?',
      `/observations/${collection}~SV~persons-prosecuted~_T~2007?`,
      '/events/2?',
    ].flatMap((path) => [path, `${path}limit=3&`].slice(0, /observations\?|findings/.test(path) ? 2 : 1));
    const read = () =>
      Promise.all(
        paths.flatMap((path) =>
          ['application/json', 'text/csv'].map(async (accept) => {
            const url = `/v1${path}asOf=2008-02-10&at=${position}`;
            const { status, text, headers } = await store.get(url, { accept });
            return [url, status, text, headers['etag']];
          }),
        ),
      );
    const before = await read();
    await record(
      reply('ReplyReplaced', 'SV', '2008-02-05', { observations: [figure('persons-prosecuted', '2007', 9)] }),
      reply('ReplyWithdrawn', 'GR', '2008-02-06'),
      reply('ReplySubmitted', 'HR', '2008-01-02', {
        observations: [figure('victims-identified', '2006', 1)],
      }),
      { ...round, data: { ...round.data, round: '2010' } },
      reply('ReplySubmitted', 'SV', '2008-02-10', { round: '2010', complete: true }),
    );
    expect(await years('asOf=2008-02-09')).toEqual([9]);
    expect(await read()).toEqual(before);
    await rebuildTables(store.pool);
    expect(await read()).toEqual(before);
    expect(before.filter(([, status]) => status === 200).length).toBeGreaterThan(14);
  }, 60_000);
});

describe('a partition that is ahead of the others', () => {
  it('does not show before every event up to its position is in the tables', async () => {
    const before = await store.get('/v1/trends?respondent=GR,JP,CU&indicator=persons-trained');
    await store.record(
      ...['GR', 'JP', 'CU'].map((code) =>
        reply(code === 'GR' ? 'ReplyReplaced' : 'ReplySubmitted', code, '2008-05-01', {
          observations: [figure('persons-trained', '2007', 7)],
        }),
      ),
    );
    const { rows } = await store.pool.query(
      'SELECT position, partition FROM log ORDER BY position DESC LIMIT 3',
    );
    const [last, , first] = rows;
    expect(last.partition).not.toBe(first.partition);
    await inTransaction(store.pool, async (client) => {
      const leases = await takeLeases(client, liveSchema, [last.partition]);
      const ahead = (await readLog(client, 0, 1000)).filter((e) => e.partition === last.partition);
      await applyEvents(client, liveSchema, leases, ahead);
    });
    const during = await store.get('/v1/trends?respondent=GR,JP,CU&indicator=persons-trained');
    expect(during.body).toEqual({ ...before.body, position: first.position - 1 });
    expect((await store.get('/v1/observations?respondent=CU')).body.items).toEqual([]);
    await store.apply();
    const after = await get('/trends?respondent=GR,JP,CU&indicator=persons-trained&lang=en');
    expect(after.series.map((s: Json) => s.respondent.code)).toEqual(['CU', 'GR', 'JP']);
  });
});

describe('rounds', () => {
  it('say who was listed, who replied, when, late, in which language, on which themes', async () => {
    const answer = await get(`/rounds/${collection}/2008?at=${position}`);
    expect(answer).toMatchObject({
      id: `${collection}/2008`,
      symbol: 'E/CN.15/2008/6',
      compiledBy: { code: 'UNODC' },
      counts: { asked: null, listed: 4, replies: 3, listedWithReply: 2, late: 1 },
      listed: { paragraph: 3 },
    });
    const of = (code: string) => answer.respondents.find((r: Json) => r.respondent.code === code);
    expect(answer.respondents.map((r: Json) => r.respondent.code)).toEqual(['GR', 'HR', 'LV', 'SI', 'SV']);
    expect(of('SV')).toMatchObject({
      listed: true,
      language: 'es',
      late: false,
      themes: ['A', 'B'],
      version: 2,
    });
    expect(of('GR')).toMatchObject({ receivedOn: { onOrBefore: '2008-01-24' }, language: null, asked: null });
    expect(of('HR')).toMatchObject({ asWritten: '克罗迪亚', match: 'close', replied: false, status: 'none' });
    expect(of('LV')).toMatchObject({ listed: false, replied: true, late: true, themes: ['E'] });
  });
  it('are found by an encoded id too, and a round that is not there is a problem', async () => {
    const [plain, encoded] = [
      await get(`/rounds/${collection}/2008`),
      await get(`/rounds/${collection}%2F2008`),
    ];
    expect(encoded).toEqual(plain);
    expect((await store.get('/v1/rounds/x/1999')).body).toMatchObject({ status: 404 });
    expect((await get('/rounds')).items.map((r: Json) => r.id)).toEqual([
      `${collection}/2008`,
      `${collection}/2010`,
    ]);
  });
});

describe('an observation', () => {
  it('tells its whole life, of what withdrew it without naming it too', async () => {
    const id = `${collection}~SV~persons-prosecuted~_T~2007`;
    const { history, current } = await get(`/observations/${id}`);
    expect(history.map((h: Json) => [h.kind, h.before[0]?.value, h.after[0]?.value, h.receivedOn])).toEqual([
      ['set', undefined, 6, '2008-01-20'],
      ['changed', 6, 8, '2008-02-10'],
      // A replacement that was recorded later but received before the correction: it replaces the reply, and
      // the correction still counts.
      ['overtaken', 8, 8, '2008-02-05'],
      ['withdrawn', 8, undefined, '2008-02-10'],
    ]);
    expect(history[0]).toMatchObject({
      paragraph: 14,
      footnote: 9,
      recordedBy: 'desk-7',
      said: [{ value: 6 }],
    });
    expect(history[1]).toMatchObject({ reason: 'typing error', reference: 'Corr.1' });
    expect(current).toEqual([]);
  });
  it('can be a finding', async () => {
    const [finding] = (await get('/findings?topic=shelters')).items;
    expect(finding).toMatchObject({
      respondent: { code: 'LV' },
      paragraph: 43,
      note: 'two of them',
      event: 4,
    });
    const { current, history } = await get(`/observations/${encodeURIComponent(finding.id)}`);
    expect(current).toEqual([finding]);
    expect(history).toMatchObject([{ kind: 'set', event: 4 }]);
  });
  it('that is not there, or not yet, is a problem', async () => {
    const id = `${collection}~SV~persons-convicted~_T~2007`;
    expect((await store.get(`/v1/observations/${id}?asOf=2008-02-09`)).status).toBe(404);
    expect((await store.get('/v1/observations/x')).body).toMatchObject({
      type: '/problems/unknown-observation',
    });
  });
});

describe('inconsistencies', () => {
  it('are named with their places', async () => {
    const { items } = await get(`/inconsistencies?at=${position}`);
    expect(items.map((i: Json) => [i.kind, i.respondent.code])).toEqual([
      ['cited-but-not-listed', 'LV'],
      ['listed-but-not-cited', 'HR'],
      ['listed-but-not-cited', 'SI'],
      ['name-spelt-otherwise', 'HR'],
      ['conflicting-figures', 'GR'],
    ]);
    expect(items[0].places).toMatchObject([
      { paragraph: 3, event: 1 },
      { paragraph: 43, event: 4 },
    ]);
  });
});
