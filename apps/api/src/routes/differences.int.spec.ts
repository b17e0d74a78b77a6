/** What two publications say differently, read from the tables: as they were published, at any vintage. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';

type Item = { kind: string; respondent: { code: string }; period: string; difference: unknown };

let store: FilledStore;
const reply = (round: string, respondent: string, day: string, figures: Observation[], complete = true) => {
  const event = submitted(respondent, day, figures);
  return { ...event, data: { ...event.data, round, complete } } as DomainEvent;
};
const of = (year: string, value: number) => figure('persons-prosecuted', year, value);

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    ...[opened('c', '2008'), opened('c', '2010')],
    reply('2008', 'SV', '2008-01-20', [of('2005', 40), of('2006', 5), of('2007', 9)]),
    reply('2008', 'GR', '2008-01-20', [of('2006', 3)]),
    reply('2010', 'SV', '2010-01-20', [of('2005', 80), of('2006', 5), of('2008', 200)]),
    reply('2010', 'GR', '2010-01-20', [of('2007', 4)], false),
  );
  await store.apply();
});
afterAll(() => store.close());

const address = '/v1/differences?collection=c&from=2008&to=2010';

it('gives each figure that differs, the largest first, with totals, groups and the sentence', async () => {
  const { status, body } = await store.get(address);
  expect(status).toBe(200);
  expect(body.totals).toEqual({ added: 2, revised: 1, withdrawn: 1, notMentioned: 1, unchanged: 1 });
  expect(
    (body.items as Item[]).map((one) => [one.kind, one.respondent.code, one.period, one.difference]),
  ).toEqual([
    ['added', 'SV', '2008', null],
    ['revised', 'SV', '2005', 40],
    ['withdrawn', 'SV', '2007', null],
    ['added', 'GR', '2007', null],
    ['not-mentioned', 'GR', '2006', null],
  ]);
  expect(body.respondents[0]).toMatchObject({ code: 'SV', added: 1, revised: 1, withdrawn: 1 });
  expect(body.sentence).toMatch(
    /2 figures were added, 1 revised \(of 1 respondent\) and 1 withdrawn; 1 stayed.*from 40 to 80/,
  );
});

it('gives them in pages, and says which round is not there', async () => {
  const first = (await store.get(`${address}&limit=2`)).body;
  const rest = (await store.get(`${address}&limit=9&cursor=${first.next}`)).body;
  expect([...first.items, ...rest.items]).toEqual((await store.get(address)).body.items);
  expect(await store.get('/v1/differences?collection=c&from=2008&to=2012')).toMatchObject({ status: 404 });
});

it('gives the whole list as a table, however long it is', async () => {
  const many = Array.from({ length: 1500 }, (_, i) =>
    figure('persons-prosecuted', String(1900 + (i % 100)), i, {
      breakdown: {
        citizenship: 'at de es fr gb gr in it jp mx nl pt ro se ua'.split(' ')[Math.floor(i / 100)]!,
      },
    }),
  );
  await store.record(opened('c', '2012'), reply('2012', 'MX', '2012-01-20', many));
  await store.apply();
  const lines = async (limit: string) => {
    const { text } = await store.get(
      `/v1/differences?collection=c&from=2008&to=2012&respondent=MX&limit=${limit}&format=csv`,
    );
    return text.trim().split(/\r?\n/);
  };
  const [header, ...first] = await lines('1000');
  const [sameHeader, ...whole] = await lines('all');
  expect([first.length, whole.length]).toEqual([1000, 1500]);
  expect([sameHeader, ...whole.slice(0, 1000)]).toEqual([header, ...first]);
  for (const asked of [`${address}&limit=all`, `${address}&limit=all&format=json`, `${address}&limit=some`])
    expect(await store.get(asked)).toMatchObject({ status: 400 });
});

it('keeps to the day and the position that it is asked for', async () => {
  const totals = async (at: string) => (await store.get(`${address}${at}`)).body.totals;
  const before = { added: 0, revised: 0, withdrawn: 0, notMentioned: 4, unchanged: 0 };
  expect(await totals('&asOf=2009-12-31')).toEqual(before);
  expect(await totals('&at=4')).toEqual(before);
  expect(await totals('&at=5')).toEqual({
    added: 1,
    revised: 1,
    withdrawn: 1,
    notMentioned: 1,
    unchanged: 1,
  });
  expect((await store.get(`${address}&format=csv`)).text.trim().split('\n')).toHaveLength(6);
});
