/** Who a request comes from, and whether they may do what its address does. */
import {
  everybodyMay,
  may,
  roleActions,
  roleNames,
  roles,
  type Action,
  type Authority,
  type Target,
} from '@rapporteur/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem, sendProblem, toProblem } from '../problem.js';
import type { RouteDocument } from '../route-document.js';

/** In: the environment. Out: whether what is released may be read without signing in (READ). Errors: another value. */
export function readReading({ READ = '' }: NodeJS.ProcessEnv): boolean {
  if (READ === '' || READ === 'open') return true;
  if (READ === 'signed-in') return false;
  throw new Error(
    `READ=${READ} is neither "open" (everybody reads what is released) nor "signed-in" (those who have signed in).`,
  );
}

/** The line of a usage text that tells READ. In: the width of the names. */
export const readingUsage = (width = 14) =>
  `  ${'READ'.padEnd(width)}who reads what is released: open (everybody) or signed-in (open)`;

/** How a service finds out who asks. */
export interface Door {
  /** Whether what is released may be read without signing in. */
  readonly isReadingOpen: boolean;
  /**
   * In: a request. Out: who sent it; undefined where it shows nothing of that. Errors: HttpProblem 401 for a key or
   * session that does not count or no more; those of pg.
   */
  identify(request: FastifyRequest): Promise<Authority | undefined>;
  /** Is told of every request that somebody was refused, with who it was where that is known. */
  refused(request: FastifyRequest, refusal: Refusal): void;
}

export interface Refusal {
  readonly action: Action;
  readonly authority: Authority | undefined;
  readonly because: 'not-signed-in' | 'no-role' | 'out-of-scope';
  readonly target?: Target | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    authority: Authority | undefined;
  }
  interface FastifyContextConfig {
    /** What whoever asks must be allowed to do. */
    action?: Action;
    /** What is enough for it with `?dryRun=true`. */
    dryRunAction?: Action;
  }
}

/**
 * Puts the door behind the gate and before everything else, and gives every address its action, from the documents or
 * from its own `config`. An address without one fails the start.
 */
export function addDoor(fastify: FastifyInstance, door: Door, documents: readonly RouteDocument[]): void {
  const documented = new Map(documents.map((one) => [`${one.method} ${one.path}`, one]));
  fastify.decorateRequest('authority', undefined);
  fastify.addHook('onRoute', (route) => {
    const methods = [route.method].flat().map((one) => (one === 'HEAD' ? 'get' : one.toLowerCase()));
    const found = documented.get(`${methods[0]} ${route.url}`);
    const { action = found?.action, dryRunAction = found?.dryRunAction } = route.config ?? {};
    if (action === undefined) throw new Error(`${methods.join(', ')} ${route.url} names no action`);
    route.config = { ...route.config, action, ...(dryRunAction === undefined ? {} : { dryRunAction }) };
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const { action, dryRunAction } = request.routeOptions.config;
    // Nothing is there, or it is open whatever else comes along.
    if (action === undefined || action === 'see-service') return done();
    const isOpen = everybodyMay.includes(action) && (door.isReadingOpen || action !== 'read-released');
    if (isOpen && request.headers.authorization === undefined) return done();
    const enough = dryRunAction && isDryRun(request) ? [action, dryRunAction] : [action];
    door
      .identify(request)
      .then((authority) => {
        request.authority = authority;
        if (!isOpen) needAny(door, request, enough);
      })
      .then(
        () => done(),
        (error: unknown) => sendProblem(toProblem(error, console.error), reply),
      );
  });
}

const isDryRun = (request: FastifyRequest) => {
  const { dryRun } = request.query as { dryRun?: unknown };
  return dryRun === 'true' || dryRun === '';
};

/** Errors: HttpProblem, where whoever asks may not do any of these anywhere. */
function needAny(door: Door, request: FastifyRequest, enough: readonly Action[]): void {
  const { authority } = request;
  const [action] = enough as [Action];
  const refuse = (because: Refusal['because']) => {
    door.refused(request, { action, authority, because });
    throw because === 'not-signed-in' ? notSignedIn() : notAllowed(action, because, {});
  };
  if (!authority) return refuse('not-signed-in');
  const { grants } = authority.principal;
  const isAble = enough.some((one) => {
    const verdict = may(grants, one);
    return verdict.allowed || verdict.because === 'out-of-scope';
  });
  if (!isAble && !everybodyMay.includes(action)) refuse('no-role');
}

/**
 * In: who acts, what they want to do, and to what. Errors: HttpProblem 403, which names what is missing.
 */
export function needRight({ principal }: Authority, action: Action, target: Target): void {
  const verdict = may(principal.grants, action, target);
  if (!verdict.allowed) throw notAllowed(action, verdict.because, target);
}

/** Who sent a request to an address that is not open to everybody. */
export function authorityOf({ authority }: FastifyRequest): Authority {
  if (!authority) throw notSignedIn();
  return authority;
}

/** In: an action. Out: the roles that may do it, as people read them. */
const rolesFor = (action: Action): string =>
  roles
    .filter((role) => roleActions[role].includes(action))
    .map((role) => roleNames[role])
    .join(', ');

export function notAllowed(
  action: Action,
  because: 'no-role' | 'out-of-scope',
  { collection, respondent }: Target,
): HttpProblem {
  const place = [respondent, collection].filter((one) => one !== undefined).join(' in ');
  return new HttpProblem({
    status: 403,
    code: because,
    title:
      because === 'no-role'
        ? 'None of your roles may do this'
        : `Your role may do this, but not for ${place || 'all respondents and collections'}`,
    detail: `It takes one of these roles${because === 'no-role' ? '' : ', granted for that'}: ${rolesFor(action)}. An administrator grants them.`,
    extra: { action },
  });
}

export const notSignedIn = (title = 'This is open to those only who have signed in'): HttpProblem =>
  new HttpProblem({
    status: 401,
    code: 'not-signed-in',
    title,
    detail:
      'Send a key in the header "Authorization: Bearer KEY". That of the owner is in the file owner.key of the data folder; npm run access -- key makes others. A person signs in on the page.',
    headers: { 'www-authenticate': 'Bearer realm="Rapporteur"' },
  });
