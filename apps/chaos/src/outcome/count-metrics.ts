/**
 * Adds up the counters of the processes over their restarts. A counter begins again at each restart, so it is
 * scraped often.
 */
import { ownerHeaders } from '@rapporteur/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '../cluster/service.js';

export const counted = {
  redeliveries: 'rapporteur_redeliveries_dropped_total',
  refusals: 'rapporteur_fence_refusals_total',
} as const;
export type Counts = Record<keyof typeof counted, number>;

const everyMs = 300;

/** The sums are lower bounds: what a process counts after its last scrape is lost when it ends. */
export class MetricsCount {
  /** The last value of each counter, for each start of each process. */
  private readonly last = new Map<string, number>();

  constructor(private readonly services: readonly Service[]) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.scrape();
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async scrape(): Promise<void> {
    await Promise.all(this.services.map((service) => this.scrapeOne(service)));
  }

  get sums(): Counts {
    const sumOf = (name: string) =>
      [...this.last].reduce((sum, [key, value]) => (key.endsWith(` ${name}`) ? sum + value : sum), 0);
    return { redeliveries: sumOf(counted.redeliveries), refusals: sumOf(counted.refusals) };
  }

  private async scrapeOne({ name, starts, url }: Service): Promise<void> {
    if (!url || !name.startsWith('aggregator')) return;
    const text = await fetch(`${url}/metrics`, { headers: ownerHeaders(), signal: AbortSignal.timeout(1000) })
      .then((response) => response.text())
      .catch(() => '');
    for (const metric of Object.values(counted)) {
      const value = new RegExp(`^${metric} (\\d+)$`, 'm').exec(text)?.[1];
      if (value !== undefined) this.last.set(`${name} ${starts} ${metric}`, Number(value));
    }
  }
}
