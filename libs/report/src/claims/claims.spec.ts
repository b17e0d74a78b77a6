/**
 * Each kind of claim in its border cases: the very day, the very year, who is counted and who is not, and why
 * there is no answer.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Finding, Observation } from '@rapporteur/domain';
import { answerAgain } from './answer-claim.js';
import { corrected, opened, replied, said, withdrew } from '../samples/examples.js';
import { loadLanguage, type ReportLanguage } from '../document/language.js';
import { factsOf } from '../facts/round-2008-facts.js';

let language: ReportLanguage;
beforeAll(async () => {
  language = await loadLanguage('en');
});

const ask = (events: readonly DomainEvent[], kind: string, query: Record<string, string> = {}) =>
  answerAgain({ id: 'x', query: { ...query, kind } }, { facts: factsOf(events, '2008-12-31'), language });
const textOf = (events: readonly DomainEvent[], kind: string, query: Record<string, string> = {}) =>
  ask(events, kind, query).text;

const years = (from: number, values: readonly (number | null)[], more: Partial<Observation> = {}) =>
  values.map((value, i) => said(String(from + i), value, more));
const found = (topic: string, more: Partial<Finding> = {}): Finding => ({ topic, paragraph: 5, ...more });
/** The same event with other particulars. */
const but = (event: DomainEvent, more: object): DomainEvent =>
  ({ ...event, data: { ...event.data, ...more } }) as DomainEvent;

describe('who replied', () => {
  const on = (respondent: string, receivedOn: string) => replied(respondent, [], [], { receivedOn });
  const vague = (respondent: string, receivedOn: string) =>
    but(on(respondent, receivedOn), { receivedPrecision: 'on-or-before' });
  const events = [
    opened(),
    on('SV', '2008-01-15'),
    on('GR', '2008-01-16'),
    on('LV', '2008-01-24'),
    on('BG', '2008-01-25'),
    vague('HU', '2008-01-15'),
    vague('PL', '2008-01-16'),
    vague('RO', '2008-02-16'),
    on('CZ', '2008-01-10'),
    withdrew('CZ'),
    corrected('LV', { added: [said('2005', 1)] }),
  ];
  const which = (name: string, of = events, more: Record<string, string> = {}) =>
    textOf(of, 'replies', { which: name, ...more });

  it('in time is until the day asked for with it, late until the cut-off with it; a day not known is neither', () => {
    expect(which('in-time')).toBe('El Salvador and Hungary');
    expect(which('after-reply-by')).toBe('Greece and Latvia');
    expect(which('after-cut-off')).toBe('Bulgaria');
    expect(which('day-not-known')).toBe('Poland and Romania');
  });

  it('is judged by the first that came, and is what stands', () => {
    expect(which('corrected')).toBe('Latvia');
    expect(which('withdrawn')).toBe('Czechia');
    expect(which('all')).toBe('Bulgaria, El Salvador, Greece, Hungary, Latvia, Poland and Romania');
    const again = [...events, on('CZ', '2008-03-10')];
    expect(which('withdrawn', again)).toBe('none');
    expect(which('in-time', again)).toBe('Czechia, El Salvador and Hungary');
  });

  it('without a day asked for is only after the cut-off, or on a day that says nothing', () => {
    const open = [opened({ replyBy: null }), ...events.slice(1)];
    expect(which('in-time', open)).toBe('none');
    expect(which('after-cut-off', open)).toBe('Bulgaria');
    expect(which('day-not-known', open)).toBe('El Salvador, Greece, Hungary, Latvia, Poland and Romania');
    const neither = [opened({ replyBy: null, cutOff: null }), ...events.slice(1)];
    expect(which('after-cut-off', neither)).toBe('none');
  });

  it('is held against who was asked and who is listed, where that is known', () => {
    expect(ask(events, 'replies', { which: 'silent' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'not-known', message: 'whom the round asked or lists is not known (silent)' },
    });
    expect(which('listed-only')).toBe('[not known: who is listed without a reply]');
    expect(which('all', events, { among: 'listed' })).toBe('[not known: who replied]');
    const known = (code: string) => ({ code, asWritten: code, match: 'code' as const });
    const listed = [
      opened({
        asked: ['SV', 'CZ', 'EE', 'JP'].map(known),
        listed: { paragraph: 3, respondents: ['SV', 'GR', 'CZ', 'OM'].map(known) },
      }),
      ...events.slice(1),
    ];
    expect(which('silent', listed)).toBe('Estonia and Japan');
    expect(which('listed-only', listed)).toBe('Czechia and Oman');
    expect(which('not-listed', listed)).toBe('Bulgaria, Hungary, Latvia, Poland and Romania');
    expect(which('all', listed, { among: 'listed' })).toBe('El Salvador and Greece');
    expect(which('after-reply-by', listed, { among: 'listed', as: 'count' })).toBe('one State');
    expect(which('withdrawn', listed, { as: 'count' })).toBe('one State');
    expect(which('corrected', listed, { among: 'listed', as: 'count' })).toBe('no respondent');
  });

  it('rests on the round and on what came of those counted', () => {
    expect(ask(events, 'replies', { which: 'corrected' }).events).toEqual([1, 4, 11]);
    expect(ask(events, 'replies', { which: 'silent' }).events).toEqual([1]);
  });
});

