/**
 * Whatever order documents, evidence, corrections, withdrawals and removals come in, a figure is shown with no words but
 * those of its document, at the place where they stand; and a region of a page as a person has said it. EVIDENCE_FROM says from which seed on; with FULL=1 there are ten.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasNumber } from '@rapporteur/domain';
import {
  createTestDatabase,
  makeRandom,
  ownerHeaders,
  type Random,
  type TestDatabase,
} from '@rapporteur/testing';
import sharp from 'sharp';
import { startProduct, type Product } from './product-for-tests.js';

const from = Number(process.env['EVIDENCE_FROM'] ?? 0);
const seeds = Array.from({ length: process.env['FULL'] ? 10 : 2 }, (_, i) => from + i);
const steps = 30;

let test: TestDatabase;
let server: Product | undefined;
let url = '';
beforeAll(async () => {
  test = await createTestDatabase();
  server = await startProduct({ DATABASE_URL: test.url });
  ({ url } = server);
}, 90_000);
afterAll(async () => {
  await server?.stop();
  await test?.drop();
}, 60_000);

interface Evidence {
  readonly document: string;
  readonly page: number | null;
  readonly quote: string | null;
  readonly start: number;
  readonly end: number;
  readonly region: object | null;
}
interface Figure {
  readonly id: string;
  readonly value: number;
  readonly event: number;
  readonly evidence?: Evidence;
}
interface Said {
  readonly status: number;
  readonly token?: string | null;
  readonly document?: string;
}

async function post(path: string, body: string | Buffer | object): Promise<Said> {
  const isFile = typeof body === 'string' || Buffer.isBuffer(body);
  const type = isFile ? 'application/octet-stream' : 'application/json';
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { ...ownerHeaders(), 'content-type': type },
    body: isFile ? (body as string) : JSON.stringify(body),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}
const get = async <T>(path: string) => (await fetch(url + path)).json() as Promise<T>;

/** What has happened so far in one collection. */
interface World {
  readonly collection: string;
  readonly documents: string[];
  readonly removed: Set<string>;
  /** Figures that a person has given a place, whatever the words there say. */
  readonly pointed: Set<string>;
  /** A picture without words, and the region that was said last of each figure, by its event. */
  picture: string;
  readonly framed: Map<string, object>;
}

const indicators = ['persons-arrested', 'persons-prosecuted', 'cases-investigated'];
const figure = (random: Random) => ({
  indicator: random.of(indicators),
  ...{ period: random.of(['2006', '2007']), value: 2 + random.below(8), paragraph: 14 + random.below(3) },
});
const once = (figures: readonly ReturnType<typeof figure>[]) => [
  ...new Map(figures.map((one) => [`${one.indicator} ${one.period}`, one])).values(),
];
const letter = (random: Random) =>
  [14, 15, 16]
    .map(
      (number) =>
        `${number}. In the year ${random.of(['there were', 'we saw'])} ${2 + random.below(8)} of them.`,
    )
    .join(random.of(['\n\n', '\n', '\r\n\r\n\r\n']));

/** One thing that happens; a refusal changes nothing. */
async function act(world: World, random: Random): Promise<Said> {
  const { collection, documents, removed, pointed } = world;
  const round = `/v1/rounds/${collection}/2008`;
  const reply = `${round}/replies/SV`;
  const why = { receivedOn: '2008-02-01', reason: 'a slip' };
  const figures = once(Array.from({ length: 1 + random.below(4) }, () => figure(random)));
  const known = documents.length > 0 ? random.of(documents) : undefined;
  const kind = random.below(12);
  if (kind === 0)
    return post(`${round}/replies`, { respondent: 'SV', receivedOn: '2008-01-20', observations: figures });
  if (kind < 4) {
    const { items } = await get<{ items: Figure[] }>(`/v1/observations?collection=${collection}`);
    const ids = new Set(items.map(({ id }) => id));
    const isThere = (one: (typeof figures)[number]) =>
      ids.has(`${collection}~SV~${one.indicator}~_T~${one.period}`);
    const observations = {
      changed: figures.filter(isThere),
      added: figures.filter((one) => !isThere(one)),
    };
    return post(`${reply}/corrections`, { ...why, observations });
  }
  if (kind === 4) return post(`${reply}/replacement`, { ...why, observations: figures });
  if (kind === 5 && random.once(3)) return post(`${reply}/withdrawal`, why);
  if (kind < 8 || !known) {
    const said = await post(`${random.of([round, reply])}/documents?received=2008-01-20`, letter(random));
    if (said.document && !documents.includes(said.document)) documents.push(said.document);
    return said;
  }
  if (kind === 8 && random.once(2)) {
    removed.add(known);
    return post(`/v1/documents/${known}/removal`, { reason: 'it named a victim' });
  }
  if (kind === 9) {
    const { items } = await get<{ items: Figure[] }>(`/v1/observations?collection=${collection}`);
    if (items.length === 0) return { status: 0 };
    const { id, event } = random.of(items);
    const start = random.below(60);
    const passages = [{ id, start, end: start + 1 + random.below(9) }];
    const said = await post(`/v1/documents/${known}/evidence`, { round: `${collection}/2008`, passages });
    if (said.status < 300) pointed.add(`${id} ${event}`);
    return said;
  }
  if (kind === 10) return frame(world, random);
  return post(`/v1/documents/${known}/evidence`, { round: `${collection}/2008` });
}

