/** What becomes of a reply's figures by decisions of words, and what of them is gone. */
import { expect, it } from '@jest/globals';
import type { Observation } from '@rapporteur/domain';
import { figureKey } from '../table/read-table.js';
import { countWithdrawn } from './count-withdrawn.js';
import { mergeChanges } from './merge-changes.js';

const whose = { collection: 'c', respondent: 'SV' };
const said = (period: string, value: number, row?: number): Observation => ({
  ...{ indicator: 'persons-convicted', breakdown: {}, period, value, qualifier: 'exact' as const },
  ...(row === undefined ? {} : { row }),
});
const keyOf = (o: Observation) => figureKey('c', 'SV', o);

it('only figures that hang on the decisions come and go, in the order of the file, those without a row last', () => {
  const [byHand, stays, goes] = [said('2001', 1), said('2002', 2, 9), said('2003', 3, 4)];
  const [comes, unchanged] = [said('2004', 4, 5), said('2005', 5, 2)];
  const ofFile = new Map([comes, unchanged, stays].map((o) => [keyOf(o), o]));
  const merged = mergeChanges(whose, [byHand, stays, goes], ofFile, new Set([goes, comes].map(keyOf)));
  expect(merged).toEqual([comes, stays, byHand]);
  expect(mergeChanges(whose, [goes], ofFile, new Set())).toEqual([goes]);
  // One that came is as it stands in the file, not as it stood.
  const [old, moved] = [said('2004', 4, 7), new Set([keyOf(comes)])];
  expect(mergeChanges(whose, [old], ofFile, moved)).toEqual([comes]);
});

it('cells are withdrawn that are said no more, whatever their values; some may come back', () => {
  const none = { mayBe: () => false };
  const count = (
    before: Observation[],
    now: Observation[],
    waiting: { mayBe: (f: object) => boolean } = none,
  ) => countWithdrawn(whose, before, now, waiting);
  expect(count([], [said('2001', 1)])).toEqual({ withdrawn: 0, withdrawnWaiting: 0 });
  expect(count([said('2001', 1)], [said('2001', 2)])).toEqual({ withdrawn: 0, withdrawnWaiting: 0 });
  expect(count([said('2001', 1), said('2001', 2), said('2002', 1)], [])).toEqual({
    ...{ withdrawn: 2, withdrawnWaiting: 0 },
  });
  const asked: object[] = [];
  const mayBe = (figure: object) => asked.push(figure) === 1;
  expect(count([said('2001', 1), said('2002', 2), said('2003', 3)], [said('2003', 3)], { mayBe })).toEqual({
    ...{ withdrawn: 2, withdrawnWaiting: 1 },
  });
  expect(asked).toMatchObject([
    { respondent: 'SV', period: '2001', indicator: 'persons-convicted' },
    { respondent: 'SV', period: '2002' },
  ]);
});