describe('the round', () => {
  const field = (name: string, more: Parameters<typeof opened>[0] = {}) =>
    textOf([opened(more)], 'round', { field: name });
  it('has its particulars in words, or says that it has none', () => {
    expect(field('title')).toBe('Round of 2008');
    expect(field('title', { title: { zh: '第一轮' } as never })).toBe('[not known: title of the round]');
    expect(field('symbol')).toBe('E/2008/1');
    expect(field('replyBy')).toBe('15 January 2008');
    expect(field('cutOff')).toBe('24 January 2008');
    expect(field('noteVerbaleOn')).toBe('[not known: date of the note verbale]');
    expect(field('mandate', { mandate: 'Economic and Social Council resolution 2006/27' })).toBe(
      'Economic and Social Council resolution 2006/27',
    );
    expect(field('mandate', { mandate: 'a letter' })).toBe('a letter');
    expect(field('asOf')).toBe('31 December 2008');
    expect(field('position')).toBe('1');
    expect(ask([opened()], 'round', { field: 'mandate' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'not-known', message: 'the round has no mandate' },
      events: [1],
    });
  });
});

describe('how many of the respondents', () => {
  const events = [
    opened(),
    replied('SV', years(2005, [18, 37, 6])),
    replied('GR', [
      said('2005', 4),
      said('2003/2004', 9),
      said('2005', 7, { indicator: 'persons-arrested' }),
    ]),
    replied('LV', [], [found('hotline')]),
    replied('UNODC', [said('2005', 99)], [found('hotline')]),
  ];
  const prosecuted = { indicator: 'persons-prosecuted' };
  it('gave a figure, within years with the first and the last of them, in a region', () => {
    expect(textOf(events, 'coverage', prosecuted)).toBe('two of three respondents');
    expect(textOf(events, 'coverage', { ...prosecuted, from: '2006' })).toBe('one of three respondents');
    expect(textOf(events, 'coverage', { ...prosecuted, from: '2007' })).toBe('one of three respondents');
    expect(textOf(events, 'coverage', { ...prosecuted, from: '2008' })).toBe('none of three respondents');
    expect(textOf(events, 'coverage', { ...prosecuted, to: '2005' })).toBe('two of three respondents');
    expect(textOf(events, 'coverage', { ...prosecuted, to: '2004' })).toBe('none of three respondents');
    expect(textOf(events, 'coverage', { ...prosecuted, region: '419' })).toBe('one of one respondent');
    expect(textOf(events, 'coverage', { ...prosecuted, breakdown: 'sex:female' })).toBe(
      'none of three respondents',
    );
  });
  it('stated something, the compiler left out', () => {
    expect(ask(events, 'coverage', { topic: 'hotline' })).toMatchObject({
      text: 'one of three respondents',
      cells: ['c~LV~hotline~_~2008.p5'],
      events: [1, 2, 3, 4],
    });
    expect(() => ask(events, 'coverage')).toThrow('does not know');
    expect(() => ask(events, 'coverage', { topic: 'hotline', ...prosecuted })).toThrow('does not know');
  });
  it('are summed: those with every year, from the first to the last, and no others', () => {
    expect(ask(events, 'total', { ...prosecuted, from: '2005' })).toMatchObject({
      text: '22 in 2005 (sum over two of three respondents)',
      cells: ['c~GR~persons-prosecuted~_T~2005', 'c~SV~persons-prosecuted~_T~2005'],
    });
    expect(ask(events, 'total', { ...prosecuted, from: '2005', to: '2006' })).toMatchObject({
      text: '18 in 2005 and 37 in 2006 (sum over one of three respondents)',
      cells: ['c~SV~persons-prosecuted~_T~2005', 'c~SV~persons-prosecuted~_T~2006'],
      events: [1, 2, 3, 4],
    });
    expect(textOf(events, 'total', { ...prosecuted, from: '2005', region: '419' })).toBe(
      '18 in 2005 (sum over one of one respondent)',
    );
    expect(ask(events, 'total', { ...prosecuted, from: '2006', to: '2005' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'no-data', message: 'persons-prosecuted, 2006 to 2005' },
    });
    expect(ask(events, 'total', { ...prosecuted, from: '2004', to: '2005' })).toMatchObject({
      text: '[no data: persons-prosecuted, 2004–2005: none of three respondents]',
      cells: [],
    });
  });
  it('are summed to a range where a figure is one', () => {
    const open = [
      opened(),
      replied('SV', [said('2005', 5, { qualifier: 'fewer-than' })]),
      replied('GR', [said('2005', 10)]),
      replied('LV', [said('2005', 3, { qualifier: 'at-least' })]),
    ];
    const query = { ...prosecuted, from: '2005' };
    expect(textOf(open.slice(0, 3), 'total', query)).toBe(
      'between 10 and 14 in 2005 (sum over two of two respondents)',
    );
    expect(textOf(open, 'total', query)).toBe('at least 13 in 2005 (sum over three of three respondents)');
  });
});

