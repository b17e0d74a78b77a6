/** The rows of the views for dashboards, whole and literal: what is current, what conflicts, where a segment begins, who replied when. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { missingReasons, type DomainEvent, type Observation, type Passage } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, reverseRows, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import { apply, store } from '../samples/random-histories.js';
import { biGrants, biRole, biViews } from './bi-views.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

const named = (code: string) => ({ code, asWritten: code, match: 'code' as const });
const said = (period: string, value: number | null, more: Partial<Observation> = {}): Observation => ({
  indicator: 'persons-prosecuted',
  ...{ breakdown: {}, period, value, paragraph: 14 },
  qualifier: value === null ? 'none-known' : 'exact',
  ...more,
});
const key = (respondent: string, receivedOn: string, late: boolean) => ({
  ...{ collection: 'c', round: '2008', respondent, receivedOn, receivedPrecision: 'on' as const, late },
});
const submitted = (
  respondent: string,
  observations: Observation[],
  { language = null as string | null, topics = [] as string[] } = {},
): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...key(respondent, '2008-01-20', false),
    ...{ resolved: named(respondent), language, complete: false, observations },
    findings: topics.map((topic) => ({ topic, paragraph: 5 })),
  },
});
const why = { reason: 'r', reference: null };
const women = { breakdown: { sex: 'female' } };

const passage = (
  event: number,
  ordinal: number,
  quote: string | null,
  more: Partial<Passage> = {},
): Passage => ({
  ...{ event, ordinal, quote, page: null, paragraph: 14, prefix: null, suffix: null },
  ...{ start: 0, end: 9, language: 'en', region: null },
  ...more,
});
const framed = passage(2, 10, null, {
  ...{ page: 3, paragraph: null, start: null, end: null, language: null },
  region: 'xywh=percent:10,20,30,5',
});
const attached = (document: string, ...passages: Passage[]): DomainEvent => ({
  type: 'EvidenceAttached',
  data: {
    ...{ collection: 'c', round: '2008', document: document.repeat(64), extraction: 1 },
    ...{ receivedOn: '2008-01-20', passages },
  },
});

const events: DomainEvent[] = [
  {
    type: 'RoundOpened',
    data: {
      ...{ collection: 'c', round: '2008', title: {}, mandate: null, symbol: null, noteVerbaleOn: null },
      ...{ replyBy: null, cutOff: '2008-01-24', complete: false, compiledBy: 'UNODC' },
      asked: ['SV', 'LV', 'JP'].map(named),
      listed: { paragraph: 3, respondents: ['SV', 'GR', 'LV'].map(named) },
    },
  },
  submitted(
    'SV',
    [
      ...[
        said('2005', 18),
        said('2006', 37),
        said('2007', 40),
        said('2008', 44, { break: true }),
        said('2009', 50),
      ],
      ...[said('2006', 5, women), said('2007', 6, { ...women, break: true }), said('2007', 9, women)],
      ...[said('2008', 7, women), said('2009', null, women)],
    ],
    { language: 'es', topics: ['hotline', 'shelters'] },
  ),
  submitted('GR', [said('2006', 4, { qualifier: 'at-least' })], { language: 'en', topics: ['hotline'] }),
  submitted('AL', [said('2006', 1)]),
  submitted('UNODC', [said('2006', 2)]),
  {
    type: 'ReplyCorrected',
    data: {
      ...{ ...key('SV', '2008-03-03', true), ...why },
      observations: { changed: [said('2006', 36)], added: [], retracted: [] },
      findings: { changed: [], added: [], retracted: [] },
    },
  },
  {
    type: 'ReplyReplaced',
    data: {
      ...{ ...key('GR', '2008-03-04', true), ...why, language: 'fr', complete: false },
      receivedPrecision: 'on-or-before',
      observations: [said('2006', 3)],
      findings: [],
    },
  },
  { type: 'ReplyWithdrawn', data: { ...key('AL', '2008-03-05', true), ...why } },
  // Another round, which neither asked nor lists, and a respondent with five years, as few as can be judged.
  {
    type: 'RoundOpened',
    data: {
      ...{ collection: 'c', round: '2010', title: {}, mandate: null, symbol: null, noteVerbaleOn: null },
      ...{ replyBy: null, cutOff: null, complete: false, compiledBy: null, asked: null, listed: null },
    },
  },
  {
    type: 'ReplySubmitted',
    data: {
      ...{ ...key('GR', '2010-01-20', false), round: '2010', resolved: named('GR'), language: 'el' },
      ...{ complete: false, findings: [], observations: [] },
    },
  },
  {
    type: 'ReplySubmitted',
    data: {
      ...{ ...key('PE', '2010-01-21', false), round: '2010', resolved: named('PE'), language: null },
      ...{ complete: false, findings: [] },
      observations: [1, 2, 3, 4, 5].map((value, i) => said(`${2005 + i}`, value)),
    },
  },
  // The same respondent in another collection, of which no round was opened.
  {
    type: 'ReplySubmitted',
    data: {
      ...{ ...key('PE', '2010-01-22', false), collection: 'd', resolved: named('PE'), language: null },
      ...{ complete: false, findings: [] },
      observations: [
        ...[said('2004', 9), said('2005', 7), said('2007', 6, { break: true })],
        said('2010', 8, { qualifier: 'approximately' }),
        ...[said('2011', 6), said('2011', 9, { qualifier: 'at-least' })],
        said('2005', 3, { indicator: 'persons-convicted', break: true }),
        said('2006', 4, { indicator: 'persons-convicted' }),
      ],
    },
  },
  // Zero and every reason why there is no number, one after the other; one of them conflicts with a number.
  {
    type: 'ReplySubmitted',
    data: {
      ...{ ...key('CU', '2010-01-23', false), collection: 'e', resolved: named('CU'), language: null },
      ...{ complete: false, findings: [] },
      observations: [
        ...[said('2000', 0), said('2001', 3, { break: true }), said('2002', 5, { qualifier: 'fewer-than' })],
        ...missingReasons.map((qualifier, i) => said(`${2003 + i}`, null, { qualifier })),
        ...[said('2008', 4), said('2008', null, { qualifier: 'withheld' })],
      ],
    },
  },
  // A round of the same code in another collection, and one who replied to both.
  {
    type: 'RoundOpened',
    data: {
      ...{ collection: 'd', round: '2008', title: {}, mandate: null, symbol: null, noteVerbaleOn: null },
      ...{ replyBy: null, cutOff: null, complete: false, compiledBy: null, asked: null, listed: null },
    },
  },
  {
    type: 'ReplySubmitted',
    data: {
      ...{ ...key('GR', '2008-02-20', false), collection: 'd', resolved: named('GR'), language: null },
      ...{ complete: false, findings: [], observations: [] },
    },
  },
  // What came later of these says no figure, and is not what the reply first was.
  ...['SV', 'GR', 'SV', 'GR', 'SV', 'GR', 'SV', 'GR'].map((respondent): DomainEvent => ({
    type: 'ReplyCorrected',
    data: {
      ...{ ...key(respondent, '2008-04-01', true), receivedPrecision: 'on-or-before', ...why },
      observations: { changed: [], added: [], retracted: [] },
      findings: { changed: [], added: [], retracted: [] },
    },
  })),
  // Where some of it stands: one passage took the place of another, and one document was removed later.
  attached('a', passage(6, 0, 'thirty-six', { page: 2 }), passage(2, 0, '18'), framed),
  attached('a', passage(2, 0, 'eighteen', { paragraph: 15 })),
  attached('b', passage(7, 0, 'three'), passage(2, 1, '37')),
  { type: 'DocumentRemoved', data: { document: 'b'.repeat(64), reason: 'it named a victim' } },
];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  // The views are made from the sources: the database has those of the build.
  await pool.query(biViews(liveSchema));
  await store(pool, events);
  await apply(pool, [events.length], 0);
  // What counts is the order of events, not that in which rows lie.
  await reverseRows(
    pool,
    ['cells', 'marks', 'rounds', 'statements'].map((table) => `${liveSchema}.${table}`),
  );
  await source.destroy();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

/** Rows as lines, blank for null. */
const lines = async (query: string) =>
  (await pool.query({ text: query, rowMode: 'array' })).rows.map((row: unknown[]) =>
    row.map((cell) => (cell instanceof Date ? cell.getUTCFullYear() : (cell ?? ''))).join(' | '),
  );

