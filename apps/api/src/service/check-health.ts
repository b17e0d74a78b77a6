/** Whether the read side lives and is fit to be asked. */
import { metaText } from '@rapporteur/event-store';
import type { Health, HealthCheck } from '@rapporteur/http';
import { isDatabaseAway, waitAtMost } from '@rapporteur/postgres';
import { withSnapshot } from '@rapporteur/projections';
import type pg from 'pg';

const standsStillAfterMs = 10_000;
const checkWithinMs = 10_000;
const away: Health = { ready: false, reasons: ['the database does not answer'] };

/** Seconds since the first event that is not in the tables yet was recorded. */
const waitingStatement = `
SELECT EXTRACT(EPOCH FROM clock_timestamp() - ${metaText('meta', 'recordedAt')}::timestamptz)::float8 AS seconds
FROM log WHERE position = $1 + 1`;

/**
 * A check that remembers how far the projection was, so as to see it stand still while the log moves: it was there
 * 10 s ago already, and something has been waiting as long. Either alone is no sign: somebody may ask once a minute,
 * and a long import is behind while it moves.
 */
export function makeHealthCheck(pool: pg.Pool, now: () => number = Date.now): HealthCheck {
  let seen = { position: -1, at: now() };
  return async () => {
    try {
      const looking = withSnapshot(pool, async ({ client, position, head, deadLetters }) => {
        if (position !== seen.position) seen = { position, at: now() };
        const { rows } = await client.query<{ seconds: number }>(waitingStatement, [position]);
        const stillMs = Math.min(now() - seen.at, (rows[0]?.seconds ?? 0) * 1000);
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
      return (await waitAtMost(looking, checkWithinMs)) ? await looking : away;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return away;
    }
  };
}