describe('a direction', () => {
  const query = { respondent: 'SV', indicator: 'persons-prosecuted' };
  const trend = (values: readonly number[], from = 2000) =>
    ask([opened(), replied('SV', years(from, values))], 'trend', query);
  it('is stated from five years on, with the test and its p', () => {
    expect(trend([1, 2, 3, 4, 5])).toMatchObject({
      status: 'answered',
      text: 'the five yearly figures reported for 2000 to 2004 rise (Mann–Kendall test, p = 0.017)',
    });
    expect(trend([5, 4, 3, 2, 1]).text).toBe(
      'the five yearly figures reported for 2000 to 2004 fall (Mann–Kendall test, p = 0.017)',
    );
    expect(trend([1, 5, 2, 4, 3]).text).toBe(
      'the five yearly figures reported for 2000 to 2004 show no significant trend (Mann–Kendall test, p = 0.817), ' +
        'which is no finding that nothing changed',
    );
    expect(trend([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).text).toBe(
      'the 10 yearly figures reported for 2000 to 2009 rise (Mann–Kendall test, p < 0.001)',
    );
  });
  it('is not stated from four, which are named, nor from none', () => {
    expect(trend([1, 2, 3, 4])).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'under-five-points', message: 'SV, persons-prosecuted: 4 yearly figures, 5 needed' },
      text: 'four yearly figures were given, for 2000, 2001, 2002 and 2003; at least five are needed for a direction to be stated',
      cells: [2000, 2001, 2002, 2003].map((year) => `c~SV~persons-prosecuted~_T~${year}`),
    });
    expect(trend([]).text).toBe('[no data: El Salvador, Persons prosecuted]');
    const span = [opened(), replied('SV', [said('2000/2004', 1)])];
    expect(textOf(span, 'trend', query)).toBe('[no data: El Salvador, Persons prosecuted]');
  });

  const all = [
    opened(),
    replied('SV', years(2000, [1, 2, 3, 4, 5])),
    replied('GR', years(2000, [50, 40, 30, 20, 10])),
    replied('LV', years(2000, [1, 5, 2, 4, 3])),
    replied('BG', [said('2001', 8), said('2000', 7)]),
    replied('HU', years(2000, [6])),
    replied('PL', [said('2000/2004', 6)]),
    replied('UNODC', years(2000, [9, 8, 7, 6, 5])),
  ];
  const of = { indicator: 'persons-prosecuted' };
  it('of many is told in groups, with the first and last figure, or all where they are few', () => {
    expect(ask(all, 'directions', of)).toMatchObject({
      status: 'answered',
      text: [
        'Of the six respondents, five gave yearly figures for “persons prosecuted”; three gave figures for five years or more, the fewest from which a direction can be stated.',
        'The figures rise for El Salvador (one in 2000, five in 2004).',
        'The figures fall for Greece (50 in 2000, 10 in 2004).',
        'No significant trend is seen for Latvia (one in 2000, three in 2004).',
        'Fewer than five yearly figures were given by Bulgaria (seven in 2000 and eight in 2001).',
      ]
        .join(' ')
        .replace(
          'stated. The figures rise',
          'stated. Each series of five years or more is judged as a whole by the Mann–Kendall test, at the 5 per cent level; ' +
            'by chance alone, up to 1 in 20 of such series would show a direction. The first and the last figure of each stand in brackets. The figures rise',
        ),
      events: [1, 2, 3, 4, 5, 6, 7],
    });
  });
  it('of none with five years cannot be said', () => {
    expect(ask([all[0]!, all[4]!, all[5]!], 'directions', of)).toMatchObject({
      status: 'unanswerable',
      reason: {
        code: 'under-five-points',
        message: 'persons-prosecuted: no respondent gave 5 yearly figures, so no direction can be stated',
      },
      text:
        'Of the two respondents, two gave yearly figures for “persons prosecuted”; none gave figures for five years or more, ' +
        'the fewest from which a direction can be stated. Fewer than five yearly figures were given by Bulgaria (seven in 2000 and eight in 2001). ' +
        'It cannot be said whether the number rose.',
    });
    expect(ask([all[0]!, all[6]!], 'directions', of)).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'no-data' },
      text: 'The one respondent gave no yearly figure for “persons prosecuted”. It cannot be said whether the number rose.',
    });
    expect(textOf(all, 'directions', { ...of, region: '419' })).toMatch(
      /^The one respondent gave yearly figures for “persons prosecuted”; it gave figures for five years or more/,
    );
  });
  it('of more than twelve is counted, and named in an annex', () => {
    const codes = 'AL BG CZ DK EE FI GR HU IT JP LV MT PL'.split(' ');
    const rising = (n: number) => [
      opened(),
      ...codes.slice(0, n).map((code) => replied(code, years(2000, [1, 2, 3, 4, 5]))),
    ];
    expect(textOf(rising(13), 'directions', of)).toContain('The figures rise for 13 respondents.');
    expect(textOf(rising(12), 'directions', of)).toContain('Latvia (one in 2000, five in 2004) and Malta');
  });
});

