/** Every address keeps to the day and the position that it is asked for: later events leave no trace in its answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import { strFromU8, unzipSync } from 'fflate';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';
import { fileRoutes, routes } from './routes.js';

const day = '2008-02-29';
const id = 'c~SV~persons-prosecuted~_T~2007';
const panel = 'respondent=SV,PE&indicator=persons-prosecuted&collection=c&from=2006&to=2007';
/** One request for each address, by its path. */
const samples: Readonly<Record<string, string>> = {
  '/v1/observations/:id': `/v1/observations/${id}?`,
  '/v1/rounds/:collection/:round': '/v1/rounds/c/2008?',
  '/v1/rounds/:id': '/v1/rounds/c%2F2008?',
  '/v1/rounds/:collection/:round/report': '/v1/rounds/c/2008/report?',
  '/v1/rounds/:id/report': '/v1/rounds/c%2F2008/report?',
  '/v1/panels': `/v1/panels?${panel}&per=100000&`,
  '/v1/shares': '/v1/shares?indicator=persons-prosecuted&breakdown=sex:female&',
  '/v1/charts/trend.svg': '/v1/charts/trend.svg?respondent=SV,GR&indicator=persons-prosecuted&collection=c&',
  '/v1/revisions': '/v1/revisions?from=2008-01-15&to=2008-12-31&',
  '/v1/differences': '/v1/differences?collection=c&from=2008&to=2008&',
  '/v1/search': '/v1/search?q=la&',
};
/**
 * Requests whose page ends at a special place: a ratio whose denominator is on another page, and a cell with
 * several values.
 */
const cut = [
  '/v1/trends?respondent=SV&indicator=persons-prosecuted,persons-convicted&collection=c&limit=1&',
  '/v1/observations?indicator=victims-identified&limit=1&',
];
/** A figure that a later event withdraws without naming it. */
const withdrawnLater = '/v1/observations/c~GR~persons-prosecuted~_T~2006?';
/** Addresses whose answers do not depend on replies. */
const codes = [
  '/v1/collections',
  '/v1/indicators',
  '/v1/topics',
  '/v1/regions',
  '/v1/schemas',
  '/v1/schemas/:type/:version',
  // Of documents, which no reply holds.
  '/v1/documents',
  '/v1/documents/:document/text',
  '/v1/documents/:document/proposals',
];
const told = [...routes, ...fileRoutes].filter(
  // The pixels and the page are made from the SVG, which is asked for; what oEmbed tells is at the vintage of its `url`.
  ({ path }) =>
    !codes.includes(path) && !path.startsWith('/v1/events/') && !/\.png$|\.html$|oembed$/.test(path),
);
const addressOf = (path: string) => samples[path] ?? `${path}?`;

const other = (respondent: string, receivedOn: string, observations: Observation[]): DomainEvent => {
  const event = submitted(respondent, receivedOn, observations);
  return { ...event, data: { ...event.data, collection: 'd' } } as DomainEvent;
};
/** A publication of the population of an area. */
const published = (respondent: string, receivedOn: string, round: string, value: number): DomainEvent => {
  const event = submitted(respondent, receivedOn, [figure('population', '2007', value)], [], round);
  return { ...event, data: { ...event.data, collection: 'population' } } as DomainEvent;
};
const withdrawn = (respondent: string, receivedOn: string): DomainEvent => ({
  type: 'ReplyWithdrawn',
  data: {
    collection: 'c',
    round: '2008',
    respondent,
    receivedOn,
    receivedPrecision: 'on',
    late: true,
    reason: 'sent by mistake',
    reference: null,
  },
});
const prosecuted = (...values: number[]) =>
  values.map((value, i) => figure('persons-prosecuted', String(2006 + i), value));

/** Events received by the day that is asked for. */
const early: DomainEvent[] = [
  opened('c', '2008', ['SV', 'SI']),
  opened('d', '2008'),
  submitted(
    'SV',
    '2008-01-10',
    [...prosecuted(37, 6), figure('persons-convicted', '2007', 2)],
    [{ topic: 'shelters', paragraph: 43 }],
  ),
  submitted('PE', '2008-01-20', [
    ...prosecuted(10, 20),
    figure('victims-identified', '2006', 62),
    figure('victims-identified', '2006', 43),
  ]),
  submitted('GR', '2008-01-22', prosecuted(5)),
  other('SV', '2008-01-22', prosecuted(40, 6)),
  submitted('UY', '2008-01-23', [
    ...prosecuted(8, 9),
    figure('persons-prosecuted', '2007', 4, { breakdown: { sex: 'female' } }),
    figure('victims-detected', '2007', 3),
  ]),
  opened('population', '2007'),
  published('UY', '2007-06-01', '2007', 3_300_000),
  corrected('SV', day, [figure('persons-prosecuted', '2007', 8)]),
];
/** Events received after that day, which change the answer of each address. */
const late: DomainEvent[] = [
  corrected('SV', '2008-03-01', [figure('persons-prosecuted', '2007', 9)]),
  submitted('LV', '2008-03-01', prosecuted(1, 2), [{ topic: 'hotline', paragraph: 33 }]),
  submitted('BO', '2008-03-02', [...prosecuted(62), figure('persons-prosecuted', '2006', 43)]),
  other('PE', '2008-03-02', prosecuted(11, 20)),
  submitted('SI', '2008-03-02', prosecuted(3)),
  corrected('PE', '2008-03-03', [figure('victims-identified', '2006', 50)]),
  corrected('UY', '2009-01-05', [
    figure('persons-prosecuted', '2007', 5, { breakdown: { sex: 'female' } }),
    figure('victims-detected', '2007', 6),
  ]),
  opened('population', '2008'),
  published('UY', '2009-01-05', '2008', 3_400_000),
  withdrawn('GR', '2008-03-03'),
];

