/** The cache of answers: it gives kept answers, and never one that the tables no longer give. */
import { describe, expect, it } from '@jest/globals';
import { makeAnswerCache, type TablesState } from './answer-cache.js';

const ready = (body: string) => ({ body, headers: {}, etag: `"${body}"` });
const stand: TablesState = { position: 7, deadLetters: 0, tables: 1 };

/**
 * A cache that knows the state of the tables and holds one answer, with a clock to set and a count of its looks
 * at the tables.
 */
function makeFilled() {
  const world = { at: 0, state: stand, looks: 0 };
  const look = async () => {
    world.looks += 1;
    return world.state;
  };
  const cache = makeAnswerCache(look, () => world.at);
  cache.see(stand, world.at);
  cache.keep('a', cache.generation, ready('kept'));
  return { cache, world };
}

describe('an answer that was kept', () => {
  it('is shown for as long as the tables stand, with one look a second however many ask', async () => {
    const { cache, world } = makeFilled();
    for (world.at = 0; world.at < 5000; world.at += 100) {
      await Promise.all([cache.confirm(), cache.confirm(), cache.confirm()]);
      expect(cache.find('a')?.body).toBe('kept');
    }
    expect(world.looks).toBe(4);
  });

  it('is not shown while a second has passed since anybody looked', () => {
    const { cache, world } = makeFilled();
    world.at = 1000;
    expect(cache.find('a')).toBeUndefined();
  });

  it.each<[string, Partial<TablesState>]>([
    ['the position has moved', { position: 8 }],
    ['an event was set aside or put back', { deadLetters: 1 }],
    ['others were put in the place of the tables', { tables: 2 }],
  ])('is forgotten when a look shows that %s, though nobody has told', async (_, change) => {
    const { cache, world } = makeFilled();
    world.state = { ...stand, ...change };
    world.at = 1000;
    await cache.confirm();
    expect(cache.find('a')).toBeUndefined();
  });

  it('is forgotten at once when somebody tells, or has seen the tables further on', () => {
    const told = makeFilled();
    told.cache.forget();
    expect(told.cache.find('a')).toBeUndefined();
    const seen = makeFilled();
    seen.cache.learn(8);
    expect(seen.cache.find('a')).toBeUndefined();
  });
});

describe('a cache that is full', () => {
  it('lets go of what was asked for longest ago, and of no more than it must', () => {
    const { cache } = makeFilled();
    const mib = 'x'.repeat(1024 * 1024);
    for (let i = 0; i < 63; i += 1) cache.keep(`b${i}`, cache.generation, ready(mib));
    expect(cache.find('a')?.body).toBe('kept');
    cache.keep('last', cache.generation, ready(mib));
    expect([cache.find('b0'), cache.find('b1')?.body, cache.find('a')?.body]).toEqual([
      undefined,
      mib,
      'kept',
    ]);
    cache.keep('too large', cache.generation, ready(mib.repeat(65)));
    expect([cache.find('too large'), cache.find('last')?.body]).toEqual([undefined, mib]);
  });
});

describe('an answer that was computed', () => {
  it('is not kept when the tables moved while it was', () => {
    const { cache } = makeFilled();
    const { generation } = cache;
    cache.see({ ...stand, position: 8 }, 0);
    cache.keep('b', generation, ready('old'));
    expect(cache.find('b')).toBeUndefined();
  });

  it('is not touched by a look that began before the tables moved and ended after', () => {
    const { cache, world } = makeFilled();
    cache.see({ ...stand, position: 8 }, 0);
    cache.keep('a', cache.generation, ready('new'));
    world.at = 900;
    cache.see(stand, 500);
    expect(cache.find('a')?.body).toBe('new');
    world.at = 1000;
    expect(cache.find('a')).toBeUndefined();
  });

  it('serves all who ask for it meanwhile, but none who ask after the tables moved', async () => {
    const { cache } = makeFilled();
    let computed = 0;
    const work = async () => ready(String((computed += 1)));
    const before = [cache.once('b', work), cache.once('b', work)];
    cache.learn(8);
    const after = cache.once('b', work);
    expect((await Promise.all([...before, after])).map(({ body }) => body)).toEqual(['1', '1', '2']);
  });
});