describe('a ratio', () => {
  const events = [
    opened(),
    replied('SV', [
      said('2005', 30, { indicator: 'cases-investigated' }),
      said('2005', 45, { indicator: 'persons-arrested' }),
      said('2006', 7, { indicator: 'persons-arrested' }),
      said('2005', 99, { indicator: 'persons-arrested', breakdown: { sex: 'female' } }),
    ]),
    replied('GR', [said('2005', 1, { indicator: 'persons-arrested' })]),
  ];
  const query = { ratio: 'arrests-per-case', respondent: 'SV', year: '2005' };
  it('is of one respondent, year and breakdown, and rests on its two figures', () => {
    expect(ask(events, 'ratio', query)).toMatchObject({
      text: '1.5',
      cells: ['c~SV~cases-investigated~_T~2005', 'c~SV~persons-arrested~_T~2005'],
      events: [2],
    });
    expect(textOf(events, 'ratio', { ...query, as: 'dated' })).toBe('1.5 in 2005');
  });
  it('is none where one of the two is missing, or both', () => {
    expect(ask(events, 'ratio', { ...query, year: '2006' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'no-number', message: 'SV, arrests-per-case, 2006' },
      text: '[no number can be computed: El Salvador, arrests per case, 2006]',
      cells: ['c~SV~persons-arrested~_T~2006'],
    });
    expect(textOf(events, 'ratio', { ...query, year: '2004' })).toBe(
      '[no data: El Salvador, arrests per case, 2004]',
    );
    expect(ask(events, 'ratio', { ...query, respondent: 'QQ' })).toMatchObject({
      reason: { code: 'unknown-code', message: 'no such code: QQ' },
    });
  });
});

