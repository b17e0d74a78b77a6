/** Coverage: which figures and findings of a round a report shows, and by which claim; a count or a sum shows none. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { answerAgain } from '../claims/answer-claim.js';
import { coverRound } from './cover-round.js';
import { draftReport } from '../file/draft-report.js';
import { buildReport } from '../file/build-report.js';
import { opened, replied, said } from '../samples/examples.js';
import type { Facts } from '../facts/facts.js';
import { loadLanguage, type ReportLanguage } from '../document/language.js';
import type { ClaimQuery } from '../document/manifest.js';
import { parseReport } from '../file/parse-report.js';
import { factsOf, round2008Events } from '../facts/round-2008-facts.js';

let language: ReportLanguage;
let facts: Facts;
beforeAll(async () => {
  language = await loadLanguage('en');
  facts = factsOf(
    [
      opened(),
      replied(
        'SV',
        [
          said('2006', 37, { paragraph: 15 }),
          said('2007', 6),
          said('2007', 7, { breakdown: { sex: 'female' }, note: 'of them' }),
          said('2007', 9, { indicator: 'cases-recorded', paragraph: undefined, row: 3 }),
        ],
        [
          { topic: 'hotline', paragraph: 46, footnote: 2 },
          { topic: 'training-audience', detail: 'police', paragraph: 30 },
        ],
      ),
      replied('GR', [said('2007', 4)]),
      opened({ round: '2010' }),
      replied('SV', [said('2008', 8)], [], { round: '2010' }),
      opened(),
    ],
    '2008-01-24',
  );
});

const manifestOf = (queries: readonly ClaimQuery[]) => ({
  format: 'rapporteur-manifest' as const,
  version: 1 as const,
  collection: 'c',
  round: '2008',
  language: 'en',
  vintage: facts.vintage,
  claims: queries.map((query, i) =>
    answerAgain({ id: `${i}`, query: query as ClaimQuery }, { facts, language }),
  ),
});
const cover = (...queries: ClaimQuery[]) => coverRound(facts, manifestOf(queries));
/** What is shown, as its respondent, code and period. */
const shown = (...queries: ClaimQuery[]) =>
  cover(...queries)
    .filter(({ claims }) => claims.length > 0)
    .map(({ respondent, code, breakdown, period }) =>
      [respondent, code, breakdown, period].filter((part) => part !== '_T' && part !== '').join(' '),
    );

const series = { respondent: 'SV', indicator: 'persons-prosecuted' };
const wide = { indicator: 'persons-prosecuted', from: '2007', to: '2007' };

describe('what a round has coded', () => {
  it('is listed by paragraph and cell, with theme, place and the claims that show it', () => {
    const shared = { respondent: 'SV', detail: '', footnote: null, claims: [] };
    const figure = {
      ...shared,
      kind: 'observation',
      code: 'persons-prosecuted',
      theme: 'B',
      breakdown: '_T',
    };
    const claims = cover({ kind: 'figure', ...series, period: '2006' }, { kind: 'figures', ...series });
    expect(claims).toEqual([
      { ...figure, cell: 'c~GR~persons-prosecuted~_T~2007', respondent: 'GR', period: '2007', paragraph: 14 },
      { ...figure, cell: 'c~SV~persons-prosecuted~_T~2007', period: '2007', paragraph: 14, claims: ['1'] },
      {
        ...figure,
        cell: 'c~SV~persons-prosecuted~sex:female~2007',
        breakdown: 'sex:female',
        period: '2007',
        paragraph: 14,
      },
      {
        ...figure,
        cell: 'c~SV~persons-prosecuted~_T~2006',
        period: '2006',
        paragraph: 15,
        claims: ['0', '1'],
      },
      {
        ...shared,
        kind: 'finding',
        cell: 'c~SV~training-audience~police~2008.p30',
        code: 'training-audience',
        detail: 'police',
        breakdown: '',
        period: '',
        paragraph: 30,
        theme: 'C',
      },
      {
        ...shared,
        kind: 'finding',
        cell: 'c~SV~hotline~_~2008.p46.n2',
        code: 'hotline',
        breakdown: '',
        period: '',
        paragraph: 46,
        footnote: 2,
        theme: 'D',
      },
      {
        ...figure,
        cell: 'c~SV~cases-recorded~_T~2007',
        code: 'cases-recorded',
        period: '2007',
        paragraph: null,
      },
    ]);
  });
});

it('puts the cells of one paragraph in the order of their names, in whatever order the facts come', () => {
  const turned = {
    ...facts,
    observations: [...facts.observations].reverse(),
    findings: [...facts.findings].reverse(),
  };
  const cells = cover().map(({ cell }) => cell);
  expect(coverRound(turned, manifestOf([])).map(({ cell }) => cell)).toEqual(cells);
});

describe('a claim shows what it rests on', () => {
  it.each<[string, ClaimQuery, string[]]>([
    ['a figure', { kind: 'figure', ...series, period: '2007' }, ['SV persons-prosecuted 2007']],
    ['figures', { kind: 'figures', ...series }, ['SV persons-prosecuted 2007', 'SV persons-prosecuted 2006']],
    [
      'a note',
      { kind: 'note', ...series, breakdown: 'sex:female', period: '2007' },
      ['SV persons-prosecuted sex:female 2007'],
    ],
    ['a list of States', { kind: 'states', topic: 'hotline', as: 'list' }, ['SV hotline']],
    ['names in a sentence', { kind: 'states', topic: 'hotline', as: 'text' }, ['SV hotline']],
    ['details', { kind: 'details', respondent: 'SV', topic: 'training-audience' }, ['SV training-audience']],
    ['a chart', { kind: 'chart', ...series }, ['SV persons-prosecuted 2007', 'SV persons-prosecuted 2006']],
    [
      'a table of respondents',
      { kind: 'table', of: 'respondents', ...wide },
      ['GR persons-prosecuted 2007', 'SV persons-prosecuted 2007'],
    ],
  ])('%s', (_, query, cells) => {
    expect(shown(query)).toEqual(cells);
  });
});

describe('a claim that counts, sums or judges shows nothing of what it rests on', () => {
  it.each<[string, ClaimQuery]>([
    ['a count of States', { kind: 'states', topic: 'hotline', as: 'count' }],
    ['a table by region', { kind: 'table', of: 'regions', ...wide }],
    ['a sum', { kind: 'total', ...wide }],
    ['a trend', { kind: 'trend', ...series }],
    ['coverage', { kind: 'coverage', indicator: 'persons-prosecuted' }],
  ])('%s', (_, query) => {
    expect(manifestOf([query]).claims[0]!.cells.length).toBeGreaterThan(0);
    expect(shown(query)).toEqual([]);
  });
});

it('names what a report leaves out of the round of 2008, with paragraph and theme', async () => {
  const round2008 = factsOf(round2008Events(), '2008-01-24');
  const text = (await draftReport(round2008, language)).replace(
    /^.*persons-trained.*$|^::table.*theme=C.*$/gm,
    '',
  );
  const reading = parseReport(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { manifest } = buildReport(reading.file, { facts: round2008, language });
  const missing = coverRound(round2008, manifest).filter(
    ({ claims, kind }) => claims.length === 0 && kind === 'observation',
  );
  expect(
    missing.map(({ paragraph, theme, respondent, code }) => [paragraph, theme, respondent, code]),
  ).toEqual(
    [30, 37, 38, 42].map((paragraph, i) => [paragraph, 'C', ['HR', 'LV', 'MM', 'RO'][i], 'persons-trained']),
  );
});
