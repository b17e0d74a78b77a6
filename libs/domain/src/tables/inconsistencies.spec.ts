/** What does not fit together: lists against replies, figures given twice, parts above wholes, implied findings. */
import { describe, expect, it } from '@jest/globals';
import { round as emptyRound } from '../samples/examples.js';
import type { Resolved } from '../events/events.js';
import type { ReplyMark } from './fold.js';
import { findInconsistencies, type KnownRound } from './inconsistencies.js';
import { yearOf } from '../figures/period.js';
import type { CellStatement } from './figure.js';

const id = 'ecosoc-2006-27/2008';
const mark = (respondent: string, position: number): ReplyMark => ({
  reply: `${id}/${respondent}`,
  collection: 'ecosoc-2006-27',
  round: '2008',
  respondent,
  position,
  receivedOn: '2008-01-20',
  receivedPrecision: 'on',
  kind: 'submitted',
  voids: false,
  complete: false,
  language: null,
  late: false,
  reason: null,
  reference: null,
  undoes: null,
});
const said = (
  respondent: string,
  code: string,
  period: string,
  value: number | null,
  more: Partial<CellStatement> = {},
): CellStatement => ({
  kind: 'observation',
  cell: `ecosoc-2006-27~${respondent}~${code}~${more.breakdown ?? '_T'}~${period}`,
  collection: 'ecosoc-2006-27',
  respondent,
  reply: `${id}/${respondent}`,
  position: 3,
  receivedOn: '2008-01-20',
  code,
  breakdown: '_T',
  period,
  year: yearOf(period),
  value,
  qualifier: 'exact',
  source: { paragraph: 14 },
  ...more,
});
const finding = (respondent: string, topic: string, paragraph: number, footnote?: number) =>
  said(respondent, topic, '', null, {
    kind: 'finding',
    cell: `ecosoc-2006-27~${respondent}~${topic}~_~2008.p${paragraph}`,
    qualifier: null,
    source: { paragraph, ...(footnote === undefined ? {} : { footnote }) },
  });
const as = (code: string, asWritten = code, match: Resolved['match'] = 'exact'): Resolved => ({
  code,
  asWritten,
  match,
});
const listing = (...respondents: Resolved[]): KnownRound => ({
  particulars: { ...emptyRound, compiledBy: 'UNODC', listed: { paragraph: 3, respondents } },
  position: 1,
});
const find = (statements: CellStatement[], rounds: KnownRound[] = [], marks: ReplyMark[] = []) =>
  findInconsistencies({ rounds, marks, statements });

describe('the list of those who replied', () => {
  const known = () =>
    find(
      [finding('LV', 'shelters', 61), finding('LV', 'hotline', 33), finding('SV', 'shelters', 61)],
      [listing(as('SV'), as('SI'), as('HR', '克罗迪亚', 'close'))],
      [mark('LV', 2), mark('SV', 4)],
    );
  it('is held against who is cited, both ways, and against how names are written', () => {
    expect(known().map(({ kind, round, respondent }) => [kind, round, respondent])).toEqual([
      ['cited-but-not-listed', id, 'LV'],
      ['listed-but-not-cited', id, 'HR'],
      ['listed-but-not-cited', id, 'SI'],
      ['name-spelt-otherwise', id, 'HR'],
    ]);
  });
  it('is shown with the places that disagree', () => {
    const [latvia, , slovenia] = known();
    expect(latvia!.message).toContain('paragraphs 33, 61');
    expect(latvia!.sentence).toEqual({ code: 'cited-but-not-listed', paragraphs: [33, 61], list: 3 });
    expect(slovenia!.sentence).toEqual({ code: 'listed-but-not-cited', list: 3 });
    expect(known()[3]!.sentence).toEqual({ code: 'name-spelt-otherwise', asWritten: '克罗迪亚', list: 3 });
    expect(latvia!.places).toEqual([
      { paragraph: 3, event: 1 },
      { paragraph: 61, id: 'ecosoc-2006-27~LV~shelters~_~2008.p61', event: 3 },
      { paragraph: 33, id: 'ecosoc-2006-27~LV~hotline~_~2008.p33', event: 3 },
    ]);
    expect(slovenia!.places).toEqual([{ paragraph: 3, event: 1 }]);
  });
  it('is nobody’s fault where there is none, and does not concern the compiler', () => {
    const statements = [finding('LV', 'shelters', 61), finding('UNODC', 'shelters', 80)];
    const noList = { ...listing(), particulars: { ...emptyRound, listed: null } };
    expect(find(statements, [noList], [mark('LV', 2)])).toEqual([]);
    expect(find([finding('UNODC', 'shelters', 80)], [listing()], [mark('UNODC', 2)])).toEqual([]);
  });
  it('says that a listed respondent is not cited once its reply is withdrawn', () => {
    expect(find([], [listing(as('SV'))], [mark('SV', 2)]).map(({ kind }) => kind)).toEqual([
      'listed-but-not-cited',
    ]);
  });
});