describe('a rate', () => {
  const people = (receivedOn: string, values: Observation[]) =>
    but(replied('SV', values, [], { receivedOn }), { collection: 'population', round: '2007' });
  const events = [
    but(opened(), { collection: 'population', round: '2007' }),
    opened(),
    people('2007-06-01', [said('2006', 6_000_000, { indicator: 'population' })]),
    replied('SV', [
      said('2006', 37),
      said('2007', 5),
      said('2006', 5, { breakdown: { sex: 'female' }, qualifier: 'fewer-than' }),
      said('2006', 30, { breakdown: { sex: 'male' }, qualifier: 'at-least' }),
      said('2006', 3, { breakdown: { age: 'child' } }),
      said('2006', 4, { breakdown: { age: 'child' } }),
      said('2003/2006', 304),
    ]),
  ];
  const query = { respondent: 'SV', indicator: 'persons-prosecuted', year: '2006' };
  it('is of one figure, and rests on it and on the population of its year', () => {
    expect(ask(events, 'rate', query)).toMatchObject({
      status: 'answered',
      text: '0.62',
      cells: ['c~SV~persons-prosecuted~_T~2006', 'population~SV~population~_T~2006'],
      events: [3, 4],
    });
    expect(textOf(events, 'rate', { ...query, as: 'dated' })).toBe('0.62 in 2006');
    expect(textOf(events, 'rate', { ...query, per: '1000' })).toBe('0.0062');
  });
  it('has its exact interval, also where the figure is censored', () => {
    expect(textOf(events, 'rate', { ...query, as: 'interval' })).toBe(
      '0.62 (95 per cent interval: 0.43 to 0.85)',
    );
    expect(textOf(events, 'rate', { ...query, breakdown: 'sex:female', as: 'interval' })).toBe(
      'between 0.00 and 0.067 (95 per cent interval: 0.00 to 0.17)',
    );
    expect(textOf(events, 'rate', { ...query, breakdown: 'sex:male', as: 'interval' })).toBe(
      'at least 0.50 (95 per cent interval: 0.34 or more)',
    );
  });
  it('is none without the population of its year, with two figures, or without any', () => {
    expect(ask(events, 'rate', { ...query, year: '2007' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'no-data', message: 'SV, persons-prosecuted, 2007: no-population' },
      text: '[no data: El Salvador, Persons prosecuted, 2007, Population]',
      cells: ['c~SV~persons-prosecuted~_T~2007'],
    });
    expect(ask([events[1]!, ...events.slice(3)], 'rate', query)).toMatchObject({
      reason: { message: 'SV, persons-prosecuted, 2006: population-known-later' },
    });
    expect(ask(events, 'rate', { ...query, breakdown: 'age:child' })).toMatchObject({
      reason: { code: 'conflicting-figures' },
    });
    expect(ask(events, 'rate', { ...query, year: '2001' })).toMatchObject({ reason: { code: 'no-data' } });
    expect(ask(events, 'rate', { ...query, respondent: 'QQ' })).toMatchObject({
      reason: { code: 'unknown-code' },
    });
  });
  it('leaves population out of what the round says', () => {
    const { observations, population } = factsOf(events, '2008-12-31');
    expect([observations.length, population.length]).toEqual([7, 1]);
  });
});

