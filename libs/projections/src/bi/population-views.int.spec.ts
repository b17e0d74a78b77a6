/** Population and rates on SQL: the same as the domain computes, and population in no other view. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breakdownKey, shippedYears, toRates, type DomainEvent, type Observation } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { readCells } from '../read/read-cells.js';
import { readPopulation } from '../read/read-population.js';
import { withSnapshot } from '../read/snapshot.js';
import { rebuildTables } from '../rebuild/rebuild.js';
import { apply, store } from '../samples/random-histories.js';
import { liveSchema } from '../tables/create-tables.js';
import { biViews } from './bi-views.js';
import { populationViews } from './population-views.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

const said = (indicator: string, period: string, value: number | null, more: Partial<Observation> = {}) =>
  ({
    indicator,
    ...{ breakdown: {}, period, value, paragraph: 14 },
    qualifier: value === null ? 'none-known' : 'exact',
    ...more,
  }) as Observation;
const opened = (collection: string, round: string): DomainEvent => ({
  type: 'RoundOpened',
  data: {
    ...{ collection, round, title: {}, mandate: null, symbol: null, noteVerbaleOn: null, replyBy: null },
    ...{ cutOff: null, complete: false, compiledBy: null, asked: null, listed: null },
  },
});
const submitted = (
  [collection, round, respondent, receivedOn]: readonly [string, string, string, string],
  observations: Observation[],
): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...{ collection, round, respondent, receivedOn, receivedPrecision: 'on', late: false },
    ...{ resolved: { code: respondent, asWritten: respondent, match: 'code' }, language: null },
    ...{ complete: false, observations, findings: [] },
  },
});
const people = (year: string, value: number, breakdown = {}) =>
  said('population', year, value, { breakdown });
const detected = (period: string, value: number | null, more: Partial<Observation> = {}) =>
  said('victims-detected', period, value, more);

const events: DomainEvent[] = [
  opened('c', '2008'),
  submitted(
    ['c', '2008', 'SV', '2008-01-20'],
    [
      detected('2005', 18),
      detected('2006', 37),
      detected('2006', 21, { breakdown: { sex: 'female' } }),
      detected('2006', 3, {
        breakdown: { age: 'child', sex: 'female', 'form-of-exploitation': 'forced-labour' },
      }),
      detected('2006', 5, { breakdown: { sex: 'male' }, qualifier: 'fewer-than' }),
      detected('2003/2006', 304),
    ],
  ),
  submitted(
    ['c', '2008', 'PE', '2008-01-20'],
    [detected('2006', 62), detected('2006', 43), detected('2007', 9), detected('2008', null)],
  ),
  submitted(['c', '2008', 'CL', '2008-01-20'], [detected('2006', 10), detected('2025', 11)]),
  opened('population', '2007'),
  opened('population', '2027'),
  submitted(['population', '2007', 'PE', '2007-06-01'], [people('2007', 1)]),
  submitted(
    ['population', '2027', 'SV', '2027-06-01'],
    [people('2006', 6_100_000), people('2006', 3_000_000, { sex: 'female' })],
  ),
  submitted(['population', '2027', 'CL', '2027-06-01'], [people('2006', 7), people('2006', 8)]),
];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  await pool.query(biViews(liveSchema) + populationViews(liveSchema));
  await store(pool, events);
  await apply(pool, [100], 0);
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const ask = async (statement: string) => (await pool.query<Record<string, unknown>>(statement)).rows;

describe('bi.rates', () => {
  it('has the rates that the domain computes of exact figures, and their populations', async () => {
    const computed = await withSnapshot(pool, async (snapshot) => {
      const cells = await readCells(snapshot, { kind: 'observation' }, {});
      const respondents = cells.map(({ respondent }) => respondent);
      return toRates(cells, await readPopulation(snapshot, respondents, {}), 100_000);
    });
    const rows = await ask('SELECT * FROM bi.rates ORDER BY id COLLATE "C"');
    const yearly = computed.filter(({ year }) => year !== null);
    expect(rows.map(({ id }) => id)).toEqual(yearly.map(({ figure }) => figure.id));
    expect(rows.length).toBeGreaterThan(8);
    yearly.forEach(({ rate, population, reason }, i) => {
      const row = rows[i]!;
      if (typeof rate === 'number') expect(row['rate']).toBeCloseTo(rate, 9);
      else expect(row['rate']).toBeNull();
      expect([row['id'], row['population'], row['population_event']]).toEqual([
        row['id'],
        population?.value ?? null,
        population?.event ?? (reason === 'population-no-number' ? row['population_event'] : null),
      ]);
      if (population) expect(row['population_breakdown']).toBe(breakdownKey(population.breakdown));
      if (population) expect(row['population_round']).toBe(population.round);
    });
  });
});

describe('bi.population', () => {
  it('has one vintage of each area', async () => {
    const rows = await ask(`SELECT respondent, year, breakdown, value, round, conflicting FROM bi.population
      WHERE respondent IN ('SV', 'CL') OR (respondent = 'PE' AND year = 2007) ORDER BY respondent, year, breakdown`);
    const later = { round: 'population/2027', year: 2006 };
    expect(rows).toEqual([
      { ...later, respondent: 'CL', breakdown: '_T', value: null, conflicting: true },
      {
        ...{
          respondent: 'PE',
          year: 2007,
          breakdown: '_T',
          value: shippedYears('PE')!.get(2007),
          conflicting: false,
        },
        round: 'population/world-bank-2026',
      },
      { ...later, respondent: 'SV', breakdown: '_T', value: 6_100_000, conflicting: false },
      { ...later, respondent: 'SV', breakdown: 'sex:female', value: 3_000_000, conflicting: false },
    ]);
  });

  it('is in no other view', async () => {
    for (const view of ['observations', 'vintages', 'trends', 'coverage', 'rates'])
      expect([view, await ask(`SELECT 1 FROM bi.${view} WHERE collection = 'population'`)]).toEqual([
        view,
        [],
      ]);
  });

  it('and rates stay after a rebuild', async () => {
    const before = await ask('SELECT * FROM bi.rates ORDER BY id');
    await rebuildTables(pool);
    expect(await ask('SELECT * FROM bi.rates ORDER BY id')).toEqual(before);
    expect(before.length).toBeGreaterThan(8);
  });
});
