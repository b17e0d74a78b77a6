/** Two codings of one letter: what is paired with what, in what they differ, and their agreement reckoned by hand. */
import { expect, it } from '@jest/globals';
import { emptyEntry, emptyFigure, emptyFinding, type Entry } from '../../submit/entry.js';
import { compareCodings } from './compare-codings.js';

type Figure = readonly [indicator: string, period: string, value: string, qualifier?: string];
const entry = (figures: readonly Figure[], findings: readonly (readonly [string, string])[] = []): Entry => ({
  ...emptyEntry('reply', 0),
  figures: figures.map(([indicator, period, value, qualifier = 'exact'], id) => ({
    ...emptyFigure,
    ...{ id, part: 'added' as const, indicator, period, value, qualifier },
  })),
  findings: findings.map(([topic, detail], id) => ({ ...emptyFinding, id, part: 'added', topic, detail })),
});
const told = (one: Entry, other: Entry) =>
  compareCodings([one, other], ['a', 'b', 'c', 'd']).pairs.map(({ both, differs }) => [
    ...both.map((row) => (row === undefined ? '-' : 'value' in row ? row.value : row.topic + row.detail)),
    ...differs,
  ]);

it('pairs the entries of the same cell, and those that say the same of another period', () => {
  const one = entry([
    ['arrested', '2007', '30'],
    ['convicted', '2007', '5'],
    ['arrested', '2006', '8'],
    ['cases', '2005', '1'],
  ]);
  const other = entry([
    ['convicted', '2007', '5', 'fewer-than'],
    ['arrested', '2007', '31'],
    ['arrested', '2005', '8'],
  ]);
  expect(told(one, other)).toEqual([
    ['30', '31', 'value'],
    ['5', '5', 'qualifier'],
    ['8', '8', 'period'],
    ['1', '-'],
  ]);
});

it('pairs findings by topic and detail, each once', () => {
  const one = entry(
    [],
    [
      ['a', 'x'],
      ['a', 'x'],
      ['b', ''],
    ],
  );
  expect(
    told(
      one,
      entry(
        [],
        [
          ['a', 'x'],
          ['c', ''],
        ],
      ),
    ),
  ).toEqual([
    ['ax', 'ax'],
    ['ax', '-'],
    ['b', '-'],
    ['-', 'c'],
  ]);
});

it('reckons agreement over the cells of both, and over all topics', () => {
  const one = entry(
    [
      ['x', '2007', '30'],
      ['y', '2007', '5'],
    ],
    [
      ['a', ''],
      ['b', ''],
    ],
  );
  const other = entry(
    [
      ['x', '2007', '30'],
      ['y', '2007', '6'],
    ],
    [['a', '']],
  );
  const { figures, findings } = compareCodings([one, other], ['a', 'b', 'c', 'd']);
  // 30 30 | 5 6: 1 of 2 units differs: Do = 2 / 4; De = (2 · 2 + 3 + 3) / (4 · 3): 1 - 0.5 / (10 / 12).
  expect(figures.alpha).toBeCloseTo(0.4, 12);
  // Of four topics one differs: Do = 2 / 8; values a a b and five times "not coded": De = (2 · 6 + 7 + 5 · 3) / 56.
  expect(findings.alpha).toBeCloseTo(1 - 0.25 / (34 / 56), 12);
  expect([figures.units, findings.units]).toEqual([2, 4]);
  // Where nothing is coded there is nothing to agree on.
  expect(compareCodings([entry([]), entry([])], ['a']).figures.alpha).toBeNull();
});
