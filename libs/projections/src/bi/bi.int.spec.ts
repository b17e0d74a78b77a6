/** The schema `bi`: what its views say, that they follow a rebuild, and that its role reads nothing else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  streamOf,
  toNewEvent,
  toSeries,
  type DomainEvent,
  type Observation,
  type Qualifier,
} from '@rapporteur/domain';
import { moveOnce, readLog, storeAppends, takeEpoch, takeLeases } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { applyEvents } from '../write/apply-events.js';
import { liveSchema } from '../tables/create-tables.js';
import { readCells } from '../read/read-cells.js';
import { withSnapshot } from '../read/snapshot.js';
import { rebuildTables } from '../rebuild/rebuild.js';
import { biRole, biViews } from './bi-views.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
let guest: pg.Client;
const login = `bi_${process.pid}_${Date.now()}`;

const figure = (
  period: string,
  value: number | null,
  qualifier: Qualifier = 'exact',
  more: Partial<Observation> = {},
): Observation => ({
  indicator: 'persons-prosecuted',
  breakdown: {},
  period,
  value,
  qualifier,
  paragraph: 14,
  ...more,
});

const place = (respondent: string, receivedOn = '2008-01-20') => ({
  collection: 'c',
  round: '2008',
  respondent,
  receivedOn,
  receivedPrecision: 'on' as const,
  late: false,
});
const named = (code: string) => ({ code, asWritten: code, match: 'code' as const });
const submitted = (respondent: string, observations: Observation[]): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...place(respondent),
    resolved: named(respondent),
    language: 'es',
    complete: false,
    observations,
    findings: [{ topic: 'shelters', paragraph: 3 }],
  },
});

const events: DomainEvent[] = [
  {
    type: 'RoundOpened',
    data: {
      collection: 'c',
      round: '2008',
      title: {},
      mandate: null,
      symbol: null,
      noteVerbaleOn: null,
      replyBy: null,
      cutOff: '2008-01-24',
      complete: false,
      compiledBy: 'UNODC',
      asked: null,
      listed: { paragraph: 3, respondents: [named('SV'), named('LV')] },
    },
  },
  submitted('SV', [
    figure('2003', 0),
    figure('2004', 12),
    figure('2005', 18),
    figure('2006', 37),
    figure('2007', 9),
    figure('2008', 50, 'exact', { break: true }),
    figure('2009', 60),
    figure('2002-07/2007-10', 80, 'at-least'),
    figure('../2007-06', 70),
  ]),
  submitted('GR', [
    figure('2003', 3),
    figure('2005', 5, 'fewer-than'),
    figure('2006', 7),
    figure('2007', 8, 'exact', { row: 1 }),
    figure('2007', 9, 'exact', { row: 2 }),
    figure('undated', 4),
    figure('2001-09/..', 2),
  ]),
  submitted('UNODC', [figure('2007', 1)]),
  submitted(
    'BO',
    [10, 12, 15, 19, 30, 41].map((value, i) => figure(`${2003 + i}`, value)),
  ),
  submitted(
    'PE',
    [5, 3, 8, 12, 20].map((value, i) => figure(`${2003 + i}`, value, i === 0 ? 'fewer-than' : 'exact')),
  ),
  {
    type: 'ReplyCorrected',
    data: {
      ...place('SV', '2008-03-03'),
      reason: 'counted twice',
      reference: null,
      observations: { changed: [figure('2007', 6)], added: [], retracted: [] },
      findings: { changed: [], added: [], retracted: [] },
    },
  },
];

const meta = { recordedBy: 't', recordedAt: '2008-02-01T00:00:00Z', correlationId: 'c', causationId: 'r' };

async function store(stored: readonly DomainEvent[]): Promise<void> {
  const versions = new Map<string, number>();
  for (const event of stored) {
    const stream = streamOf(event);
    const expectedVersion = versions.get(stream) ?? 0;
    versions.set(stream, expectedVersion + 1);
    await storeAppends(pool, [{ stream, expectedVersion, events: [toNewEvent(event, randomUUID(), meta)] }]);
  }
  await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
}

async function apply(): Promise<void> {
  const log = await readLog(pool, 0, 1000);
  const partitions = Array.from({ length: 12 }, (_, i) => i);
  const leases = await takeLeases(pool, liveSchema, partitions);
  await inTransaction(pool, (client) => applyEvents(client, liveSchema, leases, log));
}

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  // The views are made from the sources: the database has those of the build.
  await pool.query(biViews(liveSchema));
  await store(events);
  await apply();
  await pool.query(`CREATE ROLE ${login} LOGIN PASSWORD 'secret' IN ROLE ${biRole}`);
  const url = new URL(test.url);
  url.username = login;
  url.password = 'secret';
  guest = new pg.Client({ connectionString: url.href });
  await guest.connect();
}, 60_000);
afterAll(async () => {
  await guest.end();
  await source.destroy();
  await test.drop();
  // Roles belong to the server, which other tests go on using.
  const admin = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await admin.connect();
  await admin.query(`DROP ROLE ${login}`).finally(() => admin.end());
});

const views = ['observations', 'vintages', 'trends', 'coverage', 'findings', 'rates', 'population'];
const ask = async (statement: string, values: unknown[] = []) =>
  (await guest.query<Record<string, unknown>>(statement, values)).rows;
async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const view of views)
    counts[view] = (await ask(`SELECT count(*) AS n FROM bi.${view}`))[0]!['n'] as number;
  return counts;
}

describe('the views', () => {
  it('have the first moment of a year as time, and for spans none, but their ends as written', async () => {
    const rows = await ask(
      `SELECT time::text, period, period_from, period_to, value, event FROM bi.observations
       WHERE respondent = 'SV' AND period IN ('2007', '2002-07/2007-10', '../2007-06') ORDER BY period`,
    );
    expect(rows).toEqual([
      { time: null, period: '../2007-06', period_from: null, period_to: '2007-06', value: 70, event: 2 },
      {
        time: null,
        period: '2002-07/2007-10',
        period_from: '2002-07',
        period_to: '2007-10',
        value: 80,
        event: 2,
      },
      {
        time: '2007-01-01 00:00:00',
        period: '2007',
        period_from: '2007',
        period_to: '2007',
        value: 6,
        event: 7,
      },
    ]);
    expect(
      await ask("SELECT period_from, period_to, conflicting FROM bi.observations WHERE period = 'undated'"),
    ).toEqual([{ period_from: null, period_to: null, conflicting: false }]);
    expect(
      await ask("SELECT time, period_from, period_to FROM bi.observations WHERE period = '2001-09/..'"),
    ).toEqual([{ time: null, period_from: '2001-09', period_to: null }]);
    expect(
      await ask("SELECT value, conflicting FROM bi.observations WHERE id LIKE 'c~GR%2007' ORDER BY 1"),
    ).toEqual([
      { value: 8, conflicting: true },
      { value: 9, conflicting: true },
    ]);
  });

  it('have the changes of the domain where both years are exact, and none where not', async () => {
    const cells = await withSnapshot(pool, (s) => readCells(s, { kind: 'observation' }, {}));
    const expected = toSeries(cells).flatMap(({ years }) =>
      years.map(({ id, value, change, percentage, ...year }) => ({
        id,
        value,
        change: typeof change === 'number' ? change : null,
        percentage: typeof percentage === 'number' ? percentage : null,
        break: year.break ?? false,
      })),
    );
    const rows = await ask('SELECT id, value, change, percentage, break FROM bi.trends ORDER BY id');
    const round = (row: Record<string, unknown>) => ({
      ...row,
      percentage: row['percentage'] === null ? null : Number(Number(row['percentage']).toPrecision(12)),
    });
    expect(rows.map(round)).toEqual(expected);
    expect(expected.filter(({ change }) => change !== null)).toHaveLength(13);
    expect(expected.filter((year) => year.break)).toMatchObject([{ value: 50, change: null }]);
    expect(expected.filter(({ percentage }) => percentage !== null)).toHaveLength(12);
  });

  it('have the direction of each segment, with p, n and years, as the domain finds it', async () => {
    const cells = await withSnapshot(pool, (s) => readCells(s, { kind: 'observation' }, {}));
    const expected = toSeries(cells).flatMap(({ years, segments, trend }) =>
      years.map(({ id, year }) => {
        const own = segments?.find((segment) => segment.years.includes(year));
        const judged = own?.trend ?? trend;
        return {
          id,
          direction: judged.direction,
          reason: judged.reason.code,
          p: judged.p,
          p_low: judged.pLow,
          n: judged.n,
          years_used: judged.years.length > 0 ? judged.years.join(' ') : null,
          starts_with_break: own?.startsWithBreak ?? null,
        };
      }),
    );
    const rows = await ask(
      'SELECT id, direction, reason, p, p_low, n, years_used, starts_with_break FROM bi.trends ORDER BY id',
    );
    expect(rows).toEqual(expected);
    const kinds = new Set(expected.map(({ reason, p }) => `${reason} ${p === null ? 'untested' : 'tested'}`));
    expect([...kinds].sort()).toEqual([
      'censored-figures-decide tested',
      'not-significant tested',
      'significant tested',
      'under-five-points untested',
    ]);
    expect(expected.filter(({ starts_with_break }) => starts_with_break === 2008)).toHaveLength(2);
  });

  it('have everything that was ever said, and which of it stands', async () => {
    const rows = await ask(
      `SELECT value, received_on, current FROM bi.vintages WHERE id LIKE 'c~SV%~2007' ORDER BY event`,
    );
    expect(rows).toEqual([
      { value: 9, received_on: '2008-01-20', current: false },
      { value: 6, received_on: '2008-03-03', current: true },
    ]);
  });

  it('say who was listed, who replied, and leave out who compiled the round', async () => {
    const rows = await ask(
      `SELECT time::text, round, respondent, asked, listed, status, figures, findings, language FROM bi.coverage
       WHERE respondent NOT IN ('BO', 'PE') ORDER BY respondent`,
    );
    const of = { round: 'c/2008', asked: null };
    const replied = { ...of, time: '2008-01-20 00:00:00', status: 'standing', findings: 1, language: 'es' };
    expect(rows).toEqual([
      { ...replied, respondent: 'GR', listed: false, figures: 7 },
      {
        ...of,
        time: null,
        respondent: 'LV',
        listed: true,
        status: 'none',
        figures: 0,
        findings: 0,
        language: null,
      },
      { ...replied, respondent: 'SV', listed: true, figures: 9 },
    ]);
  });
});

const denied = { code: '42501' };

/** Asks for every table that is none of `bi`, and expects to be refused. Out: their names. */
async function refuseEverything(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'v', 'm', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'bi', 'pg_toast')`,
  );
  const names = rows.map(({ name }) => name);
  for (const name of names) await expect(ask(`SELECT * FROM ${name} LIMIT 1`)).rejects.toMatchObject(denied);
  return names;
}

describe('a login of the role', () => {
  it('reads every view', async () => {
    const counts = await countRows();
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
    expect(counts['vintages']).toBe(counts['observations']! + 1);
  });

  it('is refused every other table of the database, none left out', async () => {
    const names = await refuseEverything();
    const some = ['public.log', 'public.pending', `${liveSchema}.cells`, `${liveSchema}.directions`];
    expect(names).toEqual(expect.arrayContaining(some));
  });

  it.each([
    `INSERT INTO public.streams VALUES ('a', 1)`,
    `UPDATE ${liveSchema}.cells SET value = 1`,
    'TRUNCATE log',
    'CREATE TABLE bi.mine (a int)',
    'CREATE TABLE public.mine (a int)',
    'CREATE SCHEMA mine',
    'CREATE ROLE mine',
    `DROP VIEW bi.trends`,
    `CREATE OR REPLACE VIEW bi.trends AS SELECT 1`,
    'SET ROLE rapporteur',
    `COPY bi.trends TO '/dev/null'`,
  ])('is refused: %s', async (statement) => {
    await expect(ask(statement)).rejects.toMatchObject(denied);
  });

  it('has no right on a view but to read it', async () => {
    const { rows } = await pool.query<{ right: string }>(
      `SELECT table_name || ' ' || privilege_type AS right FROM information_schema.role_table_grants WHERE grantee = $1`,
      [biRole],
    );
    expect(rows.map(({ right }) => right).sort()).toEqual(views.map((view) => `${view} SELECT`).sort());
  });
});

describe('a rebuild', () => {
  it.each([false, true])(
    'leaves the views on the new tables, whose rows they show (keep: %s)',
    async (keep) => {
      const before = await countRows();
      const { kept } = await rebuildTables(pool, { keep });
      expect(await countRows()).toEqual(before);
      await pool.query(`UPDATE ${liveSchema}.cells SET value = 41 WHERE cell LIKE 'c~SV%~2007'`);
      expect(await ask("SELECT value FROM bi.observations WHERE id LIKE 'c~SV%~2007'")).toEqual([
        { value: 41 },
      ]);
      const { rows } = await pool.query(
        `SELECT DISTINCT table_schema FROM information_schema.view_table_usage
         WHERE view_schema = 'bi' AND table_schema || '.' || table_name
           NOT IN ('bi.population', 'public.shipped_population')`,
      );
      expect(rows).toEqual([{ table_schema: liveSchema }]);
      const refused = await refuseEverything();
      if (kept) expect(refused).toEqual(expect.arrayContaining([`${kept}.cells`, `${kept}.directions`]));
      await expect(ask('DROP VIEW bi.trends')).rejects.toMatchObject(denied);
    },
  );

  it('makes a view anew that went with a column, for the same readers', async () => {
    const before = await countRows();
    await pool.query(`ALTER TABLE ${liveSchema}.cells DROP COLUMN qualifier CASCADE`);
    await expect(ask('SELECT * FROM bi.trends')).rejects.toMatchObject({ code: '42P01' });
    await rebuildTables(pool);
    expect(await countRows()).toEqual(before);
  });
});
