/** What the addresses of access need, and what the environment says of them. */
import type { SignInWay } from '@rapporteur/contract';
import type { Door } from '@rapporteur/http';
import type pg from 'pg';
import type { Auditing } from '../audit/audit.js';
import type { Provider } from '../oidc/provider.js';

export const ACCESS = Symbol('access');

export interface AccessOptions {
  readonly pool: pg.Pool;
  readonly door: Door;
  /** Where sign-ins and changes of access are noted; nowhere when not given. */
  readonly audit?: Auditing | undefined;
  /** The origin that readers use; links begin with it, and the provider leads back to it, or else with the host that was asked for. */
  readonly publicUrl?: string | undefined;
  /** How people can sign in here (by links). */
  readonly ways?: readonly SignInWay[];
  /** Where people sign in by OpenID Connect; nobody does where it is left out. */
  readonly provider?: Provider | undefined;
  /** Is told of what went wrong at the provider, and of values of its claim of roles that stand for none. */
  readonly onTrouble?: (message: string) => void;
  /** How long a session lasts without a request (30). */
  readonly sessionIdleMinutes?: number | undefined;
}

/** In: the environment. Out: how many minutes a session lasts without a request. Errors: no number from 1 to 720. */
export function readSessionIdleMinutes(env: NodeJS.ProcessEnv): number | undefined {
  const given = env['SESSION_IDLE_MINUTES'];
  if (!given) return undefined;
  const minutes = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (minutes >= 1 && minutes <= 720) return minutes;
  throw new Error(`SESSION_IDLE_MINUTES=${given} is no number of minutes from 1 to 720 (12 hours).`);
}

/** The lines of a usage text that tell SESSION_IDLE_MINUTES. In: the width of the names. */
export const sessionUsage = (width = 14) =>
  `  SESSION_IDLE_MINUTES\n${''.padEnd(width + 2)}a person who asks nothing for so long is signed out (30)`;
