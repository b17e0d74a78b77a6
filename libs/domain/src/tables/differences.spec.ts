/** What two publications say differently: the order, what can be reckoned, and the sentence for a note. */
import { describe, expect, it } from '@jest/globals';
import {
  countByGroup,
  countDifferences,
  toDifferences,
  type SaidFigure,
  type UnequalCell,
} from './differences.js';
import { toDifferenceSentence } from './difference-sentence.js';

const exact = (value: number): SaidFigure => ({ value, qualifier: 'exact' });
const fewer = (value: number): SaidFigure => ({ value, qualifier: 'fewer-than' });
const cell = (
  kind: UnequalCell['kind'],
  id: string,
  before: readonly SaidFigure[],
  after: readonly SaidFigure[],
): UnequalCell => ({ kind, id, before, after });

const cells = [
  cell('revised', 'c~SV~a~_T~2001', [exact(40)], [exact(50)]),
  cell('added', 'c~AT~a~_T~2001', [], [exact(300)]),
  cell('withdrawn', 'c~AT~b~_T~2001', [exact(7)], []),
  cell('revised', 'c~SV~a~_T~2002', [fewer(5)], [exact(20)]),
  cell('revised', 'c~SV~a~_T~2003', [exact(1), exact(2)], [exact(900)]),
  cell('revised', 'c~SV~a~_T~2004', [{ value: 3, qualifier: 'approximately' }], [exact(9)]),
  cell('revised', 'c~SV~a~_T~2005', [exact(0)], [exact(8)]),
  cell('not-mentioned', 'c~SV~b~_T~2005', [exact(6)], []),
  cell('revised', 'c~SV~a~_T~2006', [fewer(5)], [exact(2)]),
];

describe('differences', () => {
  it('come the largest first: by the least that is certain; what cannot be reckoned is last, and has no number', () => {
    const shown = toDifferences(cells).map(({ id, size, difference, percentage }) => [
      id.slice(2).replace('~_T', ''),
      size,
      difference,
      percentage,
    ]);
    expect(shown).toEqual([
      ['AT~a~2001', 300, null, null],
      ['SV~a~2002', 16, { low: 16, high: 20 }, { low: 400, high: null }],
      ['SV~a~2001', 10, 10, 25],
      ['SV~a~2005', 8, 8, null],
      ['AT~b~2001', 7, null, null],
      ['SV~b~2005', 6, null, null],
      ['SV~a~2006', 0, { low: -2, high: 2 }, { low: -50, high: null }],
      ['SV~a~2003', null, null, null],
      ['SV~a~2004', null, null, null],
    ]);
  });

  it('are counted by kind, in all and by group, the largest group first', () => {
    expect(countDifferences(cells)).toEqual({ added: 1, revised: 6, withdrawn: 1, notMentioned: 1 });
    expect(countByGroup(cells, ({ id }) => id.split('~')[1]!)).toEqual([
      ['SV', { added: 0, revised: 6, withdrawn: 0, notMentioned: 1 }],
      ['AT', { added: 1, revised: 0, withdrawn: 1, notMentioned: 0 }],
    ]);
  });
});

describe('the sentence for a note', () => {
  const note = { from: '2022', to: '2023', respondentsRevised: 0, largest: undefined };
  const totals = { added: 0, revised: 0, withdrawn: 0, notMentioned: 0, unchanged: 1200 };
  const largestOf = (breakdown: string) => {
    const [difference] = toDifferences([cells[0]!]);
    return {
      ...{ difference: difference!, respondent: 'El Salvador', indicator: 'Persons convicted' },
      ...{ breakdown, period: '2001' },
    };
  };
  it('says how many, of how many respondents, and the largest revision with both ways to measure it', () => {
    expect(
      toDifferenceSentence({
        ...{ ...note, totals: { ...totals, added: 14_000, revised: 2, withdrawn: 1 } },
        ...{ respondentsRevised: 1, largest: largestOf('_T') },
      }),
    ).toBe(
      'Compared with publication 2022, in publication 2023 14,000 figures were added, 2 revised (of 1 respondent) and 1 withdrawn; 1,200 stayed as they were. The largest revision is that of El Salvador, Persons convicted, 2001: from 40 to 50 (+10, +25 %).',
    );
  });
  it('says where nothing differs, and where the later publication is only a part', () => {
    expect(toDifferenceSentence({ ...note, totals })).toBe(
      'Publication 2023 gives the same 1,200 figures as publication 2022.',
    );
    expect(toDifferenceSentence({ ...note, totals: { ...totals, notMentioned: 3 } })).toMatch(
      /Publication 2023 is partial: 3 figures that it does not mention were not withdrawn\.$/,
    );
  });
  it('gives ranges of censored figures, and no percentage on a base of zero', () => {
    const of = (one: UnequalCell) =>
      toDifferenceSentence({
        ...{ ...note, totals: { ...totals, revised: 1 }, respondentsRevised: 1 },
        largest: { ...largestOf('sex:female'), difference: toDifferences([one])[0]! },
      });
    expect(of(cells[3]!)).toMatch(
      /\(sex:female\), 2001: from <5 to 20 \(\+16 to \+20, at least \+400 %\)\.$/,
    );
    expect(of(cells[6]!)).toMatch(/from 0 to 8 \(\+8\)\.$/);
  });
});
