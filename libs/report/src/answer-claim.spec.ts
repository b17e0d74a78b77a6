/** Single claims on the round of 2008: what they give, and what they say when there is no answer. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { answerAgain } from './answer-claim.js';
import type { Context } from './claims/claim-kind.js';
import { loadLanguage } from './language.js';
import { factsOf, round2008Events } from './round-2008-facts.js';

let context: Context;
beforeAll(async () => {
  context = { facts: factsOf(round2008Events(), '2008-01-24'), language: await loadLanguage('en') };
});
const ask = (kind: string, query: Record<string, string> = {}) =>
  answerAgain({ id: 'x', query: { ...query, kind } }, context);

describe('a claim', () => {
  it('has the vintage, the events and the cells that it rests on', () => {
    expect(
      ask('figure', { respondent: 'SV', indicator: 'persons-prosecuted', period: '2007' }),
    ).toMatchObject({
      text: 'six',
      status: 'answered',
      asOf: '2008-01-24',
      at: 27,
      cells: ['ecosoc-2006-27~SV~persons-prosecuted~_T~2007'],
      events: [25],
    });
  });

  it('sums over States with how many of how many, and only those with every year', () => {
    const sum = { indicator: 'persons-prosecuted', from: '2005', to: '2007' };
    expect(ask('total', sum).text).toBe(
      '18 in 2005, 37 in 2006 and 6 in 2007 (sum over 1 of 25 respondents)',
    );
    expect(ask('total', { indicator: 'persons-convicted', from: '2007' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'no-data' },
    });
    expect(ask('coverage', { indicator: 'persons-arrested' }).text).toBe('2 of 25 respondents');
    expect(ask('coverage', { topic: 'hotline', region: '419' }).text).toBe('none of two respondents');
  });

  it('gives ratios of one year, spans as spans, and more than as the source has it', () => {
    const ratio = { ratio: 'arrests-per-case', respondent: 'SV', year: '2005' };
    expect(ask('ratio', ratio).text).toBe('1.7');
    expect(ask('ratio', { ...ratio, as: 'dated' }).text).toBe('1.7 in 2005');
    const rescued = { respondent: 'MM', indicator: 'victims-rescued', period: '2002-07/2007-10' };
    expect(ask('period', rescued).text).toBe('from July 2002 to October 2007');
    const trained = {
      respondent: 'RO',
      indicator: 'persons-trained',
      period: 'undated',
      breakdown: 'audience:military',
    };
    expect(ask('figure', trained).text).toBe('more than 3,800');
  });

  it.each([
    [
      'figure',
      { respondent: 'SV', indicator: 'persons-jailed', period: '2007' },
      'unknown-code',
      '[unknown code: persons-jailed]',
    ],
    [
      'figure',
      { respondent: 'QQ', indicator: 'persons-prosecuted', period: '2007' },
      'unknown-code',
      '[unknown code: QQ]',
    ],
    [
      'figure',
      { respondent: 'SV', indicator: 'persons-prosecuted', period: '1999' },
      'no-data',
      '[no data: El Salvador, Persons prosecuted, 1999]',
    ],
    ['states', { topic: 'flying-saucers' }, 'unknown-code', '[unknown code: flying-saucers]'],
    ['replies', { which: 'silent' }, 'not-known', '[not known: who was asked and did not reply]'],
    [
      'trend',
      { respondent: 'SV', indicator: 'persons-prosecuted' },
      'under-five-points',
      'three yearly figures were given, for 2005, 2006 and 2007; at least five are needed for a direction to be stated',
    ],
  ])('%s %j says %s in its place', (kind, query, code, text) => {
    expect(ask(kind, query)).toMatchObject({ status: 'unanswerable', reason: { code }, text });
  });

  it('shows figures that conflict, and chooses none', () => {
    const events = round2008Events();
    const reply = events[25 - 1]!;
    if (reply.type !== 'ReplySubmitted') throw new Error(reply.type);
    const again = {
      ...reply.data.observations.find((o) => o.period === '2007' && o.indicator === 'persons-prosecuted')!,
      value: 40,
    };
    const twice = { ...reply, data: { ...reply.data, observations: [...reply.data.observations, again] } };
    const facts = factsOf(events.with(25 - 1, twice), '2008-01-24');
    const query = { kind: 'figure', respondent: 'SV', indicator: 'persons-prosecuted', period: '2007' };
    expect(answerAgain({ id: 'x', query }, { ...context, facts })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'conflicting-figures' },
      text: '[conflicting figures: El Salvador, Persons prosecuted, 2007: 6 and 40]',
    });
  });
});
