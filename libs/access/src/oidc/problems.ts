/** What is answered where signing in at the identity provider does not work, and what to do then. */
import { HttpProblem } from '@rapporteur/http';

/** Nobody answers there. In: what went wrong, which is logged where it is caught, and told to nobody else. */
export const providerAway = (cause: unknown): HttpProblem =>
  Object.assign(
    new HttpProblem({
      status: 503,
      code: 'provider-away',
      title: 'The identity provider does not answer',
      detail:
        'Try again in a moment; keys of Rapporteur and people who have signed in are not concerned. If it goes on, whoever runs this server compares OIDC_ISSUER with the address of the provider.',
      headers: { 'retry-after': '5' },
    }),
    { cause },
  );

/** The provider knows this service by another name or secret. */
export const serviceRefused = (error: string): HttpProblem =>
  new HttpProblem({
    status: 502,
    code: 'provider-refused-service',
    title: 'The identity provider does not know this service',
    detail:
      'Nobody can sign in there until whoever runs this server has compared OIDC_CLIENT_ID and OIDC_CLIENT_SECRET with what the provider has.',
    extra: { error: toCode(error) },
  });

/** The provider lets somebody not sign in, or they gave up. */
export const signInRefused = (error: string): HttpProblem =>
  new HttpProblem({
    status: 403,
    code: 'sign-in-refused',
    title: 'The identity provider did not let you sign in',
    detail: 'Begin again at /v1/sign-in; if that does not help, ask whoever gives out accounts there.',
    extra: { error: toCode(error) },
  });

/** What came back does not belong to what was sent. */
export const signInFailed = (because: string): HttpProblem =>
  Object.assign(
    new HttpProblem({
      status: 400,
      code: 'sign-in-failed',
      title: 'What the identity provider handed back does not hold, so nobody was signed in',
      detail: 'Begin again at /v1/sign-in. Each sign-in works once.',
    }),
    { cause: because },
  );

export const signInUnknown = (): HttpProblem =>
  new HttpProblem({
    status: 400,
    code: 'sign-in-unknown',
    title: 'There is no such sign-in under way in this browser',
    detail:
      'It took more than ten minutes, was ended already, or was begun in another browser. Begin again at /v1/sign-in.',
  });

export const noProvider = (): HttpProblem =>
  new HttpProblem({
    status: 404,
    code: 'no-provider',
    title: 'Nobody signs in by an identity provider here',
    detail:
      'Ask whoever runs this server for a link that signs you in. They may also name a provider: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET.',
  });

export const foreignReturn = (): HttpProblem =>
  new HttpProblem({
    status: 400,
    code: 'bad-parameter',
    title: 'returnTo is no path of this server',
    detail: 'Give a path that begins with one "/", such as /?page=round, or leave it out.',
  });

/** A code of OAuth, and nothing else that somebody may have written in its place. */
const toCode = (error: string): string => (/^[a-z_]{1,60}$/.test(error) ? error : 'unknown');

/**
 * In: an error that is answered, and what is told of its cause: that stands in the log, for whoever runs the server,
 * while others are told what to do only. Out: the error.
 */
export function tellCause(error: unknown, tell: (message: string) => void = () => undefined): unknown {
  if (error instanceof HttpProblem && error.cause !== undefined)
    tell(`${error.message}: ${toText(error.cause)}`);
  return error;
}

function toText(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? `${cause.message} (${cause.cause.message})` : cause.message;
}
