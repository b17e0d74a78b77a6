/**
 * The preview of a command names exactly the changes that the tables then show, of figures and of findings,
 * with other rounds beside.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { previewedChanges } from '@rapporteur/contract';
import { streamOf, toNewEvent, type Finding, type Observation, type ReplyEvent } from '@rapporteur/domain';
import { moveOnce, storeUnchecked, takeEpoch } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { previewChanges } from './preview-changes.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const said = (period: string, value: number, more: Partial<Observation> = {}): Observation => ({
  ...{ indicator: 'persons-prosecuted', breakdown: {}, period, value, qualifier: 'exact', paragraph: 14 },
  ...more,
});
const finding = (topic: string, more: Partial<Finding> = {}): Finding => ({ topic, paragraph: 5, ...more });
const key = (respondent: string, receivedOn: string, round = '2008') => ({
  ...{ collection: 'c', round, respondent, receivedOn, receivedPrecision: 'on' as const, late: null },
});
const submitted = (
  respondent: string,
  observations: Observation[],
  findings: Finding[] = [],
  round?: string,
  receivedOn = '2008-01-20',
): ReplyEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...key(respondent, receivedOn, round),
    ...{ language: null, complete: false, observations, findings },
    resolved: { code: respondent, asWritten: respondent, match: 'code' },
  },
});
const withdrawn = (receivedOn: string): ReplyEvent => ({
  type: 'ReplyWithdrawn',
  data: { ...key('SV', receivedOn), reason: 'r', reference: null },
});
const corrected = (
  changed: Observation[],
  added: Observation[],
  findings: { added?: Finding[]; retracted?: Finding[] } = {},
): ReplyEvent => ({
  type: 'ReplyCorrected',
  data: {
    ...key('SV', '2008-02-01'),
    ...{ reason: 'r', reference: null },
    observations: { changed, added, retracted: [] },
    findings: { changed: [], added: findings.added ?? [], retracted: findings.retracted ?? [] },
  },
});

const meta = { recordedBy: 't', recordedAt: '2008-02-01T00:00:00Z', correlationId: 'c', causationId: 'r' };
const store = async (event: ReplyEvent, version: number, more: object = {}) => {
  const events = [{ ...toNewEvent(event, randomUUID(), meta), ...more }];
  await storeUnchecked(pool, [{ stream: streamOf(event), expectedVersion: version, events }]);
};
const move = () => inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
const changes = async (event: ReplyEvent) => previewedChanges.parse(await previewChanges(pool, event));

/** SV: two figures and two findings of 2008 in the log, one of 2010 that waits for its position; GR beside it. */
beforeEach(async () => {
  await pool.query('ALTER TABLE log DISABLE TRIGGER log_is_append_only; TRUNCATE log, pending, streams');
  await pool.query(`INSERT INTO streams VALUES ('round/c/2008', 1), ('round/c/2010', 1)`);
  const findings = [finding('hotline'), finding('training-audience', { detail: 'police' })];
  await store(submitted('SV', [said('2006', 37), said('2007', 6)], findings), 0);
  await store(submitted('GR', [said('2006', 4)]), 0);
  await move();
  const late = { receivedPrecision: 'on-or-before' as const };
  const next = submitted('SV', [said('2009', 9)], [], '2010', '2010-01-20');
  await store({ ...next, data: { ...next.data, ...late } } as ReplyEvent, 0);
});

const id = (period: string) => `c~SV~persons-prosecuted~_T~${period}`;
const as = (value: number, receivedOn: unknown = '2008-01-20', round = 'c/2008') => [
  { value, qualifier: 'exact', round, receivedOn },
];
const figure = (kind: string, period: string, before: unknown[], after: unknown[]) => ({
  ...{ kind, id: id(period), indicator: 'persons-prosecuted', breakdown: {}, period, before, after },
});

describe('what would change', () => {
  it('by a correction is what it changes and adds, each with what stood and what would', async () => {
    const event = corrected([said('2007', 9)], [said('2005', 18)], {
      added: [finding('shelters', { paragraph: 7 })],
      retracted: [finding('hotline')],
    });
    expect(await changes(event)).toEqual({
      figures: [
        figure('added', '2005', [], as(18, '2008-02-01')),
        figure('revised', '2007', as(6), as(9, '2008-02-01')),
      ],
      findings: {
        added: [{ id: 'c~SV~shelters~_~2008.p7', topic: 'shelters', paragraph: 7 }],
        withdrawn: [{ id: 'c~SV~hotline~_~2008.p5', topic: 'hotline', paragraph: 5 }],
      },
    });
  });

  it('by a correction that says the same is nothing', async () => {
    expect(await changes(corrected([said('2007', 6)], []))).toEqual({
      ...{ figures: [], findings: { added: [], withdrawn: [] } },
    });
  });

  it('by a withdrawal is all of the reply, and nothing of another round', async () => {
    expect(await changes(withdrawn('2008-02-01'))).toEqual({
      figures: [figure('withdrawn', '2006', as(37), []), figure('withdrawn', '2007', as(6), [])],
      findings: {
        added: [],
        withdrawn: [
          { id: 'c~SV~hotline~_~2008.p5', topic: 'hotline', paragraph: 5 },
          {
            ...{ id: 'c~SV~training-audience~police~2008.p5', topic: 'training-audience' },
            ...{ detail: 'police', paragraph: 5 },
          },
        ],
      },
    });
  });

  it('of a cell that a later round speaks of is nothing, though that waits for its position', async () => {
    expect((await changes(corrected([], [said('2009', 1)]))).figures).toEqual([]);
    const later = submitted('SV', [said('2009', 8)], [], '2012', '2012-01-20');
    expect((await changes(later)).figures).toEqual([
      figure('revised', '2009', as(9, { onOrBefore: '2010-01-20' }, 'c/2010'), as(8, '2012-01-20', 'c/2012')),
    ]);
  });

  it('leaves out what nobody can read', async () => {
    await store(corrected([said('2007', 1)], []), 1, { data: { collection: 'c' } });
    expect((await changes(corrected([said('2007', 9)], []))).figures).toEqual([
      figure('revised', '2007', as(6), as(9, '2008-02-01')),
    ]);
  });
});
