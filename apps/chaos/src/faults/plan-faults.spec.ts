/** The schedule is a pure function of the seed, leaves alone what must keep running, and has every possible fault. */
import { describe, expect, it } from '@jest/globals';
import { faultKinds, planFaults } from './plan-faults.js';

describe('the schedule of a run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planFaults(7, 120, 'kafka')).toEqual(planFaults(7, 120, 'kafka'));
    expect(planFaults(8, 120, 'kafka')).not.toEqual(planFaults(7, 120, 'kafka'));
  });

  it('is stored as it was when seed 7 was first run, so that a seed means the same run on every machine', () => {
    expect(planFaults(7, 12, 'kafka')).toMatchInlineSnapshot(`
     [
       {
         "at": 2000,
         "forMs": 4838,
         "kind": "cut",
         "on": "broker-2",
       },
       {
         "at": 4935,
         "forMs": 3365,
         "kind": "strand",
         "on": "aggregator-1",
       },
       {
         "at": 5946,
         "forMs": 2306,
         "kind": "stop",
         "on": "sequencer",
       },
       {
         "at": 7602,
         "forMs": 3759,
         "kind": "cut",
         "on": "aggregator-3",
       },
       {
         "at": 9701,
         "forMs": 1889,
         "kind": "kill",
         "on": "broker-3",
       },
     ]
    `);
  });

  it('has every kind of fault on every process within three minutes, in order of time', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const faults = planFaults(seed, 180, 'kafka');
      expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(faultKinds));
      expect(faults.map(({ at }) => at)).toEqual(faults.map(({ at }) => at).sort((a, b) => a - b));
      const killed = new Set(faults.filter(({ kind }) => kind === 'kill').map(({ on }) => on));
      for (const on of [
        'ingest-1',
        'ingest-2',
        'sequencer',
        'aggregator-1',
        'aggregator-2',
        'aggregator-3',
        'broker-1',
        'postgres',
      ])
        expect([seed, on, killed.has(on)]).toEqual([seed, on, true]);
    }
  });

  it('never takes two brokers at once', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      let freeFrom = 0;
      for (const { at, on, forMs } of planFaults(seed, 300, 'kafka')) {
        if (!on.startsWith('broker')) continue;
        expect([seed, at >= freeFrom]).toEqual([seed, true]);
        freeFrom = at + forMs;
      }
    }
  });

  it('leaves Kafka out where there is none', () => {
    const faults = planFaults(7, 600, 'embedded');
    expect(faults.filter(({ kind, on }) => /broker|offsets/.test(on) || /behind|ahead/.test(kind))).toEqual(
      [],
    );
    expect(faults.length).toBeGreaterThan(200);
  });
});
