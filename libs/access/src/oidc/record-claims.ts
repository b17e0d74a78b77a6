/** What the identity provider says of somebody, taken over into the access log: who it is, and the roles it gives them. */
import type { AccessEvent, Grant, NumberedGrant } from '@rapporteur/domain';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { changeAccessIn, readPrincipal, type Acting } from '../access-log.js';
import { isSameGrant } from './claimed-roles.js';

/** By whom the provider's grants are made and withdrawn: no one who can be added is called so. */
export const byProvider = 'oidc';

/** Somebody as a token of the provider describes them. */
export interface Claimed {
  readonly id: string;
  readonly kind: 'person' | 'machine';
  readonly name: string;
  readonly grants: readonly Grant[];
  /** When the provider issued the token (ISO). */
  readonly issuedAt: string;
  /** Why the log says that it is changed. */
  readonly reason: string;
}

/** Somebody as they are once their claims were followed. */
export interface Followed extends Acting {
  /** Whether the token is newer than the last one that was followed. */
  readonly isNews: boolean;
}

/**
 * Adds whoever is not known yet, grants what the claims name and withdraws what the provider granted before and names
 * no more. Grants by hand stay as they are. A token that is not newer than the last one that was followed changes
 * nothing: it may say what the provider has taken back since.
 * Out: who it is now. Errors: those of pg.
 */
export async function recordClaims(pool: pg.Pool, claimed: Claimed): Promise<Followed> {
  const known = await readPrincipal(pool, claimed.id);
  if (known && !(await isNews(pool, claimed))) return { ...known, isNews: false };
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO provider_claims (principal, issued_at) VALUES ($1, $2)
       ON CONFLICT (principal) DO UPDATE SET issued_at = EXCLUDED.issued_at
       WHERE provider_claims.issued_at < EXCLUDED.issued_at`,
      [claimed.id, claimed.issuedAt],
    );
    // Grants by hand wait until this is done, and what is withdrawn here is there.
    await client.query('SELECT FROM standings WHERE principal = $1 FOR NO KEY UPDATE', [claimed.id]);
    const acting = await readPrincipal(client, claimed.id);
    if (acting && rowCount === 0) return { ...acting, isNews: false };
    const events = toEvents(claimed, acting, await readOwnGrants(client, claimed.id));
    const change = { by: byProvider, reason: claimed.reason };
    const after =
      acting && events.length === 0 ? acting : await changeAccessIn(client, claimed.id, events, change);
    return { ...after, isNews: true };
  });
}

async function isNews(pool: pg.Pool, { id, issuedAt }: Claimed): Promise<boolean> {
  const { rows } = await pool.query<{ known: boolean }>(
    'SELECT issued_at >= $2 AS known FROM provider_claims WHERE principal = $1',
    [id, issuedAt],
  );
  return rows[0]?.known !== true;
}

/** The numbers of all grants that the provider has ever made to somebody. */
async function readOwnGrants(client: pg.ClientBase, id: string): Promise<ReadonlySet<number>> {
  const { rows } = await client.query<{ number: string }>(
    `SELECT number FROM access_log WHERE principal = $1 AND by = $2 AND event ->> 'type' = 'RoleGranted'`,
    [id, byProvider],
  );
  return new Set(rows.map(({ number }) => Number(number)));
}

function toEvents(
  { kind, name, grants }: Claimed,
  acting: Acting | undefined,
  own: ReadonlySet<number>,
): AccessEvent[] {
  const held: readonly NumberedGrant[] =
    acting?.principal.grants.filter(({ number }) => own.has(number)) ?? [];
  const added: AccessEvent[] = acting ? [] : [{ type: 'PrincipalAdded', kind, name }];
  const withdrawn = held
    .filter((one) => !grants.some((grant) => isSameGrant(one, grant)))
    .map(({ number }): AccessEvent => ({ type: 'RoleWithdrawn', grant: number }));
  const granted = grants
    .filter((grant) => !held.some((one) => isSameGrant(one, grant)))
    .map(({ role, scope }): AccessEvent => ({ type: 'RoleGranted', role, scope: copy(scope) }));
  return [...added, ...withdrawn, ...granted];
}

/** The schema of events has lists that can be changed. */
const copy = ({ respondents, collections }: Grant['scope']) => ({
  respondents: respondents === 'all' ? respondents : [...respondents],
  collections: collections === 'all' ? collections : [...collections],
});