/** Somebody says in which region of the picture a figure stands. */
async function frame({ collection, picture, framed }: World, random: Random): Promise<Said> {
  const { items } = await get<{ items: Figure[] }>(`/v1/observations?collection=${collection}`);
  if (items.length === 0) return { status: 0 };
  const { id, event } = random.of(items);
  const [x, y] = [random.below(100), random.below(100)];
  const region = { x, y, width: 1 + random.below(100 - x), height: 1 + random.below(100 - y) };
  const passages = [{ id, page: 1, region }];
  const said = await post(`/v1/documents/${picture}/evidence`, { round: `${collection}/2008`, passages });
  if (said.status < 300) framed.set(`${id} ${event}`, region);
  return said;
}

/** What does not hold of the figures as they are shown; empty where all does. */
async function findDrift(world: World, position: string): Promise<string[]> {
  const { collection, removed, pointed, picture, framed } = world;
  const { items } = await get<{ items: Figure[] }>(`/v1/observations?collection=${collection}&${position}`);
  const faults = await Promise.all(
    items.map(async ({ id, value, event, evidence }) => {
      if (!evidence) return [];
      const { document, quote, start, end, region, page } = evidence;
      if (document === picture) {
        const shown = JSON.stringify([page, region, quote, start]);
        const said = JSON.stringify([1, framed.get(`${id} ${event}`), null, null]);
        return shown === said ? [] : [`${id}: ${shown}, but what was said is ${said}`];
      }
      if (region !== null) return [`${id}: a region of a text`];
      if (removed.has(document)) return quote === null ? [] : [`${id}: words of a removed document`];
      if (quote === null) return [];
      const { paragraphs } = await get<{ paragraphs: { start: number; end: number; text: string }[] }>(
        `/v1/documents/${document}/text`,
      );
      const paragraph = paragraphs.find((one) => one.start <= start && end <= one.end);
      const words = paragraph?.text.slice(start - paragraph.start, end - paragraph.start);
      if (words !== quote) return [`${id}: "${quote}", but there stands "${words}"`];
      return pointed.has(`${id} ${event}`) || hasNumber(quote, value)
        ? []
        : [`${id}: ${value} as "${quote}"`];
    }),
  );
  return faults.flat();
}

describe('evidence', () => {
  let [shown, regions] = [0, 0];
  let picture: Buffer;
  beforeAll(async () => {
    const create = { width: 40, height: 60, channels: 3 as const, background: '#fff' };
    picture = await sharp({ create }).png().toBuffer();
  });
  it.each(seeds)(
    'never drifts from its document, in the order of seed %i',
    async (seed) => {
      const random = makeRandom(seed);
      const world: World = {
        ...{ collection: `c${seed}`, documents: [], removed: new Set(), pointed: new Set() },
        ...{ picture: '', framed: new Map() },
      };
      await post('/v1/rounds', { collection: world.collection, round: '2008' });
      const sent = await post(`/v1/rounds/${world.collection}/2008/documents?received=2008-01-20`, picture);
      world.picture = sent.document!;
      for (let step = 0; step < steps; step += 1) {
        const { status, token } = await act(world, random);
        if (status >= 500) throw new Error(`step ${step} answered ${status}`);
        if (!token) continue;
        expect([step, await findDrift(world, `wait=${token}`)]).toEqual([step, []]);
        const { items } = await get<{ items: Figure[] }>(`/v1/observations?collection=${world.collection}`);
        shown += items.filter(({ evidence }) => evidence?.quote != null).length;
        regions += items.filter(({ evidence }) => evidence?.region != null).length;
      }
    },
    180_000,
  );

  it('was shown with its words and with its regions meanwhile', () =>
    expect([shown > 0, regions > 0]).toEqual([true, true]));
});
