/** The Atom feed of changes: well formed, read by a parser of others, with ids that stay. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseAtomFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';

let store: FilledStore;

beforeAll(async () => {
  store = await openFilledStore({ publicUrl: 'https://figures.example' });
  await store.record(
    opened('c', '2008', ['SV', 'GR']),
    submitted('SV', '2008-01-20', [
      figure('persons-prosecuted', '2007', 6),
      figure('victims-identified', '2006', 5, { qualifier: 'fewer-than', breakdown: { sex: 'female' } }),
    ]),
    submitted('GR', '2008-01-20', [figure('persons-prosecuted', '2003/2006', 60)]),
    corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', 8)]),
    // It changes nothing.
    corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', 8)]),
  );
  await store.apply();
});
afterAll(() => store.close());

async function read(query = '') {
  const { status, headers, text } = await store.get(`/v1/events/feed${query}`);
  expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return parseAtomFeed(text);
}

describe('the feed', () => {
  it('has an entry for each event that changed figures, the latest first, in the words of the language', async () => {
    const feed = await read('?lang=fr');
    expect(feed).toMatchObject({
      title: { value: 'Rapporteur' },
      updated: '2008-02-01T00:00:00.000Z',
      authors: [{ name: 'Rapporteur' }],
      links: [{ rel: 'self', href: 'https://figures.example/v1/events/feed?lang=fr' }],
    });
    expect(feed.entries!.map(({ title }) => title?.value?.split(':')[0])).toEqual([
      'El Salvador',
      'Grèce',
      'El Salvador',
    ]);
    expect(JSON.stringify(feed.entries![0]!.content)).toContain('2007: 6 → 8');
    expect(JSON.stringify(feed.entries![2]!.content)).toContain('sex:female, 2006: – → fewer-than 5');
    expect(feed.entries![0]!.links).toEqual([
      {
        rel: 'alternate',
        type: 'application/json',
        href: 'https://figures.example/v1/events/4/changes',
      },
    ]);
  });

  it('of a selection has its own id, which stays, as those of its entries do', async () => {
    const [all, again, some] = [await read(), await read('?limit=2'), await read('?respondent=SV,GR')];
    expect(again.id).toBe(all.id);
    expect(some.id).not.toBe(all.id);
    const ids = all.entries!.map(({ id }) => id);
    expect([again.entries!.map(({ id }) => id), some.entries!.map(({ id }) => id)]).toEqual([
      ids.slice(0, 2),
      ids,
    ]);
    const { rows } = await store.pool.query('SELECT id FROM log WHERE position = 4');
    expect(ids[0]).toBe(`urn:uuid:${rows[0].id}`);
    expect(all.id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it.each([
    ['?respondent=GR', ['Greece: Persons prosecuted']],
    ['?indicator=victims-identified', ['El Salvador: Victims identified']],
    ['?collection=d', []],
    ['?at=2', ['El Salvador: Persons prosecuted, Victims identified']],
  ])('%s has what it asks for', async (query, titles) => {
    expect(((await read(query)).entries ?? []).map(({ title }) => title?.value)).toEqual(titles);
  });

  it('is not sent again where nothing changed, and refuses what it has not', async () => {
    const { headers } = await store.get('/v1/events/feed');
    expect((await store.get('/v1/events/feed', { 'if-none-match': headers['etag']! })).status).toBe(304);
    expect((await store.get('/v1/events/feed?asOf=2008-01-01')).status).toBe(400);
  });
});