it('vintages say of each statement whether it is the one that stands', async () => {
  expect(
    await lines(`SELECT respondent, breakdown, year, value, retracted, current, received_on, event FROM bi.vintages
      WHERE year = 2006 AND respondent NOT IN ('UNODC', 'PE', 'CU') ORDER BY respondent, breakdown, event`),
  ).toEqual([
    'AL | _T | 2006 | 1 | false | false | 2008-01-20 | 4',
    'GR | _T | 2006 | 4 | false | false | 2008-01-20 | 3',
    'GR | _T | 2006 | 3 | false | true | 2008-03-04 | 7',
    'SV | _T | 2006 | 37 | false | false | 2008-01-20 | 2',
    'SV | _T | 2006 | 36 | false | true | 2008-03-03 | 6',
    'SV | sex:female | 2006 | 5 | false | true | 2008-01-20 | 2',
  ]);
});

it('observations say which conflict', async () => {
  expect(
    await lines(`SELECT breakdown, year, value, conflicting, event FROM bi.observations
      WHERE respondent = 'SV' AND year BETWEEN 2006 AND 2007 ORDER BY breakdown, year, value`),
  ).toEqual([
    '_T | 2006 | 36 | false | 6',
    '_T | 2007 | 40 | false | 2',
    'sex:female | 2006 | 5 | false | 2',
    'sex:female | 2007 | 6 | true | 2',
    'sex:female | 2007 | 9 | true | 2',
  ]);
});

