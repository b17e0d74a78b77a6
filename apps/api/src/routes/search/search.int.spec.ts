/** Searching and the overview, on replies that are there. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../../harness/filled-store.js';

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008'),
    opened('ecosoc-2006-27', '2010'),
    submitted(
      'SV',
      '2008-01-20',
      [
        figure('persons-prosecuted', '2005', 18),
        figure('persons-prosecuted', '2006', 37),
        figure('persons-prosecuted', '2006', 38),
        figure('persons-arrested', '2003/2006', 5),
      ],
      [{ topic: 'protocol-ratified', paragraph: 5 }],
    ),
    submitted('GR', '2008-01-22', [figure('victims-identified', '2004', 62)]),
  );
  await store.apply();
});
afterAll(() => store.close());

const search = async (q: string, lang = 'en') => {
  const { status, body } = await store.get(`/v1/search?q=${encodeURIComponent(q)}&lang=${lang}`);
  expect(status).toBe(200);
  return body.items;
};

describe('GET /v1/search', () => {
  it('finds a State in any language, and names it in the one that was asked for', async () => {
    for (const text of ['萨尔瓦多', 'Сальвадор', 'السلفادور', 'slv', '222'])
      expect([text, (await search(text))[0]]).toMatchObject([
        text,
        { kind: 'respondent', code: 'SV', name: 'El Salvador' },
      ]);
    expect((await search('Salvador', 'zh'))[0]).toMatchObject({ name: '萨尔瓦多' });
  });

  it.each([
    ['persons convited', 'indicator', 'persons-convicted', 'close'],
    ['Personnes condamnées', 'indicator', 'persons-convicted', 'whole'],
    ['protocol-ratified', 'topic', 'protocol-ratified', 'whole'],
    ['Central America', 'region', '013', 'whole'],
    ['resolution 2006/27', 'collection', 'ecosoc-2006-27', 'beginning'],
    ['c/2008', 'round', 'c/2008', 'whole'],
  ])('finds %s', async (q, kind, code, match) => {
    expect(await search(q)).toContainEqual(expect.objectContaining({ kind, code, match }));
  });

  it('gives no more than was asked for, and says what is wrong with a request', async () => {
    expect((await store.get('/v1/search?q=a&limit=3')).body.items).toHaveLength(3);
    for (const query of ['', '?q=', '?q=%20', `?q=${'x'.repeat(201)}`, '?q=a&limit=51'])
      expect([query, (await store.get(`/v1/search${query}`)).status]).toEqual([query, 400]);
  });
});

describe('GET /v1/overview', () => {
  it('says of each collection whom and what it covers, a figure with two values counted once', async () => {
    const { body } = await store.get('/v1/overview');
    expect(body.collections).toEqual([
      {
        ...{ code: 'c', name: 'Round of 2008', respondents: 2, figures: 4, findings: 1 },
        ...{ firstYear: 2004, lastYear: 2006 },
        latest: { id: 'c/2008', title: 'Round of 2008', symbol: null, receivedOn: '2008-01-22' },
      },
      {
        code: 'ecosoc-2006-27',
        name: 'Economic and Social Council resolution 2006/27, trafficking in persons',
        ...{ respondents: 0, figures: 0, findings: 0, firstYear: null, lastYear: null },
        latest: {
          ...{ id: 'ecosoc-2006-27/2010', title: 'Round of 2010', symbol: null, receivedOn: null },
        },
      },
    ]);
  });

  it('says what was covered on an earlier day', async () => {
    const { body } = await store.get('/v1/overview?asOf=2008-01-20');
    expect(body.collections[0]).toMatchObject({ respondents: 1, figures: 3, firstYear: 2005 });
    expect(body.collections[0].latest.receivedOn).toBe('2008-01-20');
  });

  it('names the round that was received last, also where an older one was loaded after it', async () => {
    await store.record(
      opened('c', '2006'),
      submitted('SV', '2006-01-20', [figure('persons-prosecuted', '2005', 17)], [], '2006'),
    );
    await store.apply();
    const { body } = await store.get('/v1/overview');
    expect(body.collections[0].latest.id).toBe('c/2008');
  });
});
