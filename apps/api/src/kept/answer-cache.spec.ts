/** The cache of answers: it gives answers that stand, as of where the tables are, and none that the tables no longer give. */
import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { makeAnswerCache } from './answer-cache.js';
import type { TablesState } from './belief.js';
import type { About, Change } from './last-changes.js';

const ready = (body: string) => ({ body: Buffer.from(body), headers: {}, etag: `"${body}"` });
const stand: TablesState = { position: 7, deadLetters: 0, tables: 1, letters: '0', changes: [] };
const computed = (body: string, position = 7) => ({ ready: ready(body), position, about: {} });
/** An answer that depends on something, and says where it stands. */
const about = (depends: About, position = 7) => {
  const readyAt = (at: number) => ready(`at ${at}`);
  return { ready: readyAt(position), position, about: depends, readyAt };
};
const of = (position: number, collection: string, respondent: string): Change => ({
  position,
  of: { collection, respondent },
});
const SV: About = { collections: ['c'], respondents: ['SV'] };

/**
 * A cache that knows the state of the tables and holds one answer about all and one about SV in c, with a clock to set, what
 * was recorded, and a count of its looks at the tables.
 */
async function makeFilled() {
  const world = { at: 0, state: stand, looks: 0, recorded: [] as Change[], isTooMuch: false, isAway: false };
  const look = async (after: number | undefined) => {
    world.looks += 1;
    if (world.isAway) throw new Error('away');
    const { state, recorded, isTooMuch } = world;
    const isNew = ({ position }: Change) => position > after! && position <= state.position;
    return { ...state, changes: isTooMuch ? undefined : recorded.filter(isNew) };
  };
  const cache = makeAnswerCache(look, () => world.at);
  await cache.confirm();
  cache.keep('a', cache.now(), computed('kept'));
  cache.keep('SV', cache.now(), about(SV));
  const textOf = (key: string) => cache.find(key)?.body.toString();
  /** Records something, and has the cache look when nobody has told it. */
  const record = async (...changes: Change[]) => {
    world.recorded.push(...changes);
    world.state = { ...world.state, position: Math.max(...changes.map(({ position }) => position)) };
    world.at += 1000;
    await cache.confirm();
  };
  return { cache, world, textOf, record };
}

describe('an answer that was kept', () => {
  it('is shown for as long as the tables stand, with one look a second however many ask', async () => {
    const { cache, world, textOf } = await makeFilled();
    for (world.at = 0; world.at < 5000; world.at += 100) {
      await Promise.all([cache.confirm(), cache.confirm(), cache.confirm()]);
      expect(textOf('a')).toBe('kept');
    }
    expect(world.looks).toBe(5);
  });

  it('is not shown while a second has passed since anybody looked', async () => {
    const { world, textOf } = await makeFilled();
    world.at = 1000;
    expect([textOf('a'), textOf('SV')]).toEqual([undefined, undefined]);
  });

  it.each<[string, Partial<TablesState>, string | undefined]>([
    ['the position has moved', { position: 8 }, 'at 8'],
    ['an event was set aside or put back', { deadLetters: 1 }, undefined],
    ['another event could not be applied', { letters: '1 5' }, undefined],
    ['others were put in the place of the tables', { tables: 2 }, undefined],
  ])('is forgotten when a look shows that %s, though nobody has told', async (_, change, aboutSV) => {
    const { cache, world, textOf } = await makeFilled();
    world.state = { ...stand, ...change };
    world.at = 1000;
    await cache.confirm();
    expect([textOf('a'), textOf('SV')]).toEqual([undefined, aboutSV]);
  });

  it('is not given when somebody says that something changed, before a look', async () => {
    const { cache, textOf } = await makeFilled();
    cache.hear(undefined);
    expect([textOf('a'), textOf('SV')]).toEqual([undefined, undefined]);
  });

  it.each<[string, Partial<TablesState>]>([
    ['further on', { position: 8 }],
    ['replaced', { tables: 2 }],
  ])('is not given once somebody who has seen the tables %s may tell', async (_, change) => {
    const { cache, world, textOf } = await makeFilled();
    world.recorded.push(of(8, 'c', 'SV'));
    world.state = { ...stand, ...change };
    const known = cache.see(world.state);
    expect([textOf('a'), textOf('SV')]).toEqual(['kept', 'at 7']);
    await known;
    expect([textOf('a'), textOf('SV')]).toEqual([undefined, undefined]);
  });

  it('is not given where it cannot be known what changed', async () => {
    const { cache, world, textOf } = await makeFilled();
    world.isAway = true;
    await cache.learn(8);
    expect([textOf('a'), textOf('SV')]).toEqual([undefined, undefined]);
  });
});