it('trends have one row a year: what conflicts without a value, changes within a segment, each by itself', async () => {
  expect(
    await lines(`SELECT respondent, breakdown, year, value, qualifier, conflicting, change, percentage, received_on, event,
        break, direction, reason, n, years_used, starts_with_break
      FROM bi.trends WHERE respondent IN ('SV', 'GR') ORDER BY respondent, breakdown, year`),
  ).toEqual([
    'GR | _T | 2006 | 3 | exact | false |  |  | 2008-03-04 | 7 | false | insufficient-data | under-five-points | 1 | 2006 | ',
    'SV | _T | 2005 | 18 | exact | false |  |  | 2008-01-20 | 2 | false | insufficient-data | under-five-points | 3 | 2005 2006 2007 | ',
    'SV | _T | 2006 | 36 | exact | false | 18 | 100 | 2008-03-03 | 6 | false | insufficient-data | under-five-points | 3 | 2005 2006 2007 | ',
    'SV | _T | 2007 | 40 | exact | false | 4 | 11.11111111111111 | 2008-01-20 | 2 | false | insufficient-data | under-five-points | 3 | 2005 2006 2007 | ',
    'SV | _T | 2008 | 44 | exact | false |  |  | 2008-01-20 | 2 | true | insufficient-data | under-five-points | 2 | 2008 2009 | 2008',
    'SV | _T | 2009 | 50 | exact | false | 6 | 13.636363636363637 | 2008-01-20 | 2 | false | insufficient-data | under-five-points | 2 | 2008 2009 | 2008',
    'SV | sex:female | 2006 | 5 | exact | false |  |  | 2008-01-20 | 2 | false | insufficient-data | under-five-points | 1 | 2006 | ',
    'SV | sex:female | 2007 |  | exact | true |  |  | 2008-01-20 | 2 | true | insufficient-data | under-five-points | 1 | 2008 | 2007',
    'SV | sex:female | 2008 | 7 | exact | false |  |  | 2008-01-20 | 2 | false | insufficient-data | under-five-points | 1 | 2008 | 2007',
    'SV | sex:female | 2009 |  | none-known | false |  |  | 2008-01-20 | 2 | false | insufficient-data | under-five-points | 1 | 2008 | 2007',
  ]);
});

it('trends keep collections and indicators apart, and judge by no approximation', async () => {
  expect(
    await lines(`SELECT collection, indicator, year, value, qualifier, change, n, years_used, starts_with_break
      FROM bi.trends WHERE respondent = 'PE' ORDER BY collection, indicator, year`),
  ).toEqual([
    'c | persons-prosecuted | 2005 | 1 | exact |  | 5 | 2005 2006 2007 2008 2009 | ',
    ...[2, 3, 4, 5].map(
      (value) =>
        `c | persons-prosecuted | ${2004 + value} | ${value} | exact | 1 | 5 | 2005 2006 2007 2008 2009 | `,
    ),
    'd | persons-convicted | 2005 | 3 | exact |  | 2 | 2005 2006 | 2005',
    'd | persons-convicted | 2006 | 4 | exact | 1 | 2 | 2005 2006 | 2005',
    'd | persons-prosecuted | 2004 | 9 | exact |  | 2 | 2004 2005 | ',
    'd | persons-prosecuted | 2005 | 7 | exact | -2 | 2 | 2004 2005 | ',
    'd | persons-prosecuted | 2007 | 6 | exact |  | 1 | 2007 | 2007',
    'd | persons-prosecuted | 2010 | 8 | approximately |  | 1 | 2007 | 2007',
    // What conflicts in what kind of figure it is has no kind.
    'd | persons-prosecuted | 2011 |  |  |  | 1 | 2007 | 2007',
  ]);
});

