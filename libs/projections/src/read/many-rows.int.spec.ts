/** What reads give where there is more than one of everything: each group in its place, and all of it counted. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, reverseRows, type TestDatabase } from '@rapporteur/testing';
import { liveSchema } from '../tables/create-tables.js';
import { apply, store } from '../samples/random-histories.js';
import { readAvailability } from './read-availability.js';
import { readCells } from './read-cells.js';
import { readRounds } from './read-marks.js';
import { readRevisedCells } from './read-revisions.js';
import { readSeriesPage } from './read-series.js';
import { withSnapshot, type Snapshot } from './snapshot.js';

let test: TestDatabase;
let source: Database;

/** Neither forwards nor backwards in order, whatever is taken first. */
const rounds = ['d 2010', 'c 2008', 'e 2008', 'c 2010', 'd 2008', 'e 2010', 'c 2009', 'e 2009', 'd 2009'];
const respondents = ['LV', 'GR', 'SV', 'BG'];
const indicators = ['persons-prosecuted', 'persons-convicted', 'persons-sentenced'];

const opened = (name: string): DomainEvent => {
  const [collection, round] = name.split(' ') as [string, string];
  return {
    type: 'RoundOpened',
    data: {
      ...{ collection, round, title: {}, mandate: null, symbol: null, noteVerbaleOn: null, replyBy: null },
      ...{ cutOff: null, complete: false, compiledBy: null, asked: null, listed: null },
    },
  };
};
const figure = (indicator: string, breakdown: Record<string, string>, year: number, value: number) => ({
  ...{ indicator, breakdown, period: String(year), value, qualifier: 'exact' as const, paragraph: 14 },
});
/** Of each indicator: two series by sex that begin and end apart, one by age, and one that is not broken down. */
const figures = indicators.flatMap((indicator) => [
  figure(indicator, { sex: 'male' }, 2006, 3),
  figure(indicator, { sex: 'male' }, 2007, 4),
  figure(indicator, { age: 'child' }, 2004, 5),
  figure(indicator, { sex: 'female' }, 2005, 6),
  figure(indicator, {}, 2005, 7),
]);
const said = (collection: string, respondent: string, observations: Observation[]): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...{ collection, round: '2008', respondent, receivedOn: '2008-01-20', receivedPrecision: 'on' },
    ...{ late: false, language: null, complete: false, observations },
    resolved: { code: respondent, asWritten: respondent, match: 'code' },
    findings: [{ topic: 'shelters', paragraph: 9 }],
  },
});
const twice = (values: readonly [number, Observation['qualifier']][]) =>
  values.map(([value, qualifier]) => ({ ...figure('persons-prosecuted', {}, 2006, value), qualifier }));

const events: DomainEvent[] = [
  ...rounds.map(opened),
  ...['d', 'c'].flatMap((collection) =>
    respondents.map((respondent) => said(collection, respondent, figures)),
  ),
  // Only here: what one collection says alone.
  said('e', 'EE', [figure('persons-prosecuted', {}, 2005, 1)]),
];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  await store(poolOf(source), events);
  await apply(poolOf(source), [50], 0);
  const tables = ['rounds', 'marks', 'statements', 'cells'].map((table) => `${liveSchema}.${table}`);
  await reverseRows(poolOf(source), tables);
  await source.destroy();
  source = await openDatabase({ url: test.url });
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const read = <T>(work: (snapshot: Snapshot) => Promise<T>) => withSnapshot(poolOf(source), work);

it('rounds come by collection, those of each by round', async () => {
  const found = await read((s) => readRounds(s, {}));
  expect(found.map(({ particulars }) => `${particulars.collection} ${particulars.round}`)).toEqual(
    rounds.toSorted(),
  );
});

it('what there is to ask for comes by collection, respondent, indicator and dimensions, over all series', async () => {
  const kinds = [
    { dimensions: '_T', series: 1, figures: 1, firstYear: 2005, lastYear: 2005 },
    { dimensions: 'age', series: 1, figures: 1, firstYear: 2004, lastYear: 2004 },
    { dimensions: 'sex', series: 2, figures: 3, firstYear: 2005, lastYear: 2007 },
  ];
  const expected = ['c', 'd'].flatMap((collection) =>
    respondents
      .toSorted()
      .flatMap((respondent) =>
        indicators
          .toSorted()
          .flatMap((indicator) => kinds.map((kind) => ({ collection, respondent, indicator, ...kind }))),
      ),
  );
  expect(await read((s) => readAvailability(s, { collections: ['c', 'd'] }, {}))).toEqual(expected);
});

it('pages of series go on in order, by the key and by an index', async () => {
  const series = (filter: object, after?: string) =>
    read((s) => readSeriesPage(s, filter, {}, { after, limit: 3 })).then((page) => [...page.series.keys()]);
  const ofOne = ['_T', 'age:child', 'sex:female', 'sex:male'].map((b) => `c~BG~persons-convicted~${b}`);
  for (const filter of [{}, { respondents: ['BG', 'SV'] }]) {
    expect(await series(filter)).toEqual(ofOne.slice(0, 3));
    expect(await series(filter, ofOne[0])).toEqual(ofOne.slice(1));
  }
  expect(await series({ collections: ['e'] })).toEqual(['e~EE~persons-prosecuted~_T']);
});

it('what two collections speak of are figures, not findings', async () => {
  const shared = await read((s) => readCells(s, {}, {}, { kind: 'in-two-collections' }));
  expect(new Set(shared.map(({ kind }) => kind))).toEqual(new Set(['observation']));
  expect(new Set(shared.map(({ collection }) => collection))).toEqual(new Set(['c', 'd']));
  expect(shared).toHaveLength(2 * respondents.length * figures.length);
});

it.each<[string, [number, Observation['qualifier']][]]>([
  [
    'values',
    [
      [18, 'exact'],
      [37, 'exact'],
    ],
  ],
  [
    'qualifiers',
    [
      [5, 'exact'],
      [5, 'fewer-than'],
    ],
  ],
  [
    'both',
    [
      [9, 'at-least'],
      [9, 'exact'],
      [3, 'exact'],
    ],
  ],
])(
  'a figure that is said twice is not revised where only the order of its %s is another',
  async (_, values) => {
    const other = await createTestDatabase();
    const database = await openDatabase({ url: other.url });
    const first = said('c', 'SV', twice(values));
    const { resolved: _resolved, ...data } = first.data as Extract<
      DomainEvent,
      { type: 'ReplySubmitted' }
    >['data'];
    const again = {
      receivedOn: '2008-01-21',
      observations: twice(values.toReversed()),
      reason: 'r',
      reference: null,
    };
    await store(poolOf(database), [first, { type: 'ReplyReplaced', data: { ...data, ...again } }]);
    await apply(poolOf(database), [2], 0);
    const days = { from: '2008-01-20', to: '2008-01-21' };
    const { counts } = await withSnapshot(poolOf(database), (s) =>
      readRevisedCells(s, days, {}, {}, { after: undefined, limit: 9 }),
    );
    expect(counts).toEqual({ revised: 0, added: 0, withdrawn: 0 });
    await database.destroy();
    await other.drop();
  },
);
