/** Single claims on the round of 2008: what they give, and what they say when there is no answer. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { drawChart } from '../chart/chart-svg.js';
import { answerAgain } from './answer-claim.js';
import { chart } from './chart.js';
import type { Context } from './claim-kind.js';
import { opened, replied, said } from '../samples/examples.js';
import { loadLanguage } from '../document/language.js';
import { factsOf, round2008Events } from '../facts/round-2008-facts.js';

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

describe('the manifest of a table or chart', () => {
  const facts = () =>
    factsOf(
      [
        opened(),
        replied('SV', [
          said('2006', 37, { note: 'Of both sexes.' }),
          said('2007', 6, { note: 'Until June.', paragraph: 16 }),
        ]),
      ],
      '2008-01-24',
    );
  const series = { respondent: 'SV', indicator: 'persons-prosecuted' };
  const answer = (kind: string, query: Record<string, string> = {}) =>
    answerAgain({ id: 'x', query: { ...series, ...query, kind } }, { ...context, facts: facts() });

  it('has what is printed beside it, caption, each note and the source, and which figure each cell shows', () => {
    expect(answer('table', { of: 'series' })).toEqual({
      id: 'x',
      query: { ...series, of: 'series', kind: 'table' },
      asOf: '2008-01-24',
      at: 2,
      status: 'answered',
      text: 'Period\tPersons prosecuted\n2006\t37 (a)\n2007\t6 (b)',
      grid: [
        ['', ''],
        ['', 'c~SV~persons-prosecuted~_T~2006'],
        ['', 'c~SV~persons-prosecuted~_T~2007'],
      ],
      beside: [
        'El Salvador: persons prosecuted',
        '(a) Of both sexes.',
        '(b) Until June.',
        'E/2008/1, paragraphs 14 and 16.',
      ],
      events: [2],
      cells: ['c~SV~persons-prosecuted~_T~2006', 'c~SV~persons-prosecuted~_T~2007'],
    });
  });

  it('has of a chart its words, without a grid', () => {
    const { text, beside, grid } = answer('chart');
    expect(text).toBe('El Salvador: persons prosecuted: 37 in 2006 and 6 in 2007.');
    expect([beside, grid]).toEqual([
      ['El Salvador: persons prosecuted', 'E/2008/1, paragraphs 14 and 16.'],
      undefined,
    ]);
  });

  it('draws years as years and spans as spans, each with its own ends', () => {
    const observations = [
      said('2006', 37),
      said('2007', 6),
      said('2007', 9),
      said('2002/2004', 7),
      said('../2001-06', 5),
    ];
    const own = factsOf([opened(), replied('SV', observations)], '2008-01-24');
    const answered = chart.answer({ ...series, breakdown: '_T' } as never, { ...context, facts: own });
    if (!('block' in answered) || answered.block.kind !== 'chart') throw new Error('no chart');
    const { svg, alternative } = answered.block;
    const exact = (value: number) => ({ value, qualifier: 'exact', text: String(value) });
    const drawn = {
      name: 'El Salvador',
      years: [
        { year: 2006, ...exact(37) },
        { year: 2007, value: null, qualifier: null, text: '[6 or 9]' },
      ],
      spans: [
        { from: '2002', to: '2004', ...exact(7) },
        { from: null, to: '2001-06', ...exact(5) },
      ],
    };
    expect(svg).toBe(
      drawChart(
        {
          title: 'El Salvador: persons prosecuted',
          axis: 'Persons prosecuted (persons)',
          alternative,
          series: [drawn],
          lang: 'en',
        },
        String,
      ),
    );
  });

  it('has nothing beside a text', () => {
    expect(answer('figures')).not.toHaveProperty('beside');
    expect(answer('figures')).not.toHaveProperty('reason');
  });
});
