/** Webhooks over real HTTP to a receiver that checks them with a package of others: what is told, when, and where to. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@rapporteur/domain';
import { saveRelease } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import { rebuildTables } from '@rapporteur/projections';
import { openReceiver, type WebhookReceiver } from '@rapporteur/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';
import { pauses } from './deliver.js';

let store: FilledStore;
let url: string;
let receivers: WebhookReceiver[];

beforeEach(async () => {
  store = await openFilledStore({
    webhooks: { allowed: ['127.0.0.1'], pauses: [0.3, 0.3, 0.3], answerWithinMs: 1500 },
  });
  url = await store.listen();
  receivers = [];
  await store.record(
    opened('c', '2008', ['SV', 'GR']),
    opened('d', '2008'),
    submitted('SV', '2008-01-20', [figure('persons-prosecuted', '2007', 6)]),
    submitted('GR', '2008-01-20', [figure('persons-prosecuted', '2007', 60)]),
  );
  await store.apply();
});
afterEach(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()));
  await store.close();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is in it is what the tests are about
async function ask(path: string, body?: object): Promise<{ status: number; body: any }> {
  const response = await fetch(`${url}/v1/webhooks${path}`, {
    ...(body
      ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}),
  });
  return { status: response.status, body: await response.json() };
}

/** A receiver, and a webhook that tells it what is wished. */
async function subscribe(wish: object = {}): Promise<WebhookReceiver & { hook: string }> {
  const receiver = await openReceiver();
  receivers.push(receiver);
  const { status, body } = await ask('', { url: receiver.url, ...wish });
  expect(status).toBe(201);
  receiver.secret = body.secret;
  return Object.assign(receiver, { hook: body.id as string });
}

const value = (n: number, respondent = 'SV') =>
  corrected(respondent, '2008-02-01', [figure('persons-prosecuted', '2007', n)]);
async function happen(...events: Parameters<FilledStore['record']>) {
  await store.record(...events);
  await store.apply();
}
const positions = ({ heard }: WebhookReceiver) => heard.map(({ body }) => body.data.position as number);