describe('figures', () => {
  const events = [
    but(opened(), { round: '2006', title: { en: 'Round of 2006' } }),
    opened(),
    replied('SV', [said('2003', 3)], [], { round: '2006', receivedOn: '2006-02-01' }),
    replied('SV', [
      said('undated', 12),
      said('2001-09/..', 15),
      said('../2004', 2),
      said('2005', 8, { note: 'Until June.' }),
      said('2002/2004', 7),
      said('2004', 5),
      said('2004', 6),
    ]),
    replied(
      'GR',
      [said('2005', 1, { note: 'Of both sexes.' })],
      [found('hotline', { note: 'A line of its own.', detail: 'judges' })],
    ),
  ];
  const query = { respondent: 'SV', indicator: 'persons-prosecuted' };
  it('are those of the round, years first, then spans, then what has no beginning; of the collection all', () => {
    const round =
      '[conflicting figures: 5 or 6] in 2004, 8 in 2005, 7 from 2002 to 2004, 2 up to 2004, ' +
      '15 since September 2001 and 12 (no period given)';
    expect(ask(events, 'figures', query)).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'conflicting-figures', message: 'c~SV~persons-prosecuted~_T~2004: 5 and 6' },
      text: round,
      events: [4],
    });
    expect(ask(events, 'figures', { ...query, of: 'collection' })).toMatchObject({
      text: `3 in 2003, ${round}`,
      events: [3, 4],
    });
    expect(textOf(events, 'figures', { respondent: 'LV', indicator: 'persons-prosecuted' })).toBe(
      '[no data: Latvia, Persons prosecuted]',
    );
    expect(textOf(events, 'figure', { ...query, period: '2005', as: 'dated' })).toBe('eight in 2005');
    expect(textOf(events, 'figure', { ...query, period: '2005', breakdown: 'sex:female' })).toBe(
      '[no data: El Salvador, Persons prosecuted (sex:female), 2005]',
    );
  });
  it('are drawn, and those that conflict are written, none chosen', () => {
    expect(ask(events, 'chart', query)).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'conflicting-figures', message: 'SV, persons-prosecuted' },
      text:
        'El Salvador: persons prosecuted: 3 in 2003, [5 or 6] in 2004, 8 in 2005, 7 from 2002 to 2004, ' +
        '2 up to 2004, 15 since September 2001 and 12 (no period given).',
      events: [3, 4],
    });
    expect(ask(events, 'chart', { ...query, respondent: 'GR' })).toMatchObject({ status: 'answered' });
    expect(ask(events, 'chart', { ...query, breakdown: 'sex:female' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'no-data', message: 'nothing to draw: SV, persons-prosecuted (sex:female)' },
      text: '[no data: El Salvador: persons prosecuted (female)]',
    });
    expect(ask(events, 'chart', { ...query, indicator: 'persons-jailed' }).reason?.code).toBe('unknown-code');
  });
  it('have notes, each of its own respondent, code and period', () => {
    expect(ask(events, 'note', { ...query, period: '2005' })).toMatchObject({
      text: 'Until June.',
      cells: ['c~SV~persons-prosecuted~_T~2005'],
    });
    expect(textOf(events, 'note', { ...query, period: '2004' })).toBe('[no data: SV, persons-prosecuted]');
    expect(textOf(events, 'note', { ...query, paragraph: '15' })).toBe('[no data: SV, persons-prosecuted]');
    expect(textOf(events, 'note', { ...query, paragraph: '14' })).toBe('Until June.');
    expect(textOf(events, 'note', { respondent: 'GR', topic: 'hotline' })).toBe('A line of its own.');
    expect(textOf(events, 'note', { respondent: 'GR', topic: 'hotline', detail: 'police' })).toBe(
      '[no data: GR, hotline]',
    );
  });
});