/** The claims of a draft, without those that name its day. */
const claimsOf = ({ manifest }: { manifest: { claims: { id: string; text: string }[] } }) =>
  manifest.claims.filter(({ id }) => id !== 'round-asOf').map((claim) => [claim.id, claim.text]);

/** A picture without the lines below it, one of which is its address. */
const drawingOf = (svg: string) => /<title>[^]*<\/g>(?=<text)/.exec(svg)![0];

/** An answer without its position, which grows with each event: a table, the parts of a package, or the body. */
async function read(store: FilledStore, url: string): Promise<unknown> {
  const { status, body, bytes, text, headers } = await store.get(url);
  expect([url, status]).toEqual([url, 200]);
  if (headers['content-type'] === 'application/zip') return strFromU8(unzipSync(bytes)['observations.csv']!);
  if (headers['content-type'] === 'image/svg+xml') return drawingOf(text);
  if (!body) return text;
  if (body.manifest) return claimsOf(body);
  const { position: _, ...rest } = body;
  return rest;
}
const hasTable = (path: string) => told.some((one) => one.path === path && one.alsoAs?.includes('text/csv'));
const urls = [
  ...told.flatMap(({ path }) => {
    const url = addressOf(path);
    return hasTable(path) ? [url, `${url}format=csv&`] : [url];
  }),
  ...cut,
  withdrawnLater,
];

/** A store with some events, recorded one after the other. */
async function openWith(events: readonly DomainEvent[]): Promise<FilledStore> {
  const filled = await openFilledStore();
  await filled.record(...events);
  await filled.apply();
  return filled;
}

let store: FilledStore;
/** The answers of a store with the early events only. */
let expected: Map<string, unknown>;
/** The same as of the day, for addresses that divide by population: what comes with the program was received later. */
let expectedThen: Map<string, unknown>;
const isByPeople = (url: string) => /^\/v1\/(rates|tables)|per=/.test(url);
const position = early.length;

beforeAll(async () => {
  const short = await openWith(early);
  expected = new Map();
  expectedThen = new Map();
  // Without a day the draft is as of the cut-off.
  for (const url of urls)
    expected.set(url, await read(short, url.includes('/report?') ? `${url}asOf=${day}` : url));
  for (const url of urls.filter(isByPeople)) expectedThen.set(url, await read(short, `${url}asOf=${day}`));
  await short.close();
  store = await openWith([...early, ...late]);
}, 120_000);
afterAll(() => store.close());

const later = (url: string) => (url.includes('/report?') ? `${url}asOf=2008-12-31` : url);

describe('an address', () => {
  // A round has no differences from itself, so their table is empty: differences.int.spec asks for them at vintages.
  const changing = urls.filter((url) => !/differences.*csv/.test(url));
  it.each(changing)('%s says something else by now', async (url) => {
    expect(await read(store, later(url))).not.toEqual(expected.get(url));
  });

  it.each(urls.filter((url) => !url.startsWith('/v1/revisions')))(
    '%s says as of a day what a store says that knows nothing received later',
    async (url) => {
      const then = isByPeople(url) ? expectedThen : expected;
      expect(await read(store, `${url}asOf=${day}`)).toEqual(then.get(url));
    },
  );

  it.each(urls)('%s says at a position what a store says that knows nothing recorded later', async (url) => {
    const asked = `${later(url)}${url.includes('/report?') ? '&' : ''}at=${position}`;
    expect(await read(store, asked)).toEqual(expected.get(url));
  });
});

