/** What is coded comes back with its steps, in little room, and what is saved for the page alone is no coding. */
import { expect, it } from '@jest/globals';
import { emptyEntry } from '../submit/entry.js';
import { addFigure, changeRow, toCoding, type Coding } from './coding.js';
import { pack, unpack } from './drafts/pack.js';
import { adoptSaved, toSaved } from './saved-coding.js';

const first = toCoding(emptyEntry('reply', 0));
const adopt = (kept: Coding | null) => kept ?? first;
/** As many states as steps, each with one more figure. */
const states = (n: number): Coding[] => {
  const all = [first];
  for (let i = 0; i < n; i += 1)
    all.push(
      addFigure(all.at(-1)!, { indicator: `indicator-${i}`, note: 'Σ'.repeat(60) }, { start: i, end: i + 1 }),
    );
  return all;
};
const asJson = (value: object) => JSON.parse(JSON.stringify(value)) as object;

it('packs anything that is JSON, and gives it back', () => {
  const long = 'a text of some length';
  const value = {
    a: [1, [long, [], {}], null, ''],
    b: { c: long, d: [[0]], e: true },
    f: [[long]],
    '': -1.5,
  };
  expect(unpack(asJson(pack(value)) as never)).toEqual(value);
  for (const one of [null, 3, 'short', long, [], {}]) expect(unpack(pack(one))).toEqual(one);
});

it('comes back with what can be undone and done again', () => {
  const all = states(5);
  const saved = asJson(toSaved(all[3]!, { past: all.slice(0, 3), future: all.slice(4).reverse() }));
  expect(adoptSaved(saved, adopt)).toEqual({
    coding: all[3],
    past: all.slice(0, 3),
    future: [all[5], all[4]],
  });
  // A reply that was stored meanwhile makes another entry of it, which its steps are no part of.
  const other = (kept: Coding | null) => changeRow(kept!, 'figure-1', { value: '9' });
  expect(adoptSaved(saved, other)).toMatchObject({ past: [], future: [] });
  expect(adoptSaved(null, adopt)).toEqual({ coding: first, past: [], future: [] });
  // A draft of an earlier release has no steps.
  expect(adoptSaved(asJson(all[2]!), adopt)).toEqual({ coding: all[2], past: [], future: [] });
});

it('keeps the last fifty steps, in a few times the room of one', () => {
  const all = states(120);
  const saved = toSaved(all.at(-1)!, { past: all.slice(0, -1), future: [] });
  const { past } = adoptSaved(asJson(saved), adopt);
  expect(past).toEqual(all.slice(-51, -1));
  const one = JSON.stringify(all.at(-1)).length;
  expect(JSON.stringify(saved).length).toBeLessThan(6 * one);
});

it('keeps fewer steps where there is no room, and notes no coding in them', () => {
  const huge = states(40).map((one, i) => changeRow(one, 'figure-1', { note: String(i).repeat(20_000) }));
  const saved = toSaved(huge.at(-1)!, { past: huge.slice(0, -1), future: [] });
  expect(JSON.stringify(saved.notes).length).toBeLessThanOrEqual(200_100);
  const { past } = adoptSaved(asJson(saved), adopt);
  expect([past.length > 0, past.at(-1)]).toEqual([true, huge.at(-2)]);
  expect(saved.entry.key).toEqual({ value: '', of: '' });
});