describe('figures', () => {
  it('of one cell that conflict are both named', () => {
    const [conflict, ...more] = find([
      said('SV', 'cases-recorded', '2017', 62, { source: { row: 4 } }),
      said('SV', 'cases-recorded', '2017', 43, { source: { row: 9 } }),
    ]);
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ kind: 'conflicting-figures', respondent: 'SV', round: id });
    expect(conflict!.message).toContain('62 and as 43');
    expect(conflict!.sentence).toEqual({
      code: 'conflicting-figures',
      id: 'ecosoc-2006-27~SV~cases-recorded~_T~2017',
      figures: [62, 43].map((value) => ({ value, qualifier: 'exact' })),
    });
    expect(conflict!.places.map(({ row }) => row)).toEqual([4, 9]);
  });
  it('on a part may not exceed the whole of the same period', () => {
    const calls = (part: number, whole: number, more: Partial<CellStatement> = {}) =>
      find([
        said('HU', 'hotline-calls-on-trafficking', '2006', part),
        said('HU', 'hotline-calls', '2006', whole, more),
      ]).map(({ kind }) => kind);
    expect(calls(11, 10)).toEqual(['part-exceeds-whole']);
    expect(calls(10, 10)).toEqual([]);
    expect(calls(11, 10, { period: '2007', year: 2007 })).toEqual([]);
    expect(calls(11, 10, { qualifier: 'at-least' })).toEqual([]);
    expect(calls(10, 10, { qualifier: 'fewer-than' })).toEqual(['part-exceeds-whole']);
    expect(calls(11, 10, { breakdown: 'sex:female' })).toEqual([]);
  });
  it('of years may not exceed that of a span which holds them wholly', () => {
    const years = [
      said('GR', 'persons-prosecuted', '2003', 60),
      said('GR', 'persons-prosecuted', '2006', 50),
    ];
    const kinds = (period: string, value: number) =>
      find([...years, said('GR', 'persons-prosecuted', period, value)]).map(({ kind, message }) => [
        kind,
        message.includes('110'),
      ]);
    expect(kinds('2003/2006', 109)).toEqual([['part-exceeds-whole', true]]);
    expect(find([...years, said('GR', 'persons-prosecuted', '2003/2006', 109)])[0]!.sentence).toEqual({
      code: 'part-exceeds-whole',
      parts: years.map(({ cell }) => cell),
      least: 110,
      whole: 'ecosoc-2006-27~GR~persons-prosecuted~_T~2003/2006',
      most: 109,
    });
    expect(kinds('2003/2006', 110)).toEqual([]);
    expect(kinds('2003-02/2006-12', 49)).toEqual([['part-exceeds-whole', false]]);
    expect(kinds('2003-02/2006-11', 1)).toEqual([]);
    expect(kinds('2003-01/2006-12', 109)).toEqual([['part-exceeds-whole', true]]);
    expect(kinds('../2007-06', 1)).toEqual([]);
  });
  it('that conflict count once towards a whole: the least of what is said', () => {
    const statements = [
      said('GR', 'persons-prosecuted', '2005', 60),
      said('GR', 'persons-prosecuted', '2005', 50),
      said('GR', 'persons-prosecuted', '2003/2006', 55),
    ];
    expect(find(statements).map(({ kind }) => kind)).toEqual(['conflicting-figures']);
  });
});

describe('findings', () => {
  it('that are said only of those who are listed for another are missed there', () => {
    const [missing, ...more] = find([finding('SV', 'legislation-incomplete', 5, 2)]);
    expect(more).toEqual([]);
    expect(missing).toMatchObject({
      kind: 'implied-finding-missing',
      respondent: 'SV',
      sentence: { topic: 'legislation-incomplete', implied: 'protocol-ratified' },
      places: [{ paragraph: 5, footnote: 2 }],
    });
    expect(find([finding('SV', 'legislation-incomplete', 5), finding('SV', 'protocol-ratified', 5)])).toEqual(
      [],
    );
    const anothers = [finding('SV', 'legislation-incomplete', 5), finding('GR', 'protocol-ratified', 5)];
    expect(find(anothers).map(({ respondent }) => respondent)).toEqual(['SV']);
  });
});

it('names of those who are not listed come in the order of their codes, not in that of their replies', () => {
  const codes = ['SV', 'LV', 'BG'];
  const found = findInconsistencies({
    rounds: [listing(as('GR'))],
    marks: codes.map((code, i) => mark(code, i + 2)),
    statements: codes.map((code) => said(code, 'persons-prosecuted', '2007', 1)),
  });
  expect(found.map(({ kind, respondent }) => `${kind} ${respondent}`)).toEqual([
    ...['cited-but-not-listed BG', 'cited-but-not-listed LV', 'cited-but-not-listed SV'],
    'listed-but-not-cited GR',
  ]);
});