describe('findings', () => {
  const events = [
    opened(),
    replied('SV', [], [found('hotline'), found('training-audience', { detail: 'judges' })]),
    replied(
      'GR',
      [],
      [
        found('training-audience', { detail: 'police' }),
        found('training-audience', { detail: 'judges', paragraph: 9 }),
      ],
    ),
    replied('LAS', [], [found('hotline')]),
    replied('UNODC', [], [found('hotline'), found('training-audience')]),
  ];
  it('are whose they are, the compiler left out', () => {
    expect(ask(events, 'states', { topic: 'hotline' })).toMatchObject({
      text: 'El Salvador and League of Arab States',
      events: [2, 4],
    });
    expect(textOf(events, 'states', { topic: 'hotline', as: 'text' })).toBe(
      'El Salvador and the League of Arab States',
    );
    expect(textOf(events, 'states', { topic: 'hotline', as: 'count' })).toBe(
      'one State and one regional organization',
    );
  });
  it('of one kind are asked for by it, and nobody with one is no finding that nobody has it', () => {
    const judges = { topic: 'training-audience', detail: 'judges' };
    expect(ask(events, 'states', judges)).toMatchObject({
      text: 'El Salvador and Greece',
      cells: ['c~GR~training-audience~judges~2008.p9', 'c~SV~training-audience~judges~2008.p5'],
      events: [2, 3],
    });
    expect(ask(events, 'states', { ...judges, detail: 'prosecutors' })).toMatchObject({
      reason: { code: 'no-data', message: 'no finding: training-audience, prosecutors' },
      text: '[no data: Groups trained, Prosecutors]',
    });
    expect(ask(events, 'states', { topic: 'protocol-ratified' })).toMatchObject({
      reason: { code: 'no-data', message: 'no finding: protocol-ratified' },
      text: '[no data: Protocol ratified]',
    });
  });
  it('of one respondent on a topic are its kinds, those without a kind left out', () => {
    const asked = (respondent: string, topic = 'training-audience') =>
      ask(events, 'details', { respondent, topic });
    expect(asked('GR')).toMatchObject({
      text: 'Judges and Police',
      cells: ['c~GR~training-audience~judges~2008.p9', 'c~GR~training-audience~police~2008.p5'],
      events: [3],
    });
    expect(asked('SV').text).toBe('Judges');
    expect(asked('SV', 'hotline')).toMatchObject({
      reason: { code: 'no-data', message: 'no detail: SV, hotline' },
      text: '[no data: El Salvador, Hotline]',
    });
  });
});

describe('what does not fit together', () => {
  const as = (code: string, asWritten = code, match: 'code' | 'close' = 'code') => ({
    code,
    asWritten,
    match,
  });
  const onPage = (paragraph: number, more: Partial<Observation> = {}) => ({ paragraph, ...more });
  const female = { breakdown: { sex: 'female' } };
  const incomplete = (more: Partial<Finding>) => found('legislation-incomplete', { paragraph: 7, ...more });
  const events = [
    opened({
      listed: {
        paragraph: 3,
        respondents: [as('SV'), as('GR'), as('HR', 'Crotia', 'close'), as('SI'), as('BG')],
      },
    }),
    replied('SV', [
      said('2005', 5, onPage(21)),
      said('2005', 7, onPage(9)),
      said('2006', 1, female),
      said('2006', 2, { ...female, qualifier: 'at-least' }),
    ]),
    replied('LV', [said('2005', 5, onPage(21)), said('2004', 5, onPage(9))], [found('hotline', onPage(9))]),
    replied('EE', [], [found('hotline', { paragraph: 9 })]),
    replied('GR', [
      said('2004', 5, onPage(17)),
      said('2005', 6, onPage(16)),
      said('2003/2006', 10, onPage(17)),
    ]),
    replied('HR', [
      said('2006', 20, onPage(30, { indicator: 'hotline-calls-on-trafficking' })),
      said('2006', 19, onPage(30, { indicator: 'hotline-calls' })),
    ]),
    replied('BG', [], [incomplete({ footnote: 4 }), incomplete({ footnote: 2, detail: 'judges' })]),
  ];
  const asked = (what: string, respondent: string) => ask(events, 'inconsistency', { what, respondent });

  it('is who is cited and not listed, with the paragraphs in order but for that of the list, or the other way round', () => {
    expect(asked('cited-but-not-listed', 'LV')).toMatchObject({
      text: 'Latvia is cited in paragraphs 9 and 21 of the source, but is not among those that its paragraph 3 lists as having replied.',
      cells: ['c~LV~hotline~_~2008.p9', 'c~LV~persons-prosecuted~_T~2004', 'c~LV~persons-prosecuted~_T~2005'],
      events: [1, 3],
    });
    expect(asked('cited-but-not-listed', 'EE').text).toMatch(
      /^Estonia is cited in paragraph 9 of the source/,
    );
    expect(asked('listed-but-not-cited', 'SI')).toMatchObject({
      text: 'Slovenia is listed in paragraph 3 of the source as having replied, but no figure or finding of it is given anywhere.',
      cells: [],
      events: [1],
    });
    expect(asked('name-spelt-otherwise', 'HR').text).toBe(
      '“Crotia” in paragraph 3 of the source is no usual name; it was taken for Croatia.',
    );
  });
  it('is several figures of one cell, its period told once, what it counts of whom with it', () => {
    expect(asked('conflicting-figures', 'SV')).toMatchObject({
      text:
        'El Salvador, persons prosecuted in 2005: 5 or 7. None is chosen. ' +
        'El Salvador, persons prosecuted (female) in 2006: 1 or at least 2. None is chosen.',
      cells: ['c~SV~persons-prosecuted~_T~2005', 'c~SV~persons-prosecuted~sex:female~2006'],
      events: [2],
    });
  });
  it('is parts above their whole, each figure with its period', () => {
    expect(asked('part-exceeds-whole', 'GR')).toMatchObject({
      text: 'Greece (paragraphs 16 and 17 of the source): the parts come to more than the whole, among 5 in 2004, 6 in 2005 and 10 from 2003 to 2006.',
      cells: [
        'c~GR~persons-prosecuted~_T~2003..2006',
        'c~GR~persons-prosecuted~_T~2004',
        'c~GR~persons-prosecuted~_T~2005',
      ],
      events: [5],
    });
    expect(asked('part-exceeds-whole', 'HR').text).toBe(
      'Croatia (paragraph 30 of the source): the parts come to more than the whole, among 20 in 2006 and 19 in 2006.',
    );
  });
  it('is a finding without the other that it stands for, by footnote', () => {
    const sentence = (footnote: number) =>
      `Bulgaria is listed under “Legislation incomplete” (footnote ${footnote} of the source), which is said of those listed under “Protocol ratified”, where it is missing.`;
    expect(asked('implied-finding-missing', 'BG').text).toBe(`${sentence(4)} ${sentence(2)}`);
  });
  it('is counted, and told to be gone where it is: of this kind, and of this respondent', () => {
    expect(ask(events, 'inconsistencies')).toMatchObject({
      text: '10 inconsistencies',
      events: [1, 2, 3, 4, 5, 6, 7],
    });
    expect(textOf([opened()], 'inconsistencies')).toBe('no inconsistency');
    const gone = 'Nothing is found any longer that does not fit together here.';
    expect(asked('conflicting-figures', 'GR')).toMatchObject({ text: gone, cells: [], events: [] });
    expect(asked('part-exceeds-whole', 'SV').text).toBe(gone);
  });
});

