/** Bad input: every problem at once, each with where, what was expected, and what may have been meant. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCorrection, parseReply, parseRound, parseWithdrawal } from './commands.js';
import { registry } from '../samples/examples.js';
import type { Parsed, Registry } from './parse.js';

const key = { collection: 'ecosoc-2006-27', round: '2008' };
const problems = (parsed: Parsed<unknown>) => (parsed.ok ? [] : parsed.problems);
const codes = (parsed: Parsed<unknown>) => problems(parsed).map(({ pointer, code }) => `${pointer} ${code}`);
const reply = (body: unknown) => parseReply(body, key, registry);
const good = { indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 };
const withFigures = (...observations: object[]) =>
  reply({ respondent: 'SV', receivedOn: '2008-01-20', observations });

describe('a reply with problems', () => {
  it('lists all of them, those of shape and those of subject together', () => {
    const body = {
      respondent: 'El Salvadorr',
      receivedOn: '2008-01-20',
      colour: 'red',
      observations: [
        { indicator: 'persons-prosecutted', period: '2007', value: 6, paragraph: 14 },
        { ...good, value: -1 },
        { ...good, value: 6.5, period: '2006' },
        { ...good, value: '6', period: '2005' },
        { ...good, period: '2006/2003' },
        { ...good, period: '2009' },
        { ...good, period: '2004', paragraph: undefined },
        { ...good, period: '2003', breakdown: { sex: 'femal' } },
        { ...good, period: '2002', breakdown: { sexe: 'female' } },
        { ...good, value: 7 },
      ],
      findings: [{ topic: 'shelter', paragraph: 61 }],
    };
    expect(codes(reply(body)).sort()).toEqual(
      [
        '/colour unknown-field',
        '/respondent unknown-respondent',
        '/observations/0/indicator unknown-indicator',
        '/observations/1/value not-a-count',
        '/observations/2/value not-a-count',
        '/observations/3/value not-a-count',
        '/observations/4/period period-backwards',
        '/observations/5/period period-in-future',
        '/observations/6 no-source',
        '/observations/7/breakdown/sex unknown-sex-code',
        '/observations/8/breakdown/sexe unknown-dimension',
        '/observations/9 duplicate-figure',
        '/findings/0/topic unknown-topic',
      ].sort(),
    );
  });

  it('suggests what may have been meant', () => {
    const found = problems(
      reply({
        respondent: 'El Salvadorr',
        receivedOn: '2008-01-20',
        observations: [{ ...good, indicator: 'persons-prosecutted' }],
      }),
    );
    expect(found.map(({ suggestions }) => suggestions)).toEqual([
      ['SV (El Salvador)'],
      ['persons-prosecuted'],
    ]);
  });

  it.each([
    [{ ...good, value: null }, 'value-missing'],
    [{ ...good, qualifier: 'none-known' }, 'value-with-none-known'],
    ...['not-available', 'not-applicable', 'not-asked', 'withheld'].map(
      (qualifier) => [{ ...good, qualifier }, 'value-with-missing'] as [object, string],
    ),
    [{ ...good, value: null, qualifier: 'fewer-than' }, 'value-missing'],
    [{ ...good, value: 0, qualifier: 'fewer-than' }, 'fewer-than-zero'],
    [{ ...good, qualifier: 'about' }, 'unknown-value'],
    [{ ...good, value: 1e400 }, 'not-a-count'],
    [{ ...good, break: true, period: '2003/2006' }, 'break-without-year'],
    [{ ...good, break: false }, 'unknown-value'],
    [{ ...good, note: 'a\u0000b' }, 'malformed'],
    [{ ...good, note: '\ud800' }, 'malformed'],
  ])('refuses %j: %s', (observation, code) => {
    expect(problems(withFigures(observation)).map((p) => p.code)).toEqual([code]);
  });

  it.each([
    ['<5', 5, 'fewer-than'],
    ['≤ 4', 5, 'fewer-than'],
    ['>5', 6, 'at-least'],
    ['at least 5', 5, 'at-least'],
    // As the round of 2008 was coded: "more than 3,800" is at least 3,800, the number that the letter has.
    ['plus de 1 000', 1000, 'at-least'],
    ['more than 3,800', 3800, 'at-least'],
    ['超过五', 5, 'at-least'],
    ['~60', 60, 'approximately'],
    ['около 60', 60, 'approximately'],
    ['1,234', 1234, 'exact'],
    ['5 000', 5000, 'exact'],
    ['6', 6, 'exact'],
    ['five', 5, 'exact'],
    ['٥', 5, 'exact'],
    ['十二', 12, 'exact'],
  ])('says which value with which qualifier %j means: %s, %s', (value, meant, qualifier) => {
    const [problem, ...more] = problems(withFigures({ ...good, value }));
    const beside = qualifier === 'exact' ? '' : ` with "qualifier": "${qualifier}"`;
    expect([problem, more]).toMatchObject([
      {
        code: 'not-a-count',
        message: `${JSON.stringify(value)} is not a count; did you mean "value": ${meant}${beside}?`,
        suggestions: [qualifier === 'exact' ? `${meant}` : `${meant} (${qualifier})`],
      },
      [],
    ]);
    expect(codes(withFigures({ ...good, value: meant, qualifier }))).toEqual([]);
  });
  it.each([
    '',
    '-5',
    '5.5',
    '5 to 6',
    '5 of 10',
    '<0',
    '1,23',
    'n/a',
    'none',
    '1'.repeat(100),
    '9'.repeat(20),
  ])('guesses nothing of the value %j', (value) => {
    const [problem] = problems(withFigures({ ...good, value }));
    expect(problem).toMatchObject({ code: 'not-a-count', message: expect.stringMatching(/is not a count$/) });
  });

  it('tells a period in the future also where the day of receipt is wrong, missing or to come', () => {
    const [next, far] = [String(Number(registry.today.slice(0, 4)) + 1), '2999-01-01'];
    const about = (receivedOn: unknown) =>
      problems(reply({ respondent: 'SV', receivedOn, observations: [{ ...good, period: next }] })).map(
        ({ pointer, code, message }) =>
          `${pointer} ${code}${code === 'period-in-future' ? ` ${message}` : ''}`,
      );
    const told = `/observations/0/period period-in-future ${next} lies after ${registry.today}, today`;
    expect(about('soon')).toEqual(['/receivedOn malformed', told]);
    expect(about(undefined)).toEqual(['/receivedOn missing', told]);
    expect(about(far).sort()).toEqual([told, '/receivedOn received-in-future']);
  });

  it('refuses days that do not exist or are still to come', () => {
    expect(codes(reply({ respondent: 'SV', receivedOn: '2008-02-30' }))).toEqual(['/receivedOn malformed']);
    for (const receivedOn of ['0000-01-01', { onOrBefore: '0000-12-31' }])
      expect(codes(reply({ respondent: 'SV', receivedOn }))).toEqual([
        expect.stringMatching(/^\/receivedOn.* malformed$/),
      ]);
    expect(codes(reply({ respondent: 'SV', receivedOn: '2031-01-01' }))).toEqual([
      '/receivedOn received-in-future',
    ]);
    expect(codes(reply({ respondent: 'SV' }))).toEqual(['/receivedOn missing']);
  });

  it('refuses a body that is no object, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        const parsed = reply(body);
        return parsed.ok || parsed.problems.length > 0;
      }),
    );
    expect(reply(null).ok).toBe(false);
    expect(reply([]).ok).toBe(false);
  });
});

describe('findings that are alike', () => {
  const said = { topic: 'shelters', detail: 'police', paragraph: 61, footnote: 1, row: 4 };
  const withFindings = (...findings: object[]) =>
    reply({ respondent: 'SV', receivedOn: '2008-01-20', findings });
  it('are doubles where topic, detail and place are the same, whatever the note', () => {
    expect(codes(withFindings(said, { ...said, note: 'again' }))).toEqual(['/findings/1 duplicate-finding']);
  });
  it.each([
    ['topic', { topic: 'protocol-ratified' }],
    ['detail', { detail: undefined }],
    ['paragraph', { paragraph: 62 }],
    ['footnote of one paragraph', { footnote: 2 }],
    ['row', { row: 5 }],
  ])('are none where they differ in the %s', (_, other) => {
    expect(codes(withFindings(said, { ...said, ...other }))).toEqual([]);
  });
});

describe('text that forces its direction', () => {
  it.each(['\u202d', '\u202e'])('is refused: figures after it would be shown backwards', (override) => {
    const note = `${override}of 123 persons`;
    expect(codes(withFigures({ ...good, note, asWritten: note }))).toEqual([
      '/observations/0/note malformed',
      '/observations/0/asWritten malformed',
    ]);
    const withdrawal = { receivedOn: '2008-02-01', reason: note };
    expect(codes(parseWithdrawal(withdrawal, key, 'SV', registry))).toContain('/reason malformed');
  });
  it('is not what Arabic has: marks, embeddings and isolates stand', () => {
    const note = '\u200f\u202bضحية\u202c \u2067١٢\u2069 12\u200e';
    expect(codes(withFigures({ ...good, note }))).toEqual([]);
  });
});

it.each(['\u0001', '\u000b', '\u001b', '\uffff'])(
  'refuses text with %j, which a report and a workbook could not hold',
  (control) => {
    const note = `12${control} persons`;
    expect(codes(withFigures({ ...good, note }))).toEqual(['/observations/0/note malformed']);
    expect(codes(withFigures({ ...good, note: '12\tpersons\r\nand more\u0085' }))).toEqual([]);
  },
);

describe('a correction or withdrawal with problems', () => {
  it('must correct something, and say why', () => {
    expect(codes(parseCorrection({ receivedOn: '2008-02-01' }, key, 'SV', registry)).sort()).toEqual([
      ' nothing-corrected',
      '/reason missing',
    ]);
    expect(codes(parseWithdrawal({ receivedOn: '2009-02-01' }, key, 'SV', registry)).sort()).toEqual([
      '/reason missing',
      '/receivedOn received-in-future',
    ]);
  });
  it('points into the list that is wrong', () => {
    const body = {
      receivedOn: '2008-02-01',
      reason: 'x',
      observations: { changed: [good, good], retracted: [{ indicator: 'nothing', period: '2005' }] },
    };
    expect(codes(parseCorrection(body, key, 'SV', registry))).toEqual([
      '/observations/changed/1 duplicate-figure',
      '/observations/retracted/0/indicator unknown-indicator',
    ]);
  });
});

describe('a round with problems', () => {
  it('names who is not known', () => {
    const body = { ...key, listed: { paragraph: 3, respondents: ['SV', 'Atlantis'] }, cutOff: 'soon' };
    expect(codes(parseRound(body, registry))).toEqual([
      '/cutOff malformed',
      '/listed/respondents/1 unknown-respondent',
    ]);
  });
  const withGreece: Registry = {
    ...registry,
    resolve: (written) =>
      written === 'GR' ? { code: 'GR', asWritten: 'GR', match: 'code' } : registry.resolve(written),
  };
  const listing = (...respondents: unknown[]) =>
    parseRound({ ...key, listed: { paragraph: 3, respondents } }, withGreece);
  it('keeps how a list spells a name, and takes whom it means from somebody who says so', () => {
    const parsed = listing({ respondent: 'SV', asWritten: 'El Slvador' }, 'SV');
    expect(parsed.ok && parsed.value.data.listed!.respondents).toEqual([
      { code: 'SV', asWritten: 'El Slvador', match: 'close' },
      { code: 'SV', asWritten: 'SV', match: 'code' },
    ]);
    expect(codes(listing('El Slvador'))).toEqual(['/listed/respondents/0 unknown-respondent']);
    expect(codes(listing({ respondent: 'El Slvador', asWritten: 'SV' }))).toEqual([
      '/listed/respondents/0/respondent unknown-respondent',
    ]);
    expect(codes(listing({ respondent: 'SV', asWritten: 'GR' }))).toEqual([
      '/listed/respondents/0/asWritten name-of-another',
    ]);
  });
});
