/** Every metric stands in the documentation, and nothing else does; what the database does not tell is left out. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Metrics, type DatabaseFigures } from './metrics.js';

const readText = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const figures: DatabaseFigures = {
  head: 12,
  pending: 3,
  pendingSeconds: 1.5,
  relays: [{ topic: 'events', events: 2, seconds: 0.5 }],
  projections: [{ projection: 'tables', events: 4, seconds: 2 }],
  deadLetters: 1,
  oldestTransactionSeconds: 7,
};
const make = (more: Partial<DatabaseFigures> = {}) =>
  new Metrics({ readFigures: async () => ({ ...figures, ...more }) });
const values = async (metrics: Metrics) =>
  Object.fromEntries(
    (await metrics.toText())
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
const namesIn = (text: string) => [...new Set(text.match(/\brapporteur_[a-z_]+/g))];

describe('the metrics', () => {
  it('are those of docs/operations.md', () => {
    expect(namesIn(readText('docs/operations.md')).sort()).toEqual(make().names.sort());
  });

  it('hold every name of the Grafana dashboard', () => {
    const { names } = make();
    const histograms = names.filter((name) => /_seconds$|_size$/.test(name));
    const known = [
      ...names,
      ...histograms.flatMap((name) => [`${name}_bucket`, `${name}_sum`, `${name}_count`]),
    ];
    const used = namesIn(readText('ops/grafana-dashboard.json'));
    expect(used.length).toBeGreaterThanOrEqual(10);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('are what was counted and what the database tells', async () => {
    const metrics = make();
    metrics.appended(0.003);
    metrics.batch('relay', 7);
    metrics.applied({ applied: 5, redelivered: 2 });
    metrics.fencedOff();
    metrics.foreign(3);
    metrics.limited('sign-ins');
    metrics.lostFromAudit(4);
    expect(await values(metrics)).toMatchObject({
      'rapporteur_append_seconds_bucket{le="0.0025"}': 0,
      'rapporteur_append_seconds_bucket{le="0.005"}': 1,
      'rapporteur_batch_size_sum{step="relay"}': 7,
      'rapporteur_batch_size_sum{step="apply"}': 5,
      rapporteur_redeliveries_dropped_total: 2,
      rapporteur_fence_refusals_total: 1,
      rapporteur_foreign_messages_total: 3,
      'rapporteur_limited_requests_total{limit="sign-ins"}': 1,
      rapporteur_audit_lost_total: 4,
      rapporteur_database_up: 1,
      rapporteur_log_position: 12,
      rapporteur_sequencer_backlog_events: 3,
      rapporteur_sequencer_backlog_seconds: 1.5,
      'rapporteur_relay_backlog_events{topic="events"}': 2,
      'rapporteur_relay_backlog_seconds{topic="events"}': 0.5,
      'rapporteur_projection_lag_events{projection="tables"}': 4,
      'rapporteur_projection_lag_seconds{projection="tables"}': 2,
      rapporteur_dead_letters: 1,
      rapporteur_oldest_transaction_seconds: 7,
    });
  });

  it('leave out what is not known: dead letters without tables, everything while the database is away', async () => {
    expect(Object.keys(await values(make({ deadLetters: undefined })))).not.toContain(
      'rapporteur_dead_letters',
    );
    let isAway = false;
    const metrics = new Metrics({
      readFigures: async () => {
        if (isAway) throw new Error('away');
        return figures;
      },
    });
    expect(await values(metrics)).toMatchObject({ rapporteur_log_position: 12 });
    isAway = true;
    const away = await values(metrics);
    expect(away).toMatchObject({ rapporteur_database_up: 0, rapporteur_fence_refusals_total: 0 });
    expect(Object.keys(away).filter((name) => /backlog|lag|position|oldest|dead/.test(name))).toEqual([]);
    isAway = false;
    expect(await values(metrics)).toMatchObject({ rapporteur_log_position: 12, rapporteur_dead_letters: 1 });
  });
});