describe('a code that nobody knows', () => {
  const events = [opened(), replied('SV', years(2005, [18, 37, 6]), [found('hotline')])];
  const series = { respondent: 'SV', indicator: 'persons-prosecuted' };
  const { indicator } = series;
  it.each([
    ['period', { ...series, period: '2005' }, ['respondent', 'indicator']],
    ['figures', series, ['respondent', 'indicator']],
    ['note', { ...series, period: '2005' }, ['respondent', 'indicator']],
    ['note', { respondent: 'SV', topic: 'hotline' }, ['respondent', 'topic']],
    ['coverage', { indicator, region: '419' }, ['indicator', 'region']],
    ['coverage', { topic: 'hotline', region: '419' }, ['topic', 'region']],
    ['total', { indicator, from: '2005', region: '419' }, ['indicator', 'region']],
    ['trend', series, ['respondent', 'indicator']],
    ['directions', { indicator, region: '419' }, ['indicator', 'region']],
    ['details', { respondent: 'SV', topic: 'hotline' }, ['respondent', 'topic']],
  ])('is named where %s is asked with it: %j', (kind, query, names) => {
    expect(ask(events, kind, query).reason?.code).not.toBe('unknown-code');
    for (const name of names) {
      const code = { respondent: 'QQ', region: '999' }[name] ?? 'qq-qq';
      expect(ask(events, kind, { ...query, [name]: code })).toMatchObject({
        status: 'unanswerable',
        reason: { code: 'unknown-code', message: `no such code: ${code}` },
      });
    }
  });
  it('is named beside the others, and no region is one that is known', () => {
    expect(ask(events, 'trend', { respondent: 'QQ', indicator: 'qq' }).text).toBe('[unknown code: QQ, qq]');
    expect(textOf(events, 'coverage', { indicator, region: 'none' })).toBe('none of zero respondents');
  });
});
