/** What replies say instead of a number: in tables by a sign with its meaning, in sentences in words, and in no count of figures. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { missingReasons, type DomainEvent } from '@rapporteur/domain';
import { answerAgain } from './answer-claim.js';
import { opened, replied, said } from '../samples/examples.js';
import { loadLanguage, reportLanguages, type ReportLanguage } from '../document/language.js';
import { factsOf } from '../facts/round-2008-facts.js';

const languages = new Map<string, ReportLanguage>();
beforeAll(async () => {
  for (const code of reportLanguages()) languages.set(code, await loadLanguage(code));
});

const ask = (events: readonly DomainEvent[], kind: string, query: Record<string, string>, code = 'en') =>
  answerAgain(
    { id: 'x', query: { ...query, kind } },
    { facts: factsOf(events, '2008-12-31'), language: languages.get(code)! },
  );

const indicator = { indicator: 'persons-prosecuted' };
const why = missingReasons.map((qualifier, i) => said(String(2001 + i), null, { qualifier }));
const events = [
  opened(),
  replied('SV', [said('2000', 0), ...why]),
  replied('GR', [said('2000', 7)]),
  replied('LV', [said('2002', null, { qualifier: 'not-asked' })]),
];

describe('a reason why there is no number', () => {
  it('is a sign in a table, whose meaning stands under it, and neither a zero nor two dots', () => {
    expect(ask(events, 'table', { of: 'respondents', ...indicator })).toMatchObject({
      status: 'answered',
      text: [
        'Respondent\t2000\t2001\t2002\t2003\t2004\t2005',
        'El Salvador\t0\tnone known\t:\t×\t?\t#',
        'Greece\t7\t..\t..\t..\t..\t..',
        'Latvia\t..\t..\t?\t..\t..\t..',
      ].join('\n'),
      beside: [
        'Persons prosecuted: all respondents',
        'Two dots (..) mean that no figure was given.',
        'A colon (:) means that the figure is not available.',
        'A cross (×) means that the count does not apply.',
        'A question mark (?) means that the figure was not asked for.',
        'A number sign (#) means that the figure is withheld.',
        'E/2008/1, paragraph 14.',
      ],
    });
  });
  it('has its meaning in the language of the report, and only where it stands', () => {
    const greek = ask(events, 'table', { of: 'series', respondent: 'LV', ...indicator }, 'zh');
    expect(greek.beside?.filter((line) => line.includes('表示'))).toEqual(['问号（?）表示未询问。']);
    expect(ask(events, 'table', { of: 'series', respondent: 'GR', ...indicator }).beside).toHaveLength(2);
    expect(ask(events, 'table', { of: 'figures', respondent: 'LV' }).beside).toContain(
      'A question mark (?) means that the figure was not asked for.',
    );
  });
  it('stands in words in a sentence, and beside a number that conflicts with it', () => {
    expect(ask(events, 'figures', { respondent: 'SV', ...indicator }).text).toBe(
      'zero in 2000, none known in 2001, not available in 2002, not applicable in 2003, not asked in 2004 and withheld in 2005',
    );
    const twice = [opened(), replied('SV', [said('2005', 5), said('2005', null, { qualifier: 'withheld' })])];
    expect(ask(twice, 'table', { of: 'series', respondent: 'SV', ...indicator })).toMatchObject({
      status: 'unanswerable',
      text: 'Period\tPersons prosecuted\n2005\t[5 or withheld]',
      beside: ['El Salvador: persons prosecuted', 'E/2008/1, paragraph 14.'],
    });
    expect(ask(events, 'chart', { respondent: 'SV', ...indicator }).text).toContain('not applicable in 2003');
  });
  it('is no figure that was given: none known is one', () => {
    const only = (qualifier: (typeof missingReasons)[number]) =>
      ask([opened(), replied('SV', [said('2005', null, { qualifier })])], 'coverage', indicator).text;
    expect(missingReasons.filter((each) => only(each) === 'one of one respondent')).toEqual(['none-known']);
    expect(ask(events, 'coverage', indicator).text).toBe('two of three respondents');
    expect(ask(events, 'directions', indicator).text).toContain(
      'Of the three respondents, two gave yearly figures',
    );
    expect(ask(events, 'total', { ...indicator, from: '2002' }).reason?.code).toBe('no-data');
  });
  it('that contradicts a part is told', () => {
    const part = said('2005', 3, { breakdown: { sex: 'female' } });
    const twice = [opened(), replied('SV', [said('2005', null, { qualifier: 'not-applicable' }), part])];
    const query = { what: 'figure-not-applicable', respondent: 'SV' };
    expect(ask(twice, 'inconsistency', query).text).toBe(
      'El Salvador (paragraph 14 of the source): a part counts something where the whole is said not to apply, among 3 in 2005 and not applicable in 2005.',
    );
    expect(ask(twice, 'inconsistency', query, 'zh').text).toContain('不适用');
  });
});
