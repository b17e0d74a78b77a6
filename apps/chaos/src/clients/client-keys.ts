/**
 * The keys of a run's clients: each works with a key of its own, which is revoked now and then while its commands are under
 * way, and gets another.
 */
import { changeAccess, makeKey } from '@rapporteur/access';
import type { AccessEvent } from '@rapporteur/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Random } from '../faults/random.js';

const why = { by: 'chaos', reason: 'a run' };
const all = { respondents: 'all', collections: 'all' } as const;
/** Milliseconds between one revocation and the next, on average. */
const revokeEveryMs = 1500;
/** How long a client goes on with a key after its revocation was acknowledged (ms). */
const sentOnMs = 400;

/** A key that was revoked, and how many events whoever had it had recorded when that was acknowledged. */
export interface Revoked {
  readonly principal: string;
  readonly recorded: number;
}

interface Holder {
  readonly principal: string;
  readonly key: string;
  readonly secret: string;
}

export class ClientKeys {
  readonly revoked: Revoked[] = [];
  private readonly holders: Holder[] = [];
  private made = 0;

  private constructor(private readonly pool: pg.Pool) {}

  /** In: chaos's own way to the database, which no fault affects, and how many clients there are. */
  static async issue(pool: pg.Pool, clients: number): Promise<ClientKeys> {
    const keys = new ClientKeys(pool);
    for (let client = 0; client < clients; client += 1) keys.holders.push(await keys.make());
    return keys;
  }

  /** The header by which a client asks now. */
  headersOf(client: number): { readonly authorization: string } {
    return { authorization: `Bearer ${this.holders[client]!.secret}` };
  }

  /** Revokes keys until the signal. What PostgreSQL does not answer because of a fault is tried again. */
  async revokeOn(random: Random, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(random.between(0, 2 * revokeEveryMs));
      const client = random.between(0, this.holders.length - 1);
      const next = await this.untilDone(() => this.make());
      const { principal, key } = this.holders[client]!;
      await this.untilDone(() => changeAccess(this.pool, principal, [{ type: 'KeyRevoked', key }], why));
      const recorded = await this.untilDone(() => countRecorded(this.pool, principal));
      this.revoked.push({ principal, recorded });
      // For as long as services remember who had a key, the client goes on sending with it.
      await sleep(sentOnMs);
      this.holders[client] = next;
    }
  }

  /** Out: what was recorded with a key after its revocation had been acknowledged. */
  async findLate(): Promise<string[]> {
    const late: string[] = [];
    for (const { principal, recorded } of this.revoked) {
      const now = await countRecorded(this.pool, principal);
      if (now > recorded)
        late.push(`${principal} recorded ${now - recorded} events after its key was revoked`);
    }
    return late;
  }

  private async make(): Promise<Holder> {
    const principal = `client-key-${(this.made += 1)}`;
    const { key, hash, secret } = makeKey();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const events: AccessEvent[] = [
      { type: 'PrincipalAdded', kind: 'machine', name: principal },
      { type: 'RoleGranted', role: 'desk-officer', scope: all },
      { type: 'KeyIssued', key, hash, until },
    ];
    await changeAccess(this.pool, principal, events, why);
    return { principal, key, secret };
  }

  private async untilDone<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch {
        await sleep(200);
      }
    }
  }
}

async function countRecorded(pool: pg.Pool, principal: string): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    `SELECT count(*) AS n FROM (SELECT meta FROM log UNION ALL SELECT meta FROM pending) e
     WHERE e.meta ->> 'principal' = $1`,
    [principal],
  );
  return Number(rows[0]!.n);
}
