/** From the claims of a token to somebody whom the access log can name. */
import type { Claims } from './claimed-roles.js';
import { toClaimedRoles } from './claimed-roles.js';
import type { OidcSettings } from './oidc-settings.js';
import type { Claimed } from './record-claims.js';

/** What the log says of a change: which token, and whose. */
type Source = 'sign-in' | 'access token';

/**
 * In: the claims of a token whose signature, issuer and times were checked. Out: who that is, and values of the claim of
 * roles that stand for none; undefined where the subject can be no name.
 */
export function toClaimed(
  { issuer, rolesClaim }: Pick<OidcSettings, 'issuer' | 'rolesClaim'>,
  claims: Claims,
  source: Source,
): { claimed: Claimed; unclear: readonly string[] } | undefined {
  const { sub, iat } = claims;
  // What OpenID Connect allows: ASCII, up to 255 characters.
  if (typeof sub !== 'string' || !/^[\u0021-\u007e]{1,255}$/.test(sub)) return undefined;
  const { grants, unclear } = toClaimedRoles(claims, rolesClaim);
  const kind = isMachine(claims) ? 'machine' : 'person';
  const claimed: Claimed = {
    id: `oidc:${new URL(issuer).host}:${sub}`,
    name:
      toName(
        kind === 'machine'
          ? [claims['client_id'], claims['azp']]
          : [claims['name'], claims['preferred_username']],
      ) ?? sub,
    ...{ kind, grants },
    issuedAt: new Date((iat as number) * 1000).toISOString(),
    reason: `the claim "${rolesClaim}" of ${source === 'sign-in' ? 'a sign-in' : 'an access token'} at ${issuer}`,
  };
  return { claimed, unclear };
}

/** A client that acts for itself is its own subject (RFC 9068), or has an account of its own (Keycloak). */
const isMachine = ({ sub, client_id, azp, preferred_username: account }: Claims): boolean =>
  sub === client_id ||
  sub === azp ||
  (typeof client_id === 'string' && account === `service-account-${client_id}`.toLowerCase());

/** The first that is a text, without what would make it show as another: controls, and forced directions. */
function toName(candidates: readonly unknown[]): string | undefined {
  for (const one of candidates) {
    if (typeof one !== 'string') continue;
    const name = one
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, 200)
      .toWellFormed();
    if (name !== '') return name;
  }
  return undefined;
}

/** In: whose claim it was, and values of it that begin with a role and stand for none. Out: a line of the log. */
export const toTrouble = (principal: string, unclear: readonly string[]): string =>
  `The claim of roles of ${principal} has values that stand for no role here: ${unclear.map((one) => JSON.stringify(one)).join(', ')}`;
