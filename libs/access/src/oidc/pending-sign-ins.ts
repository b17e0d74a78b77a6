/** Sign-ins that have begun: kept in PostgreSQL, so that any process can end them, and each ends once. */
import type pg from 'pg';
import { hashOf } from '../keys.js';

/** How long somebody may take at the provider (minutes). */
export const signInMinutes = 10;

/** What was sent to the provider, and must come back. */
export interface PendingSignIn {
  readonly nonce: string;
  /** Of PKCE: proves that whoever brings the code began the sign-in. */
  readonly verifier: string;
  readonly returnTo: string;
}

/**
 * Keeps a sign-in for ten minutes. In: what the provider hands back (`state`), what the browser holds in its cookie,
 * and the rest. Errors: those of pg.
 */
export async function keepSignIn(
  pool: pg.Pool,
  { state, browser }: { readonly state: string; readonly browser: string },
  { nonce, verifier, returnTo }: PendingSignIn,
): Promise<void> {
  await pool.query('DELETE FROM sign_ins WHERE until < clock_timestamp()');
  await pool.query(
    `INSERT INTO sign_ins (state, browser, nonce, verifier, return_to, until)
     VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(mins => ${signInMinutes}))`,
    [hashOf(state), hashOf(browser), nonce, verifier, returnTo],
  );
}

/**
 * Takes a sign-in away: of several that ask for the same at once, one gets it.
 * Out: undefined where there is none, it took too long, or another browser began it, which leaves it to that browser.
 */
export async function takeSignIn(
  pool: pg.Pool,
  { state, browser }: { readonly state: string; readonly browser: string },
): Promise<PendingSignIn | undefined> {
  const { rows } = await pool.query<{ nonce: string; verifier: string; return_to: string }>(
    `DELETE FROM sign_ins WHERE state = $1 AND browser = $2 AND until > clock_timestamp()
     RETURNING nonce, verifier, return_to`,
    [hashOf(state), hashOf(browser)],
  );
  const [row] = rows;
  return row && { nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to };
}
