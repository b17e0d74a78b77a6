/** Checks whether the read side is ready to answer. */
import { metaText, readWatermark } from '@rapporteur/event-store';
import type { Health, HealthCheck } from '@rapporteur/http';
import { isDatabaseAway, waitAtMost } from '@rapporteur/postgres';
import { liveSchema, withSnapshot } from '@rapporteur/projections';
import type pg from 'pg';

const standsStillAfterMs = 10_000;
const checkWithinMs = 10_000;
const away: Health = { ready: false, reasons: ['the database does not answer'] };

/** Seconds since the first event that is not in the tables yet was recorded. */
const waitingStatement = `
SELECT EXTRACT(EPOCH FROM clock_timestamp() - ${metaText('meta', 'recordedAt')}::timestamptz)::float8 AS seconds
FROM log WHERE position = $1 + 1`;

/** A check whether a replica stands still: it was behind the primary ten seconds ago, and has not moved since. */
function makeReplicaCheck(primary: pg.Pool, now: () => number): (position: number) => Promise<string[]> {
  let behind: { position: number; at: number } | undefined;
  return async (position) => {
    const goal = await readWatermark(primary, liveSchema);
    if (position >= goal) behind = undefined;
    else if (behind?.position !== position) behind = { position, at: now() };
    const stillMs = behind ? now() - behind.at : 0;
    return stillMs > standsStillAfterMs
      ? [
          `the replica stands still at ${position} for ${Math.round(stillMs / 1000)} s while the tables are at ${goal}`,
        ]
      : [];
  };
}

/**
 * A check that remembers the position of the projection, to notice when it stands still while the log grows:
 * the position is the same as 10 s ago, and an event has been waiting as long. One of these alone is no sign:
 * the check may be called once a minute, and during a long import the tables are behind although they move.
 */
export function makeHealthCheck(
  pool: pg.Pool,
  now: () => number = Date.now,
  primary: pg.Pool = pool,
): HealthCheck {
  let seen = { position: -1, at: now() };
  const tellReplica = primary === pool ? async () => [] : makeReplicaCheck(primary, now);
  return async () => {
    try {
      const looking = withSnapshot(pool, async ({ client, position, head, deadLetters }) => {
        if (position !== seen.position) seen = { position, at: now() };
        const { rows } = await client.query<{ seconds: number }>(waitingStatement, [position]);
        const stillMs = Math.min(now() - seen.at, (rows[0]?.seconds ?? 0) * 1000);
        const reasons = [
          ...(deadLetters > 0
            ? [
                `degraded: ${deadLetters} ${deadLetters === 1 ? 'event' : 'events'} could not be applied; run "npm run dead-letters list"`,
              ]
            : []),
          ...(position < head && stillMs > standsStillAfterMs
            ? [
                `the projection stands still at ${position} for ${Math.round(stillMs / 1000)} s while the log is at ${head}`,
              ]
            : []),
        ];
        reasons.push(...(await tellReplica(position)));
        return { ready: reasons.length === 0, reasons, position, head };
      });
      return (await waitAtMost(looking, checkWithinMs)) ? await looking : away;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return away;
    }
  };
}
