/** The identity provider: where people are sent, what it hands back, and whether a token is one of its own. */
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import type { Claims } from './claimed-roles.js';
import { isOnThisMachine, type OidcSettings } from './oidc-settings.js';
import type { PendingSignIn } from './pending-sign-ins.js';
import { providerAway, serviceRefused, signInFailed, signInRefused } from './problems.js';

/** Signatures by a pair of keys. Never `none`, and never one by a shared secret, for which a public key could be taken. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** By how much the clocks may differ (s). */
const clockToleranceS = 30;
/** How long an answer of the provider is waited for. */
const answerWithinS = 5;
/** For a key that is not known its keys are fetched again, at most once in this time (ms), whatever is sent to us. */
const keysAgainAfterMs = 10_000;

/** A sign-in that begins: where the browser is sent, and what is kept of it. */
export interface BegunSignIn extends Omit<PendingSignIn, 'returnTo'> {
  readonly address: string;
  readonly state: string;
}

export interface Provider {
  readonly settings: OidcSettings;
  /** In: where the provider sends the browser back to. Errors: HttpProblem 503. */
  begin(redirectUri: string): Promise<BegunSignIn>;
  /**
   * In: the address by which the browser came back, and what was kept of the sign-in.
   * Out: what the provider says of whoever signed in. Errors: HttpProblem 400, 403, 502, 503.
   */
  finish(cameBackBy: URL, state: string, pending: PendingSignIn): Promise<Claims>;
  /** In: an access token. Out: what it says. Errors: those of jose where it does not count; HttpProblem 503. */
  readAccessToken(token: string): Promise<Claims>;
}

interface Found {
  readonly config: oidc.Configuration;
  readonly keys: JWTVerifyGetKey;
}

/** It asks the provider nothing before somebody signs in or shows a token, so that a provider that is away stops no start. */
export function makeProvider(settings: OidcSettings): Provider {
  const { clientId, issuer } = settings;
  let found: Promise<Found> | undefined;
  const findOnce = (): Promise<Found> => {
    found ??= find(settings).catch((error: unknown) => {
      found = undefined;
      throw providerAway(error);
    });
    return found;
  };
  const verify = async (token: string) => {
    const { keys } = await findOnce();
    const options = { issuer, audience: clientId, algorithms, clockTolerance: clockToleranceS };
    const required = { requiredClaims: ['sub', 'iat', 'exp'] };
    const { payload, protectedHeader } = await jwtVerify(token, keys, { ...options, ...required }).catch(
      (error: unknown) => {
        throw isOfToken(error) ? error : providerAway(error);
      },
    );
    // A token of the future would keep all that come before its time from being followed.
    if (payload.iat! > Date.now() / 1000 + clockToleranceS)
      throw new errors.JWTClaimValidationFailed('issued in the future', payload, 'iat', 'check_failed');
    return { payload, header: protectedHeader };
  };
  return {
    settings,
    async begin(redirectUri) {
      const { config } = await findOnce();
      const [state, nonce, verifier] = [
        oidc.randomState(),
        oidc.randomNonce(),
        oidc.randomPKCECodeVerifier(),
      ];
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        ...{ state, nonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, state, nonce, verifier };
    },
    async finish(cameBackBy, state, { nonce, verifier }) {
      const { config } = await findOnce();
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      try {
        const { id_token } = await oidc.authorizationCodeGrant(config, cameBackBy, checks);
        // The library trusts the connection; the signature holds wherever the token came along.
        return (await verify(id_token!)).payload;
      } catch (error) {
        throw toProblem(error);
      }
    },
    async readAccessToken(token) {
      const { payload, header } = await verify(token);
      checkIsAccessToken(payload, header.typ);
      return payload;
    },
  };
}

async function find({ issuer, clientId, clientSecret }: OidcSettings): Promise<Found> {
  const server = new URL(issuer);
  const config = await oidc.discovery(server, clientId, clientSecret, undefined, {
    timeout: answerWithinS,
    execute: isOnThisMachine(server) ? [oidc.allowInsecureRequests] : [],
  });
  const { jwks_uri } = config.serverMetadata();
  if (jwks_uri === undefined) throw new Error('it names no jwks_uri');
  const keys = createRemoteJWKSet(new URL(jwks_uri), {
    timeoutDuration: answerWithinS * 1000,
    cooldownDuration: keysAgainAfterMs,
  });
  return { config, keys };
}

/**
 * An ID token tells a client who has signed in, and opens nothing: it has the same issuer and audience. An access token
 * says that it is one by its header (RFC 9068), or as Keycloak does by a claim. One that is bound to a key counts only
 * with a proof of that key (RFC 9449, RFC 8705), which is not asked for here.
 */
function checkIsAccessToken(payload: Claims, typ: string | undefined): void {
  const type = (typ ?? 'JWT').toLowerCase().replace(/^application\//, '');
  const isOne = type === 'at+jwt' || (type === 'jwt' && payload['typ'] === 'Bearer');
  if (!isOne) throw new errors.JWTClaimValidationFailed('no access token', payload, 'typ', 'check_failed');
  if (payload['cnf'] !== undefined)
    throw new errors.JWTClaimValidationFailed('bound to a key', payload, 'cnf', 'check_failed');
}

/** Whether it is the token that does not count, and not the provider whose keys could not be fetched. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) &&
  error.code !== errors.JOSEError.code;

/** Codes of openid-client for an answer that is none: a proxy's page, or none in time. */
const awayCodes = [
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_PARSE_ERROR',
];

function toProblem(error: unknown): Error {
  if (error instanceof oidc.AuthorizationResponseError) return signInRefused(error.error);
  if (error instanceof oidc.ResponseBodyError) {
    if (error.status >= 500) return providerAway(error);
    return /client/.test(error.error) ? serviceRefused(error.error) : signInFailed(error.error);
  }
  if (isUnreached(error)) return providerAway(error);
  if (error instanceof oidc.ClientError)
    return awayCodes.includes(error.code ?? '') ? providerAway(error) : signInFailed(error.message);
  return error instanceof errors.JOSEError ? signInFailed(error.message) : (error as Error);
}

/** Node's fetch fails with a TypeError where nobody answers, and the library may wrap it. */
const isUnreached = (error: unknown): boolean =>
  [error, (error as Error | undefined)?.cause].some(
    (one) => (one as Error | undefined)?.name === 'TypeError' && (one as Error).message === 'fetch failed',
  );
