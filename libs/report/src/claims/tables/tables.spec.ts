/**
 * Each kind of table in its border cases: which figures are in it, in what order, under which note, and why one
 * is empty.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Finding, Observation } from '@rapporteur/domain';
import { answerAgain } from '../answer-claim.js';
import { corrected, opened, replied, said, withdrew } from '../../samples/examples.js';
import { loadLanguage, type ReportLanguage } from '../../document/language.js';
import { factsOf } from '../../facts/round-2008-facts.js';

let language: ReportLanguage;
beforeAll(async () => {
  language = await loadLanguage('en');
});

const ask = (events: readonly DomainEvent[], query: Record<string, string>) =>
  answerAgain(
    { id: 'x', query: { ...query, kind: 'table' } },
    { facts: factsOf(events, '2008-12-31'), language },
  );
const years = (from: number, values: readonly number[], more: Partial<Observation> = {}) =>
  values.map((value, i) => said(String(from + i), value, more));
const found = (topic: string, more: Partial<Finding> = {}): Finding => ({ topic, paragraph: 5, ...more });
const id = (respondent: string, period: string, more = 'persons-prosecuted~_T') =>
  `c~${respondent}~${more}~${period}`;

describe('respondents by years', () => {
  const events = [
    opened(),
    replied('SV', [...years(2005, [18, 37, 6]), said('2005/2006', 70)]),
    replied('GR', [said('2007', 4), said('2007', 5)]),
    replied('LAS', years(2006, [1])),
    replied('UNODC', years(2006, [9])),
    replied('LV', years(2006, [3])),
    withdrew('LV'),
  ];
  const query = { of: 'respondents', indicator: 'persons-prosecuted' };
  it('have a column for each year from the first to the last, and a row for each whose reply stands', () => {
    expect(ask(events, query)).toMatchObject({
      status: 'unanswerable',
      reason: {
        code: 'conflicting-figures',
        message: `Persons prosecuted: all respondents: ${id('GR', '2007')}`,
      },
      text: [
        'Respondent\t2005\t2006\t2007',
        'El Salvador\t18\t37\t6',
        'Greece\t..\t..\t[4 or 5]',
        'League of Arab States\t..\t1\t..',
      ].join('\n'),
      grid: [
        ['', '', '', ''],
        ['', id('SV', '2005'), id('SV', '2006'), id('SV', '2007')],
        ['', '', '', id('GR', '2007')],
        ['', '', id('LAS', '2006'), ''],
      ],
      events: [2, 3, 4],
    });
  });
  it('are cut to years with the first and the last of them, and to a region', () => {
    expect(ask(events, { ...query, from: '2006', to: '2006' }).text).toBe(
      'Respondent\t2006\nEl Salvador\t37\nLeague of Arab States\t1',
    );
    expect(ask(events, { ...query, from: '2004', region: '419' })).toMatchObject({
      status: 'answered',
      text: 'Respondent\t2004\t2005\t2006\t2007\nEl Salvador\t..\t18\t37\t6',
      beside: [
        'Persons prosecuted: Latin America and the Caribbean',
        'Two dots (..) mean that no figure was given.',
        'E/2008/1, paragraph 14.',
      ],
    });
    expect(ask(events, { ...query, to: '2008', region: '419' }).text).toContain('\t2007\t2008\n');
    expect(ask(events, { ...query, region: 'none' }).text).toBe('Respondent\t2006\nLeague of Arab States\t1');
    expect(ask(events, { ...query, region: '030' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'no-data' },
    });
    expect(ask(events, { ...query, breakdown: 'sex:female' }).text).toContain('[no data: ');
  });
});

describe('regions by years', () => {
  const events = [
    opened(),
    replied('SV', years(2005, [18, 37])),
    replied('CU', years(2005, [2, 3])),
    replied('JM', years(2005, [100])),
    replied('GR', years(2006, [4])),
    replied('LAS', years(2005, [1, 1])),
  ];
  const query = { of: 'regions', indicator: 'persons-prosecuted', from: '2005', to: '2006' };
  it('sum those with every year, say how many they are, and rest on their figures alone', () => {
    expect(ask(events, query)).toMatchObject({
      status: 'answered',
      text: [
        'Region\t2005\t2006\tSummed',
        'Southern Europe\t..\t..\tnone of 1 respondent',
        'Latin America and the Caribbean\t20\t40\t2 of 3 respondents',
        'other respondents, in no region of M49\t1\t1\t1 of 1 respondent',
      ].join('\n'),
      cells: ['CU', 'LAS', 'SV'].flatMap((code) => ['2005', '2006'].map((year) => id(code, year))),
      events: [1, 2, 3, 4, 5, 6],
    });
    expect(ask(events, { ...query, to: '2005' }).text).toContain(
      'Latin America and the Caribbean\t120\t3 of 3 respondents',
    );
  });
  it('are none where nobody gave every year, and years may not go backwards', () => {
    expect(ask(events, { ...query, from: '2004' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'no-data', message: 'no sums by region: persons-prosecuted, 2004 to 2006' },
      events: [1, 2, 3, 4, 5, 6],
      cells: [],
    });
    expect(() => ask(events, { ...query, from: '2007' })).toThrow('does not know');
  });
});

describe('series side by side', () => {
  const arrested = { indicator: 'persons-arrested' };
  const events = [
    opened({ symbol: null }),
    replied('SV', [
      said('2005/2006', 9, { paragraph: 20 }),
      said('2006', 37, { note: 'Of both sexes.', paragraph: 15 }),
      said('2005', 18, { note: 'Until June.' }),
      said('2005', 5, { ...arrested, note: 'Until June.', paragraph: 16 }),
      said('2005', 6, { ...arrested, note: 'Of both sexes.', paragraph: 18 }),
    ]),
    replied('GR', years(2005, [1])),
  ];
  it('have a row for each period, notes by letters, each once, and runs of paragraphs', () => {
    expect(
      ask(events, { of: 'series', respondent: 'SV', indicator: 'persons-prosecuted,persons-arrested' }),
    ).toMatchObject({
      status: 'unanswerable',
      reason: {
        message: `El Salvador: persons prosecuted and persons arrested: ${id('SV', '2005', 'persons-arrested~_T')}`,
      },
      text: [
        'Period\tPersons prosecuted\tPersons arrested',
        '2005\t18 (a)\t[5 or 6] (a) (b)',
        '2006\t37 (b)\t..',
        '2005–2006\t9\t..',
      ].join('\n'),
      beside: [
        'El Salvador: persons prosecuted and persons arrested',
        '(a) Until June.',
        '(b) Of both sexes.',
        'Replies of respondents, paragraphs 14–16, 18 and 20.',
      ],
      events: [2],
    });
    expect(ask(events, { of: 'series', respondent: 'LV', indicator: 'persons-arrested' })).toMatchObject({
      reason: { code: 'no-data', message: 'no figures: LV, persons-arrested' },
    });
  });
  it('count notes on after the letter z', () => {
    const noted = Array.from({ length: 53 }, (_, i) => said(String(1950 + i), i, { note: `Note ${i}.` }));
    const { text } = ask([opened(), replied('SV', noted)], {
      ...{ of: 'series', respondent: 'SV', indicator: 'persons-prosecuted' },
    });
    const letters = text.split('\n').map((line) => /\((\w+)\)/.exec(line)?.[1]);
    expect([1, 26, 27, 28, 52, 53].map((n) => letters[n])).toEqual(['a', 'z', 'aa', 'ab', 'az', 'ba']);
  });
});

describe('figures and statements of the round', () => {
  const events = [
    { ...opened(), data: { ...opened().data, round: '2006' } } as DomainEvent,
    opened(),
    replied('SV', [said('2003', 3)], [found('hotline')], { round: '2006', receivedOn: '2006-02-01' }),
    replied(
      'SV',
      [said('2006', 37), said('2005', 18, { breakdown: { sex: 'female' }, paragraph: undefined })],
      [
        found('training-audience', { detail: 'judges', paragraph: 9, footnote: 4, note: 'In 2007.' }),
        found('hotline', { paragraph: 8 }),
        found('protocol-ratified', { paragraph: undefined }),
      ],
    ),
    replied(
      'GR',
      [said('2005', 4), said('2006', 2, { indicator: 'victims-identified' })],
      [found('hotline')],
    ),
    replied('UNODC', [], [found('hotline', { note: 'The compiler counts itself too.' })]),
  ];
  it('are in order of respondents, indicators and periods, with the paragraph that says them', () => {
    expect(ask(events, { of: 'figures' })).toMatchObject({
      text: [
        'Respondent\tWhat was counted\tPeriod\tFigure\tParagraph of the source',
        'El Salvador\tPersons prosecuted: Female\t2005\t18\t',
        'El Salvador\tPersons prosecuted\t2006\t37\t14',
        'Greece\tPersons prosecuted\t2005\t4\t14',
        'Greece\tVictims identified\t2006\t2\t14',
      ].join('\n'),
      events: [4, 5],
    });
    expect(ask(events, { of: 'figures', respondent: 'SV' })).toMatchObject({
      text: expect.stringMatching(/^[^\n]+\nEl Salvador[^\n]+\nEl Salvador[^\n]+$/),
      beside: ['Figures reported: El Salvador', 'E/2008/1, paragraph 14.'],
    });
    expect(ask(events, { of: 'figures', theme: 'E' }).reason?.message).toBe('no figures: E');
    expect(ask(events, { of: 'figures', respondent: 'LV' }).reason?.message).toBe('no figures: LV');
    expect(ask(events.slice(1, 2), { of: 'figures' }).reason?.message).toBe('no figures: the round');
  });
  it('that are statements are in order of respondents and paragraphs, those without one last', () => {
    expect(ask(events, { of: 'statements', respondent: 'SV' })).toMatchObject({
      text: expect.stringMatching(/\t8\n.*: Judges\tIn 2007\.\t9, footnote 4\n.*\t$/),
      beside: ['Statements by respondent: El Salvador', 'E/2008/1, paragraphs 8–9.'],
    });
    const all = ask(events, { of: 'statements' });
    expect(all.text.split('\n').map((line) => line.split('\t')[0])).toEqual([
      ...['Respondent', 'El Salvador', 'El Salvador', 'El Salvador', 'Greece'],
      'United Nations Office on Drugs and Crime',
    ]);
    expect(ask(events, { of: 'statements', theme: 'C' }).text.split('\n')).toHaveLength(2);
    expect(ask(events, { of: 'statements', respondent: 'LV' }).reason?.message).toBe('no findings: LV');
  });
});

describe('replies', () => {
  const vague = { ...replied('GR', [], []), data: { ...replied('GR', [], []).data } } as DomainEvent;
  const events = [
    opened(),
    replied('SV', []),
    { ...vague, data: { ...vague.data, receivedPrecision: 'on-or-before', late: null } } as DomainEvent,
    {
      ...replied('LV', [], [], { receivedOn: '2008-02-01' }),
      data: { ...replied('LV', [], [], { receivedOn: '2008-02-01' }).data, late: true },
    } as DomainEvent,
    corrected('SV', { added: [said('2005', 1)], reference: 'NV/1' }),
    withdrew('SV', { receivedOn: '2008-03-02' }),
    replied('SV', [], [], { receivedOn: '2008-04-01' }),
  ];
  it('have the day of receipt and what came since, also of those withdrawn', () => {
    expect(ask(events, { of: 'replies' })).toMatchObject({
      text: [
        'Respondent\tReceived\tSince then',
        'El Salvador\t10 January 2008\tcorrected on 1 March 2008 NV/1; withdrawn on 2 March 2008; submitted again on 1 April 2008',
        'Greece\ton or before 10 January 2008\t',
        'Latvia\t1 February 2008 (after the cut-off)\t',
      ].join('\n'),
      events: [1, 2, 3, 4, 5, 6, 7],
    });
    expect(ask(events.slice(0, 1), { of: 'replies' })).toMatchObject({
      reason: { code: 'no-data', message: 'no replies' },
      events: [1],
    });
  });
});

describe('a table', () => {
  it.each([
    [{ of: 'series', respondent: 'SV' }],
    [{ of: 'series', indicator: 'persons-prosecuted' }],
    [{ of: 'respondents' }],
    [{ of: 'respondents', indicator: 'persons-prosecuted', respondent: 'SV' }],
    [{ of: 'regions', indicator: 'persons-prosecuted', from: '2005' }],
    [{ of: 'figures', breakdown: 'sex:female' }],
    [{ of: 'replies', theme: 'B' }],
  ])('is not made of %j', (query) => {
    expect(() => ask([opened()], query)).toThrow('does not know');
  });
  it('of an unknown code says so in its one cell', () => {
    expect(ask([opened()], { of: 'respondents', indicator: 'persons-jailed' })).toMatchObject({
      status: 'unanswerable',
      reason: { code: 'unknown-code', message: 'no such code: persons-jailed' },
      text: '[unknown code: persons-jailed]',
      beside: ['Table without an answer'],
      grid: [['']],
    });
    expect(
      ask([opened()], { of: 'series', respondent: 'SV', indicator: 'persons-prosecuted,persons-jailed' })
        .text,
    ).toBe('[unknown code: persons-jailed]');
  });
});