describe('a message', () => {
  it('is a signed CloudEvent that says what changed and where to read it, once the tables include it', async () => {
    const receiver = await subscribe();
    await store.record(value(8));
    await sleep(1300);
    expect(receiver.heard).toEqual([]);
    await store.apply();
    await receiver.until(() => receiver.heard.length > 0, 5000);
    expect(receiver.heard[0]).toMatchObject({
      id: `msg_${receiver.hook}_5`,
      type: 'application/cloudevents+json; charset=utf-8',
      signatures: 1,
      body: {
        specversion: '1.0',
        id: '5',
        source: '/',
        type: 'rapporteur.tables.changed',
        subject: 'c/2008/SV',
        time: '2008-02-01T00:00:00.000Z',
        data: {
          position: 5,
          collection: 'c',
          round: '2008',
          respondent: 'SV',
          kinds: ['figure'],
          indicators: ['persons-prosecuted'],
          changes: '/v1/events/5/changes',
        },
      },
    });
    const { body } = await store.get(receiver.heard[0]!.body.data.changes);
    expect(body.items).toMatchObject([{ before: [{ value: 6 }], after: [{ value: 8 }] }]);
  });

  it('comes to those who asked for its collection, respondent, indicator and kind, and to no others', async () => {
    const wishes = [
      { collection: 'd' },
      { respondents: ['GR'] },
      { indicators: ['persons-convicted'] },
      { kinds: ['inconsistency'] },
      { kinds: ['direction'] },
      {
        collection: 'c',
        respondents: ['El Salvador'],
        indicators: ['persons-prosecuted'],
        kinds: ['figure'],
      },
    ];
    const all: WebhookReceiver[] = [];
    for (const wish of wishes) all.push(await subscribe(wish));
    await happen(
      value(8),
      value(61, 'GR'),
      // Nothing changes: what is already said is said again.
      value(8),
      // A part above its whole.
      corrected('SV', '2008-02-02', [
        figure('hotline-calls', '2007', 3),
        figure('hotline-calls-on-trafficking', '2007', 5),
      ]),
      corrected('SV', '2008-02-03', [
        ...[1, 2, 3, 4, 5, 6].map((n) => figure('persons-convicted', String(2000 + n), 10 ** n)),
      ]),
      // The end of what is waited for.
      value(9),
      value(62, 'GR'),
    );
    await all[5]!.until(() => positions(all[5]!).length >= 2);
    await sleep(500);
    expect(all.map(positions)).toEqual([[], [6, 11], [9], [8], [9], [5, 10]]);
    expect(all.map(({ heard }) => heard[0]?.body.data.kinds)).toEqual([
      undefined,
      ['figure'],
      ['figure', 'direction'],
      ['inconsistency'],
      ['direction'],
      ['figure'],
    ]);
  });

  it('tells of a figure whose number is not in its words when these are attached, change, or are those of another figure', async () => {
    const unsettled = await subscribe({ kinds: ['inconsistency'] });
    const others = await subscribe({ kinds: ['inconsistency'], respondents: ['GR'] });
    const figures = await subscribe({ kinds: ['figure'] });
    const words = (quote: string): DomainEvent => ({
      type: 'EvidenceAttached',
      data: {
        ...{
          collection: 'c',
          round: '2008',
          document: 'd'.repeat(64),
          extraction: 1,
          receivedOn: '2008-01-20',
        },
        passages: [
          {
            ...{ event: 3, ordinal: 0, page: null, paragraph: 14, quote, prefix: '', suffix: '' },
            ...{ start: 0, end: 9, language: 'en', region: null },
          },
        ],
      },
    });
    await happen(
      words('some persons'),
      words('six persons'),
      words('several persons'),
      value(8),
      value(61, 'GR'),
    );
    await figures.until(() => positions(figures).length >= 2);
    await unsettled.until(() => positions(unsettled).length >= 4);
    expect([unsettled, others, figures].map(positions)).toEqual([[5, 6, 7, 8], [], [8, 9]]);
    expect(unsettled.heard[0]!.body.data).toMatchObject({
      ...{ collection: 'c', round: '2008', kinds: ['inconsistency'], indicators: ['persons-prosecuted'] },
    });
  });

  it('is not sent for a rebuild of the tables', async () => {
    const receiver = await subscribe();
    await happen(value(8));
    await receiver.until(() => receiver.taken.length === 1);
    await rebuildTables(store.pool);
    await sleep(1500);
    expect(positions(receiver)).toEqual([5]);
    await happen(value(9));
    await receiver.until(() => receiver.taken.length === 2);
    expect(receiver.taken).toEqual([5, 6]);
  });
});