it('what has no number is no point, and says why in the words of the log and in the codes of SDMX', async () => {
  const status = 'qualifier, obs_status, conf_status';
  expect(
    await lines(`SELECT year, value, ${status}, change, years_used FROM bi.trends
      WHERE respondent = 'CU' ORDER BY year`),
  ).toEqual([
    '2000 | 0 | exact | A |  |  | 2000',
    '2001 | 3 | exact | B |  |  | 2001 2002',
    '2002 | 5 | fewer-than | A | A |  | 2001 2002',
    '2003 |  | none-known | O |  |  | 2001 2002',
    '2004 |  | not-available | O |  |  | 2001 2002',
    '2005 |  | not-applicable | M |  |  | 2001 2002',
    '2006 |  | not-asked | L |  |  | 2001 2002',
    '2007 |  | withheld | Q | C |  | 2001 2002',
    '2008 |  |  |  |  |  | 2001 2002',
  ]);
  const row = `SELECT year, value, ${status}, conflicting FROM bi.observations
    WHERE respondent = 'CU' AND year IN (2001, 2006, 2008) ORDER BY year, value`;
  expect(await lines(row)).toEqual([
    '2001 | 3 | exact | B |  | false',
    '2006 |  | not-asked | L |  | false',
    '2008 | 4 | exact | A |  | true',
    '2008 |  | withheld | Q | C | true',
  ]);
  expect(
    await lines(row.replace('bi.observations', 'bi.vintages').replace(', conflicting', '')),
  ).toHaveLength(4);
});

it('a direction is stated of five years, as of more', async () => {
  expect(
    await lines(`SELECT year, direction, reason, n, p < 0.05 AS small, p = p_low AS exact FROM bi.trends
      WHERE respondent = 'PE' AND collection = 'c' AND year IN (2005, 2009) ORDER BY year`),
  ).toEqual([
    '2005 | rising | significant | 5 | true | true',
    '2009 | rising | significant | 5 | true | true',
  ]);
});

it('coverage says of everyone once who was asked, is listed and replied, by the first day and the last language', async () => {
  expect(
    await lines(`SELECT round, respondent, asked, listed, status, received_on, received_precision, late, language, figures, findings
      FROM bi.coverage ORDER BY round, respondent`),
  ).toEqual([
    'c/2008 | AL | false | false | withdrawn | 2008-01-20 | on | false |  | 0 | 0',
    'c/2008 | GR | false | true | standing | 2008-01-20 | on | false | fr | 1 | 0',
    'c/2008 | JP | true | false | none |  |  |  |  | 0 | 0',
    'c/2008 | LV | true | true | none |  |  |  |  | 0 | 0',
    'c/2008 | SV | true | true | standing | 2008-01-20 | on | false | es | 10 | 2',
    'c/2010 | GR |  |  | standing | 2010-01-20 | on | false | el | 0 | 0',
    'c/2010 | PE |  |  | standing | 2010-01-21 | on | false |  | 5 | 0',
    'd/2008 | GR |  |  | standing | 2008-02-20 | on | false |  | 0 | 0',
    'd/2008 | PE |  |  | standing | 2010-01-22 | on | false |  | 8 | 0',
  ]);
});

it('observations, vintages and findings say where they stand, without the words of a document that was removed', async () => {
  const place = 'left(document, 1) AS document, document_page, document_paragraph, quote, document_region';
  expect(
    await lines(
      `SELECT respondent, year, ${place} FROM bi.observations WHERE document IS NOT NULL ORDER BY respondent, year`,
    ),
  ).toEqual([
    'GR | 2006 | b |  | 14 |  | ',
    'SV | 2005 | a |  | 15 | eighteen | ',
    'SV | 2006 | a | 2 | 14 | thirty-six | ',
  ]);
  // What was corrected keeps the place of what it said.
  expect(
    await lines(`SELECT event, current, ${place} FROM bi.vintages WHERE respondent = 'SV' AND year = 2006 AND breakdown = '_T'
      ORDER BY event`),
  ).toEqual(['2 | false | b |  | 14 |  | ', '6 | true | a | 2 | 14 | thirty-six | ']);
  expect(
    await lines(`SELECT round, respondent, topic, paragraph, event, ${place} FROM bi.findings WHERE respondent IN ('SV', 'GR')
      ORDER BY respondent, topic`),
  ).toEqual([
    'c/2008 | SV | hotline | 5 | 2 | a | 3 |  |  | xywh=percent:10,20,30,5',
    'c/2008 | SV | shelters | 5 | 2 |  |  |  |  | ',
  ]);
});

it('a query that asks for no evidence reads none', async () => {
  const plan = async (columns: string) =>
    (await lines(`EXPLAIN SELECT ${columns} FROM bi.observations`)).join('\n');
  expect(await plan('respondent, value')).not.toContain('evidence');
  expect(await plan('quote')).toContain('evidence');
});

it('where there is no role for dashboards nobody is given anything', async () => {
  // The role of the server stays as it is, for others use it.
  expect((await pool.query(biGrants.replaceAll(biRole, 'no_such_role'))).rows).toEqual([]);
});