describe('an answer that says what it depends on', () => {
  it('is given as of the new position where something else was recorded', async () => {
    const { textOf, record } = await makeFilled();
    await record(of(8, 'c', 'GR'), of(9, 'd', 'SV'));
    expect([textOf('a'), textOf('SV')]).toEqual([undefined, 'at 9']);
    await record(of(10, 'c', 'GR'));
    expect(textOf('SV')).toBe('at 10');
  });

  it.each<[string, About, Change]>([
    ['its respondent in its collection', SV, of(8, 'c', 'SV')],
    ['everything', SV, { position: 8, of: null }],
    ['one of its respondents', { respondents: ['GR', 'SV'] }, of(8, 'd', 'SV')],
    ['one of its collections', { collections: ['c', 'd'] }, of(8, 'd', 'FR')],
    ['anybody, where it is about all', {}, of(8, 'd', 'FR')],
    [
      'its respondent, and it is about many pairs',
      { collections: Array.from({ length: 301 }, (_, i) => `x${i}`), respondents: ['SV'] },
      of(8, 'c', 'SV'),
    ],
  ])('is forgotten where something was recorded of %s', async (_, depends, change) => {
    const { cache, textOf, record } = await makeFilled();
    cache.keep('other', cache.now(), about(depends));
    await record(change);
    expect(textOf('other')).toBeUndefined();
    // And it stays so, whatever comes.
    await record(of(9, 'x', 'AF'));
    expect(textOf('other')).toBeUndefined();
  });

  it('is forgotten where more was recorded than is told', async () => {
    const { cache, world, textOf } = await makeFilled();
    world.isTooMuch = true;
    world.state = { ...stand, position: 5000 };
    world.at = 1000;
    await cache.confirm();
    expect(textOf('SV')).toBeUndefined();
  });

  it('is given while a notice that names others is followed by a look, and then as of the new position', async () => {
    const { cache, world, textOf } = await makeFilled();
    cache.keep('GR', cache.now(), about({ collections: ['c'], respondents: ['GR'] }));
    world.recorded.push(of(8, 'c', 'GR'));
    world.state = { ...stand, position: 8 };
    cache.hear([{ collection: 'c', respondent: 'GR' }]);
    expect([textOf('SV'), textOf('GR'), textOf('a')]).toEqual(['at 7', undefined, undefined]);
    await nextTurn();
    expect([textOf('SV'), textOf('GR'), world.looks]).toEqual(['at 8', undefined, 2]);
    // One that began to be computed after the notice is not touched by it.
    cache.keep('GR', cache.now(), about({ collections: ['c'], respondents: ['GR'] }, 8));
    expect(textOf('GR')).toBe('at 8');
    cache.hear([{ collection: 'c', respondent: 'SV' }]);
    expect([textOf('SV'), textOf('GR')]).toEqual([undefined, 'at 8']);
  });

  it('is not given where a look that follows a notice fails', async () => {
    const { cache, world, textOf } = await makeFilled();
    expect(textOf('SV')).toBe('at 7');
    world.isAway = true;
    cache.hear([]);
    await nextTurn();
    expect(textOf('SV')).toBeUndefined();
    await expect(cache.confirm()).rejects.toThrow('away');
  });

  it('is kept where it was computed beyond what is known, and not given as of before', async () => {
    const { cache, textOf, record } = await makeFilled();
    cache.keep('SV', cache.now(), about(SV, 9));
    expect(cache.findConfirmed('SV')?.body.toString()).toBe('at 9');
    await record(of(8, 'c', 'SV'), of(9, 'c', 'SV'));
    expect(textOf('SV')).toBe('at 9');
    await record(of(10, 'c', 'SV'));
    expect(textOf('SV')).toBeUndefined();
  });

  it('is not kept where it was computed before something that it depends on', async () => {
    const { cache, textOf, record } = await makeFilled();
    const began = cache.now();
    await record(of(8, 'c', 'SV'));
    cache.keep('SV', began, about(SV, 7));
    expect(textOf('SV')).toBeUndefined();
  });
});

describe('a look', () => {
  it('that began before somebody told is not enough; the next is', async () => {
    const { cache, world, textOf } = await makeFilled();
    cache.hear(undefined);
    const first = cache.confirm();
    world.recorded.push(of(8, 'c', 'SV'));
    world.state = { ...stand, position: 8 };
    cache.hear(undefined);
    const second = cache.confirm();
    expect([await first, textOf('SV')]).toEqual([true, undefined]);
    await second;
    expect(world.looks).toBe(3);
    expect(cache.findConfirmed('SV')).toBeUndefined();
  });

  it('that finds the tables further back, as a backup has them, lets nothing be given', async () => {
    const { cache, world } = await makeFilled();
    world.state = { ...stand, position: 3 };
    world.at = 1000;
    expect(await cache.confirm()).toBe(false);
    expect(cache.find('SV')).toBeUndefined();
  });
});

describe('a cache that is full', () => {
  it('lets go of what was asked for longest ago, and of no more than it must', async () => {
    const { cache, textOf } = await makeFilled();
    const mib = 'x'.repeat(1024 * 1024);
    for (let i = 0; i < 63; i += 1) cache.keep(`b${i}`, cache.now(), computed(mib));
    expect(textOf('a')).toBe('kept');
    cache.keep('last', cache.now(), computed(mib));
    expect([textOf('b0'), textOf('b1') === mib, textOf('a')]).toEqual([undefined, true, 'kept']);
    cache.keep('too large', cache.now(), computed(mib.repeat(65)));
    expect([textOf('too large'), textOf('last') === mib]).toEqual([undefined, true]);
  });
});

describe('an answer that was computed', () => {
  it('is not kept when the tables moved while it was', async () => {
    const { cache, world, textOf } = await makeFilled();
    const began = cache.now();
    world.recorded.push(of(8, 'd', 'FR'));
    world.state = { ...stand, position: 8 };
    await cache.see(world.state);
    cache.keep('b', began, computed('old'));
    expect(textOf('b')).toBeUndefined();
  });

  it('serves all who ask for it meanwhile, but none who ask after the tables moved', async () => {
    const { cache, world } = await makeFilled();
    let times = 0;
    const work = async () => ready(String((times += 1)));
    const before = [cache.once('b', work), cache.once('b', work)];
    world.state = { ...stand, position: 8 };
    await cache.learn(8);
    const after = cache.once('b', work);
    const all = await Promise.all([...before, after]);
    expect(all.map(({ body }) => body.toString())).toEqual(['1', '1', '2']);
  });
});
