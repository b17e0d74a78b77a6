/** Who sent a request, by an access token of the identity provider: a machine with its own account, or a person. */
import type { Authority } from '@rapporteur/domain';
import { HttpProblem, notSignedIn } from '@rapporteur/http';
import { errors } from 'jose';
import type pg from 'pg';
import { readNamings } from '../access-log.js';
import { readBearer, type Finder } from '../door.js';
import { remember } from '../remember.js';
import { toClaimed, toTrouble } from './claimed.js';
import { tellCause } from './problems.js';
import type { Provider } from './provider.js';
import { recordClaims } from './record-claims.js';

export interface TokenOptions {
  readonly pool: pg.Pool;
  readonly provider: Provider;
  /** Is told of what whoever runs the service should know. */
  readonly onTrouble?: (message: string) => void;
}

/** Three parts joined by dots: what it is, what it says, and its signature, which may be missing. */
const isToken = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);

/** Out: a finder that knows access tokens. Its errors: HttpProblem 401 where one does not count, 503 provider-away. */
export function byAccessToken({ pool, provider, onTrouble = () => undefined }: TokenOptions): Finder {
  const find = async (token: string): Promise<Authority> => {
    const claims = await provider.readAccessToken(token).catch((error: unknown) => {
      if (error instanceof errors.JOSEError) throw notCounting(toReason(error));
      throw tellCause(error, onTrouble);
    });
    const found = toClaimed(provider.settings, claims, 'access token');
    if (!found) throw notCounting('names nobody');
    const { principal, standing, isNews } = await recordClaims(pool, found.claimed);
    if (isNews && found.unclear.length > 0) onTrouble(toTrouble(principal.id, found.unclear));
    const until = new Date(Number(claims['exp']) * 1000).toISOString();
    const namings = await readNamings(pool);
    return { principal, standing, signedInBy: 'token', until, namings, renew: () => find(token) };
  };
  const findOnce = remember(find);
  return ({ headers }) => {
    const token = readBearer(headers);
    return token !== undefined && isToken(token) ? findOnce(token) : undefined;
  };
}

/** Why a token does not count, as far as it helps whoever may use it and nobody else. */
function toReason(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    switch (error.claim) {
      case 'iss':
        return 'is of another issuer';
      case 'aud':
        return 'was made for another service';
      case 'typ':
        return 'does not say that it is an access token';
      case 'cnf':
        return 'is bound to a key, and came without a proof of it';
      case 'nbf':
      case 'iat':
        return 'is of the future';
    }
  return 'has no signature of the identity provider that counts';
}

function notCounting(because: string): HttpProblem {
  const { options } = notSignedIn(`The access token ${because}`);
  const challenge = 'Bearer realm="Rapporteur", error="invalid_token"';
  return new HttpProblem({ ...options, headers: { 'www-authenticate': challenge } });
}
