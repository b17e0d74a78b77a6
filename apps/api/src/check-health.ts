/** Whether the read side lives and is fit to be asked. */
import { isDatabaseAway } from '@rapporteur/postgres';
import { withSnapshot } from '@rapporteur/projections';
import type pg from 'pg';

export interface Health {
  readonly ready: boolean;
  readonly reasons: readonly string[];
  readonly position?: number;
  readonly head?: number;
}

const standsStillAfterMs = 10_000;

/** A check that remembers how far the projection was, so as to see it stand still while the log moves. */
export function makeHealthCheck(pool: pg.Pool, now: () => number = Date.now): () => Promise<Health> {
  let seen = { position: -1, at: now() };
  return async () => {
    try {
      return await withSnapshot(pool, async ({ position, head, deadLetters }) => {
        if (position !== seen.position || position >= head) seen = { position, at: now() };
        const stillMs = now() - seen.at;
        const reasons = [
          ...(deadLetters > 0
            ? [`degraded: ${deadLetters} events could not be applied; run "npm run dead-letters list"`]
            : []),
          ...(position < head && stillMs > standsStillAfterMs
            ? [
                `the projection stands still at ${position} for ${Math.round(stillMs / 1000)} s while the log is at ${head}`,
              ]
            : []),
        ];
        return { ready: reasons.length === 0, reasons, position, head };
      });
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return { ready: false, reasons: ['the database does not answer'] };
    }
  };
}