describe('what a receiver does not take', () => {
  it('is sent again, the same, and what follows it of the same respondent waits; of others it does not', async () => {
    const receiver = await subscribe();
    let refusals = 2;
    receiver.react = ({ body }) => (body.data.respondent === 'SV' && refusals-- > 0 ? 500 : 200);
    await happen(value(7), value(8), value(61, 'GR'), value(9), value(62, 'GR'));
    await receiver.until(() => receiver.taken.length === 5);
    const of = (respondent: string) =>
      receiver.heard.filter(({ body }) => body.data.respondent === respondent);
    expect(of('SV').map(({ body }) => body.data.position)).toEqual([5, 5, 5, 6, 8]);
    expect(of('GR').map(({ body }) => body.data.position)).toEqual([7, 9]);
    expect(receiver.taken.slice(0, 2)).toEqual([7, 9]);
    const [first, second] = of('SV');
    expect([second!.id, second!.text]).toEqual([first!.id, first!.text]);
  });

  it('is given up in the end and listed, and sent again by hand', async () => {
    const receiver = await subscribe();
    receiver.react = ({ body }) => (body.data.position === 5 ? 503 : 200);
    await happen(value(7), value(8));
    await receiver.until(() => receiver.taken.length === 1);
    expect(positions(receiver)).toEqual([5, 5, 5, 5, 6]);
    expect((await ask(`/${receiver.hook}/failures`)).body.items).toEqual([
      {
        ...{ position: 5, respondent: 'SV', publication: null, tries: 4 },
        ...{ problem: 'The receiver answered 503', nextAt: null },
      },
    ]);
    expect((await ask('')).body.items).toMatchObject([{ waiting: 0, failed: 1, place: 6 }]);
    receiver.react = () => 200;
    expect((await ask(`/${receiver.hook}/replay`, { position: 6 })).status).toBe(404);
    expect((await ask(`/${receiver.hook}/replay`, { position: 5 })).status).toBe(200);
    await receiver.until(() => receiver.taken.length === 2);
    expect(receiver.taken).toEqual([6, 5]);
    await sleep(300);
    expect((await ask('')).body.items).toMatchObject([{ waiting: 0, failed: 0 }]);
  });

  it('would be tried for three days, with growing pauses', () => {
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3600;
    expect([hours > 72, hours < 80]).toEqual([true, true]);
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
  });

  it('is no longer sent after 410 Gone', async () => {
    const receiver = await subscribe();
    receiver.react = () => 410;
    await happen(value(7), value(8), value(61, 'GR'));
    await receiver.until(() => receiver.heard.length > 0);
    await sleep(500);
    await happen(value(9));
    await sleep(1500);
    expect(positions(receiver)).not.toContain(8);
    expect((await ask('')).body.items).toMatchObject([
      { waiting: 0, ended: { because: 'The receiver answered 410 Gone' } },
    ]);
    expect((await ask(`/${receiver.hook}/replay`, { after: 0 })).status).toBe(409);
  });

  it('does not hold back others, also where a receiver never answers', async () => {
    const slow = await subscribe();
    slow.react = () => () => undefined;
    const others = [await subscribe(), await subscribe(), await subscribe()];
    for (let i = 0; i < 5; i += 1) {
      await happen(value(10 + i));
      await Promise.all(others.map((one) => one.until(() => one.taken.includes(5 + i), 1400)));
    }
    expect(others.map(({ taken }) => taken)).toEqual(others.map(() => [5, 6, 7, 8, 9]));
    expect(new Set(positions(slow))).toEqual(new Set([5]));
  }, 20_000);
});

describe('a replay', () => {
  it('from a position sends everything after it once more, in order, with what comes meanwhile behind it', async () => {
    const receiver = await subscribe();
    await happen(value(7), value(8));
    await receiver.until(() => receiver.taken.length === 2);
    expect((await ask(`/${receiver.hook}/replay`, { after: 2 })).body.place).toBe(2);
    await happen(value(9));
    await receiver.until(() => receiver.taken.at(-1) === 7);
    const sv = receiver.heard.filter(({ body }) => body.data.respondent === 'SV');
    expect(sv.map(({ body }) => body.data.position)).toEqual([5, 6, 3, 5, 6, 7]);
    expect(new Set(sv.map(({ id }) => id)).size).toBe(4);
  });
});

describe('a secret', () => {
  it('can be changed: for a day messages are signed with both', async () => {
    const receiver = await subscribe();
    const { body } = await ask(`/${receiver.hook}/secret`, {});
    expect(body.secret).not.toBe(receiver.secret);
    await happen(value(7));
    await receiver.until(() => receiver.taken.length === 1);
    receiver.secret = body.secret;
    await happen(value(8));
    await receiver.until(() => receiver.taken.length === 2);
    expect(receiver.heard.map(({ signatures }) => signatures)).toEqual([2, 2]);
    await store.pool.query("UPDATE webhooks SET former_until = now() - interval '1 s'");
    await happen(value(9));
    await receiver.until(() => receiver.taken.length === 3);
    expect([receiver.heard[2]!.signatures, receiver.forged]).toEqual([1, 0]);
    expect(JSON.stringify((await ask('')).body)).not.toContain('whsec_');
  });
});