describe('events by themselves', () => {
  const statusOf = async (url: string) => (await store.get(url)).status;

  it('are there up to the position, that of the position included', async () => {
    expect(await statusOf(`/v1/events/${position}?at=${position}`)).toBe(200);
    expect(await statusOf(`/v1/events/${position + 1}?at=${position}`)).toBe(404);
    expect(await statusOf(`/v1/events/${position + 1}?at=${position + 1}`)).toBe(200);
    expect((await store.get(`/v1/events/${position + 1}?at=${position}`)).body).toMatchObject({
      type: '/problems/unknown-event',
      detail: `Positions run from 1 to ${position}.`,
    });
  });

  it('are there as of the day on which they were received, and not before', async () => {
    expect(await statusOf(`/v1/events/${position}?asOf=${day}`)).toBe(200);
    expect(await statusOf(`/v1/events/${position}?asOf=2008-02-28`)).toBe(404);
    expect(await statusOf(`/v1/events/${position + 1}?asOf=${day}`)).toBe(404);
    expect(await statusOf(`/v1/events/${position + 1}?asOf=2008-03-01`)).toBe(200);
    expect(await statusOf(`/v1/events/${position}?asOf=2008-12-31&at=${position - 1}`)).toBe(404);
    // A round is no reply, so it has no day of receipt.
    expect(await statusOf('/v1/events/1?asOf=2000-01-01')).toBe(200);
  });

  it('are as they were stored', async () => {
    const { body } = await store.get(`/v1/events/${position}`);
    expect(body).toMatchObject({
      event: position,
      type: 'ReplyCorrected',
      stream: 'reply/c/2008/SV',
      version: 2,
      key: expect.any(String),
      data: early[position - 1]!.data,
      meta: { recordedBy: 'desk-7' },
      position: early.length + late.length,
    });
  });

  it('tell what each changed when it was recorded, and nothing of what came after', async () => {
    const changesOf = async (at: number) => (await store.get(`/v1/events/${at}/changes`)).body;
    const first = await changesOf(position);
    expect(first.items).toMatchObject([
      {
        kind: 'revised',
        id,
        before: [{ value: 6, event: 3 }],
        after: [{ value: 8, event: position }],
        difference: 2,
      },
    ]);
    const second = await changesOf(position + 1);
    expect(second.items).toMatchObject([
      { kind: 'revised', id, before: [{ value: 8 }], after: [{ value: 9 }], difference: 1 },
    ]);
    expect(second).toMatchObject({
      event: position + 1,
      round: 'c/2008',
      respondent: { code: 'SV' },
      receivedOn: '2008-03-01',
      reason: 'typing error',
      counts: { revised: 1, added: 0, withdrawn: 0 },
      findings: { added: 0, withdrawn: 0 },
    });
    expect(await changesOf(3)).toMatchObject({
      counts: { revised: 0, added: 3, withdrawn: 0 },
      findings: { added: 1, withdrawn: 0 },
    });
    expect(await changesOf(early.length + late.length)).toMatchObject({
      counts: { revised: 0, added: 0, withdrawn: 1 },
      items: [{ kind: 'withdrawn', before: [{ value: 5 }], after: [], difference: null }],
    });
    expect(await changesOf(1)).toMatchObject({ respondent: null, receivedOn: null, reason: null, items: [] });
  });
});

describe('revisions', () => {
  const revisions = async (query: string) => (await store.get(`/v1/revisions?${query}`)).body;

  it('are between the two days, the first of them as it ended', async () => {
    expect((await revisions(`from=${day}&to=2008-03-01`)).items).toMatchObject([
      { kind: 'added', id: 'c~LV~persons-prosecuted~_T~2006', before: [], after: [{ value: 1 }] },
      { kind: 'added', id: 'c~LV~persons-prosecuted~_T~2007' },
      { kind: 'revised', id, before: [{ value: 8 }], after: [{ value: 9 }], difference: 1 },
    ]);
    const all = await revisions('from=2008-02-28&to=2008-12-31');
    expect(all.counts).toEqual({ revised: 2, added: 6, withdrawn: 1 });
    expect(all.items.find((item: { id: string }) => item.id === id)).toMatchObject({
      before: [{ value: 6, event: 3 }],
      after: [{ value: 9, event: position + 1 }],
      difference: 3,
    });
  });

  it('come page by page, whatever their kind, with the counts of all of them on each', async () => {
    const query = 'from=2008-02-28&to=2008-12-31';
    const all = await revisions(query);
    const kinds = all.items.map(({ kind }: { kind: string }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['added', 'revised', 'withdrawn']);
    for (const limit of [1, 2, 4]) {
      const items: unknown[] = [];
      for (let next: string | undefined = ''; next !== undefined;) {
        const page: typeof all = await revisions(`${query}&limit=${limit}${next && `&cursor=${next}`}`);
        expect(page.counts).toEqual(all.counts);
        items.push(...page.items);
        next = page.next;
      }
      expect(items).toEqual(all.items);
    }
  });

  it('know nothing that was recorded after the position, nor count it', async () => {
    expect(await revisions(`from=2008-02-28&to=2008-12-31&at=${position}`)).toMatchObject({
      items: [{ kind: 'revised', id, before: [{ value: 6 }], after: [{ value: 8 }], difference: 2 }],
      counts: { revised: 1, added: 0, withdrawn: 0 },
      position,
    });
    expect(await revisions(`from=2008-02-28&to=2008-12-31&at=${position - 1}`)).toMatchObject({
      items: [],
      counts: { revised: 0, added: 0, withdrawn: 0 },
    });
  });
});
