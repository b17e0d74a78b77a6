/** Waits for the services of a run to be ready. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import type { Service } from './service.js';

/** Errors: services are not ready after a minute and a half; the message has their reasons. */
export async function waitUntilUp(cluster: Cluster): Promise<void> {
  const unready = await awaitReady(cluster, 90_000);
  if (unready.length > 0) throw new Error(unready.join('\n'));
}

/** Out: the services that are not ready within `patienceMs`, with their reasons. */
export async function awaitReady(cluster: Cluster, patienceMs: number): Promise<string[]> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await Promise.all([...cluster.services.values()].map(findObstacle));
    const unready = found.filter((obstacle) => obstacle !== undefined);
    if (unready.length === 0 || performance.now() > deadline) return unready;
    await sleep(200);
  }
}

async function findObstacle({ name, url }: Service): Promise<string | undefined> {
  if (!url) return `${name} does not run`;
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(15_000) });
    return answer.ok ? undefined : `${name} is not ready: ${await answer.text()}`;
  } catch (error) {
    return `${name} does not answer: ${(error as Error).message}`;
  }
}