describe('a webhook', () => {
  it.each([
    [{ url: 'http://figures.example/hook' }, '/url', 'It does not begin with https://'],
    [{ url: 'https://10.0.0.1/hook' }, '/url', 'It is inside the network'],
    [{ url: 'https://a:b@figures.example/' }, '/url', 'It holds a password'],
    [{ url: 'nowhere' }, '/url', 'It is no address'],
    [{ url: 'https://figures.example/', respondents: ['Atlantis'] }, '/respondents', 'Atlantis'],
    [{ url: 'https://figures.example/', indicators: ['nothing'] }, '/indicators', 'nothing'],
    [{ url: 'https://figures.example/', kinds: ['weather'] }, '/kinds/0', 'expected one of'],
    [{ url: 'https://figures.example/', more: 1 }, '', 'more'],
  ])('that cannot be is refused: %j', async (wish, pointer, message) => {
    const { status, body } = await ask('', wish);
    expect([status, body.problems]).toMatchObject([
      422,
      [{ pointer, message: expect.stringContaining(message) }],
    ]);
  });

  it('is sent nothing once somebody ended it', async () => {
    const receiver = await subscribe();
    expect((await ask(`/${receiver.hook}/end`, {})).body.ended).toMatchObject({ because: /^Ended by / });
    await happen(value(7));
    await sleep(1500);
    expect(receiver.heard).toEqual([]);
    expect((await ask('/wh_nothing/end', {})).status).toBe(404);
  });
});

describe('a release', () => {
  const release = async (collection: string, round: string, position: number) =>
    inTransaction(store.pool, (client) =>
      saveRelease(client, { collection, round, position, file: 'f'.repeat(64) }),
    );

  it('is told of once the tables have the whole publication, beside what its last event changed', async () => {
    const [all, releases, others] = [
      await subscribe(),
      await subscribe({ kinds: ['release'], respondents: ['GR'], collection: 'c' }),
      await subscribe({ kinds: ['release'], collection: 'd' }),
    ];
    await store.record(value(8));
    await release('c', '2008', 5);
    await sleep(1500);
    expect([all.heard, releases.heard]).toEqual([[], []]);
    await store.apply();
    await releases.until(() => releases.taken.length === 1, 5000);
    expect(releases.heard[0]).toMatchObject({
      id: `msg_${releases.hook}_5_c/2008`,
      body: {
        id: 'release-c/2008-5',
        type: 'rapporteur.publication.released',
        subject: 'c/2008',
        data: {
          ...{ position: 5, collection: 'c', round: '2008', respondent: null, kinds: ['release'] },
          ...{ file: 'f'.repeat(64), publication: '/v1/rounds/c/2008' },
        },
      },
    });
    await all.until(() => all.taken.length === 2);
    expect(all.heard.map(({ body }) => body.data.kinds).sort()).toEqual([['figure'], ['release']]);
    expect((await store.get(releases.heard[0]!.body.data.publication)).status).toBe(200);
    // Nobody is told twice; who asks for a replay is.
    await release('d', '2008', 5);
    await others.until(() => others.taken.length === 1, 5000);
    expect([releases.taken, others.taken]).toEqual([[5], [5]]);
    await ask(`/${releases.hook}/replay`, { after: 4 });
    await releases.until(() => releases.taken.length === 2, 5000);
    expect(new Set(releases.heard.map(({ text }) => text)).size).toBe(1);
  });

  it('that failed is sent again like any other message', async () => {
    const receiver = await subscribe({ kinds: ['release'] });
    let refusals = 1;
    receiver.react = () => (refusals-- > 0 ? 500 : 200);
    await happen(value(8));
    await release('c', '2008', 5);
    await receiver.until(() => receiver.heard.length === 1, 5000);
    await sleep(150);
    expect((await ask(`/${receiver.hook}/failures`)).body.items).toMatchObject([
      { position: 5, respondent: null, publication: 'c/2008', tries: 1 },
    ]);
    await receiver.until(() => receiver.taken.length === 1, 5000);
    expect(new Set(receiver.heard.map(({ text }) => text)).size).toBe(1);
    await sleep(300);
    expect((await ask('')).body.items).toMatchObject([{ waiting: 0, failed: 0 }]);
  });
});

