/** When an import is asked about what it withdraws, and in which words. */
import { describe, expect, it } from '@jest/globals';
import {
  mostUnasked,
  mustBeAccepted,
  needAccepted,
  toWithdrawals,
  withdrawsMuch,
  type Withdrawals,
} from './withdrawals.js';

const summary = (withdrawn: number, standing: number, more: Partial<Withdrawals> = {}): Withdrawals => ({
  ...{ withdrawn, standing, respondents: [], vanished: [] },
  ...more,
});
const of = (respondent: string, name: string, figures: number, ...years: string[]) => ({
  ...{ respondent, name, figures, years },
});

it.each([
  [0, 0],
  [19, 0],
  [20, 1],
  [1999, 99],
  [2000, 100],
  [9000, 100],
])('of %s figures that stand %s may go unasked', (standing, most) => {
  expect(mostUnasked(standing)).toBe(most);
  expect(mustBeAccepted(summary(most, standing))).toBe(false);
  expect(mustBeAccepted(summary(most + 1, standing))).toBe(true);
});

it('a number that is named must be the right one, and none need be named for few', () => {
  const need = (withdrawn: number, accepted?: number) =>
    expect(() => needAccepted(summary(withdrawn, 40), accepted));
  for (const [withdrawn, accepted] of [[0], [0, 7], [2], [2, 2], [9, 9]] as [number, number?][])
    need(withdrawn, accepted).not.toThrow();
  for (const [withdrawn, accepted] of [[3], [2, 1], [2, 3], [9, 8], [2, 0]] as [number, number?][])
    need(withdrawn, accepted).toThrow(expect.objectContaining({ code: 'withdraws-much' }) as never);
  need(3).toThrow(/\. Nothing was stored\. If all of these are to go/);
});

it('what is counted is told of each respondent that loses something, the most first, then by code', () => {
  const counted = new Map(
    Object.entries({
      SV: { standing: 5, periods: ['2011', '2010', '2011'], isGone: false },
      AT: { standing: 1, periods: ['2009'], isGone: true },
      AF: { standing: 1, periods: ['2009'], isGone: true },
      CH: { standing: 7, periods: [], isGone: false },
    }),
  );
  expect(toWithdrawals(counted)).toEqual({
    ...{ withdrawn: 5, standing: 14, vanished: ['AF', 'AT'] },
    respondents: [
      of('SV', 'El Salvador', 3, '2010', '2011'),
      of('AF', 'Afghanistan', 1, '2009'),
      of('AT', 'Austria', 1, '2009'),
    ],
  });
});

describe('what is said of an import that withdraws much', () => {
  const message = (said: Withdrawals, accepted?: number) =>
    withdrawsMuch(said, accepted, 'It stopped.').message;
  const end =
    'If all of these are to go, send the file again with acceptWithdrawals=1200 (--accept-withdrawals 1200); if the file is only a part of the publication, with partial=true (--partial).';

  it('names figures, respondents and years, and the number to accept', () => {
    const respondents = [
      of('SV', 'El Salvador', 1100, '2007', '2008', '2010'),
      of('AT', 'Austria', 99, '2007', '2008'),
      of('CH', 'Switzerland', 1, '2010'),
    ];
    const said = summary(1200, 3000, { respondents });
    expect(message(said)).toBe(
      `The file would withdraw 1,200 of the 3,000 figures that stand: El Salvador 1,100 (2007 to 2010), Austria 99 (2007, 2008), Switzerland 1 (2010). It stopped. ${end}`,
    );
    expect(message(said, 1)).toContain(' 1 was accepted. It stopped.');
    expect(message(said, 1100)).toContain(' 1,100 were accepted. It stopped.');
    expect(withdrawsMuch(said, 1, 'x')).toMatchObject({ code: 'withdraws-much', extra: said });
    expect(message(summary(1, 1))).toMatch(/^The file would withdraw 1 of the 1 figure that stands: /);
  });

  it('names eight respondents, and who has no figure any more, and counts the others', () => {
    const codes = ['AF', 'AL', 'DZ', 'AD', 'AO', 'AG', 'AR', 'AM', 'AU', 'AT'];
    const some = (count: number) =>
      message(
        summary(1200, 3000, {
          respondents: codes.slice(0, count).map((code) => of(code, code, 1, '2010')),
          vanished: codes.slice(0, count),
        }),
      );
    expect(some(8)).toMatch(
      /AM 1 \(2010\)\. It has no figure any more of .*, Argentina, Armenia\. It stopped/,
    );
    expect(some(9)).toMatch(
      /AM 1 \(2010\) and 1 respondent more\. It has no figure any more of .*, Armenia and 1 respondent more\. It/,
    );
    expect(some(10)).toMatch(/ and 2 respondents more\. It has .* and 2 respondents more\. It stopped/);
  });
});
