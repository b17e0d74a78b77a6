/** The identity provider that people sign in at: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_ROLES_CLAIM. */

export interface OidcSettings {
  /** As the provider names itself: https://id.example/realms/rapporteur. */
  readonly issuer: string;
  /** By which the provider knows this service; its access tokens must be made for it. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names the roles. */
  readonly rolesClaim: string;
}

/** The lines of a usage text that tell these variables. In: the width of the names. */
export const oidcUsage = (width = 14) =>
  [
    [
      'OIDC_ISSUER',
      'the identity provider that people sign in at, such as https://id.example/realms/rapporteur (none)',
    ],
    ['OIDC_CLIENT_ID', 'by which the provider knows this service'],
    ['OIDC_CLIENT_SECRET', 'what the provider gave it to prove that'],
    ['OIDC_ROLES_CLAIM', 'the claim that names the roles (roles)'],
  ]
    .map(([name, meaning]) => `  ${name!.padEnd(width)}${name!.length < width ? '' : ' '}${meaning}`)
    .join('\n');

/** Reads these variables. Out: undefined where no provider is named. Errors: one that is missing or cannot be used. */
export function readOidc(env: NodeJS.ProcessEnv): OidcSettings | undefined {
  const given = {
    OIDC_ISSUER: env['OIDC_ISSUER'] ?? '',
    OIDC_CLIENT_ID: env['OIDC_CLIENT_ID'] ?? '',
    OIDC_CLIENT_SECRET: env['OIDC_CLIENT_SECRET'] ?? '',
  };
  const missing = Object.entries(given).filter(([, value]) => value === '');
  if (missing.length === 3) return undefined;
  if (missing.length > 0)
    throw new Error(
      `${missing.map(([name]) => name).join(' and ')} missing: to sign people in at an identity provider set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.`,
    );
  return {
    issuer: checkIssuer(given.OIDC_ISSUER),
    clientId: given.OIDC_CLIENT_ID,
    clientSecret: given.OIDC_CLIENT_SECRET,
    rolesClaim: env['OIDC_ROLES_CLAIM'] || 'roles',
  };
}

/** Plain HTTP is for a provider on this machine: whoever reads along would have the codes and tokens of everybody. */
export const isOnThisMachine = ({ hostname }: URL): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname);

function checkIssuer(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isAddress =
    url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
  if (!isAddress)
    throw new Error(
      `OIDC_ISSUER=${given} is no issuer: give its address without "?" and "#", such as https://id.example/realms/rapporteur.`,
    );
  if (url.protocol === 'http:' && !isOnThisMachine(url))
    throw new Error(
      `OIDC_ISSUER=${given} must begin with https://: only a provider on this machine may do without.`,
    );
  return given;
}