describe('a check of a report', () => {
  const build = async () =>
    (await store.get('/v1/rounds/c/2008/report?asOf=2008-01-24&format=json')).body.manifest;

  it('tells which claims have another answer since, and how many the report has that are no longer true', async () => {
    const report = await build();
    const receiver = await subscribe({ report });
    expect((await ask('')).body.items).toMatchObject([
      { kinds: ['check'], report: { collection: 'c', round: '2008', claims: report.claims.length } },
    ]);
    // What the report says nothing of: another collection, and what is already said.
    await happen(opened('e', '2008'), value(6));
    await sleep(2500);
    expect(receiver.heard).toEqual([]);
    await happen(value(8));
    await receiver.until(() => receiver.taken.length === 1, 10_000);
    const { id, type, data } = receiver.heard[0]!.body;
    expect([id, type]).toEqual([`check-${receiver.hook}-7`, 'rapporteur.report.changed']);
    const about = report.claims.filter(({ cells }: { cells: string[] }) =>
      cells.some((cell) => cell.startsWith('c~SV~persons-prosecuted')),
    );
    expect(data).toMatchObject({
      ...{ position: 7, collection: 'c', round: '2008', respondent: null, kinds: ['check'] },
      changes: '/v1/events/7/changes',
    });
    const figure = about.find(({ query }: { query: { kind: string } }) => query.kind !== 'round');
    expect(data.claims).toContain(figure.id);
    expect(data.outdated).toBe(data.claims.length);
    // Back to what the report gave: told, and nothing is outdated.
    await happen(value(6));
    await receiver.until(() => receiver.taken.length === 2, 10_000);
    const last = receiver.heard[1]!.body.data;
    expect(last.claims).toContain(figure.id);
    expect(last.outdated).toBeLessThan(data.outdated);
  }, 40_000);

  it('is refused with every problem, where its report cannot be checked', async () => {
    const report = await build();
    const url = 'https://figures.example/';
    const problemsOf = async (wish: object) => (await ask('', { url, ...wish })).body.problems;
    const of = (pointer: string, message: string) => ({ pointer, message: expect.stringContaining(message) });
    expect(await problemsOf({ kinds: ['check'] })).toMatchObject([of('/report', 'needs a report')]);
    // Together with what else is wrong.
    const three = { url: 'http://x', kinds: ['check'], respondents: ['Nowhere'] };
    expect((await problemsOf(three)).map((one: { pointer: string }) => one.pointer).sort()).toEqual([
      '/report',
      '/respondents',
      '/url',
    ]);
    expect(await problemsOf({ report, kinds: ['figure'], collection: 'c' })).toMatchObject([
      of('/kinds', 'check alone'),
      of('/collection', 'left out'),
    ]);
    expect(await problemsOf({ report: { ...report, language: 'xx' } })).toMatchObject([
      of('/report/language', 'en'),
    ]);
    expect(await problemsOf({ report: { ...report, round: '1999' } })).toMatchObject([
      of('/report/round', '1999'),
    ]);
    const claims = [{ id: 'a', query: { kind: 'weather' }, text: '' }, report.claims[0]];
    expect(await problemsOf({ report: { ...report, claims } })).toMatchObject([
      of('/report/claims/0/query', 'weather'),
    ]);
  });
});
