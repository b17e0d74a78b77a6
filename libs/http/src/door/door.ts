/** Who a request comes from, and whether they may do what its address does. */
import { everybodyMay, may, type Action, type Authority, type Target } from '@rapporteur/domain';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { HttpProblem, sendProblem, toProblem } from '../problem.js';
import type { RouteDocument } from '../route-document.js';
import type { Limits } from './limits.js';
import { NotAllowed, notAllowed, notSignedIn } from './not-allowed.js';

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
  /** Is told of every request that was let in to read what is not released. */
  unreleased?(request: FastifyRequest): void;
}

export interface Refusal {
  readonly action: Action;
  readonly authority: Authority | undefined;
  /** `sign-in-failed`: what was shown does not count; `limited`: too much was asked for. */
  readonly because: 'not-signed-in' | 'no-role' | 'out-of-scope' | 'sign-in-failed' | 'limited';
  readonly target?: Target | undefined;
}

declare module 'fastify' {
  interface FastifyInstance {
    door: Door;
  }
  interface FastifyRequest {
    authority: Authority | undefined;
  }
  interface FastifyContextConfig {
    /** What whoever asks must be allowed to do. */
    action?: Action;
    /** What is enough for it with `?dryRun=true`. */
    dryRunAction?: Action;
    /** Whether it is for everybody; of an open read nobody is asked, and nothing is counted. */
    isOpen?: boolean;
    isOpenRead?: boolean;
  }
}

/**
 * Puts the door behind the gate and before everything else, and gives every address its action, from the documents or
 * from its own `config`. An address without one fails the start.
 */
export function addDoor(
  fastify: FastifyInstance,
  door: Door,
  documents: readonly RouteDocument[],
  limits: Limits,
): void {
  const documented = new Map(documents.map((one) => [`${one.method} ${one.path}`, one]));
  fastify.decorate('door', door);
  fastify.decorateRequest('authority', undefined);
  fastify.addHook('onRoute', (route) => {
    const methods = [route.method].flat().map((one) => (one === 'HEAD' ? 'get' : one.toLowerCase()));
    const found = documented.get(`${methods[0]} ${route.url}`);
    const { action = found?.action, dryRunAction = found?.dryRunAction } = route.config ?? {};
    if (action === undefined) throw new Error(`${methods.join(', ')} ${route.url} names no action`);
    const isRead = methods.every((method) => method === 'get' || method === 'options');
    const isOpen = everybodyMay.includes(action) && (door.isReadingOpen || action !== 'read-released');
    route.config = {
      ...route.config,
      ...{ action, isOpen, isOpenRead: isOpen && isRead },
      ...(dryRunAction === undefined ? {} : { dryRunAction }),
    };
    if (found?.signsIn) limitSignIns(route, door, limits);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const { action, isOpenRead } = request.routeOptions.config;
    // Nothing is there, or it is an open read: most requests are, so nothing is done for them.
    if (action === undefined || (isOpenRead && isAnonymous(request, action))) return done();
    letIn(door, limits, request).then(
      () => done(),
      (error: unknown) => sendProblem(toProblem(error), reply),
    );
  });
}

/** Tells the door where an error is a refusal for want of a right; of other errors nothing. */
export function tellNotAllowed(request: FastifyRequest, error: unknown): void {
  if (!(error instanceof NotAllowed)) return;
  const { action, because, target } = error;
  request.server.door.refused(request, { action, because, target, authority: request.authority });
}

/** What everybody sees is the same for everybody; of other open addresses a wrong key is told. */
const isAnonymous = ({ headers }: FastifyRequest, action: Action) =>
  action === 'see-service' || headers.authorization === undefined;

/** Finds out who asks, whether they may, and whether that is not too much. Errors: HttpProblem 401, 403, 429. */
async function letIn(door: Door, limits: Limits, request: FastifyRequest): Promise<void> {
  const { action, dryRunAction, isOpen } = request.routeOptions.config;
  if (action !== 'see-service') request.authority = await identify(door, limits, request);
  if (!request.routeOptions.config.isOpenRead) await limits.count(request).catch(tellLimited(door, request));
  const enough = dryRunAction && isDryRun(request) ? [action!, dryRunAction] : [action!];
  if (!isOpen) needAny(door, request, enough);
  if (request.method === 'GET' && ofUnreleased.includes(action!)) door.unreleased?.(request);
}

/** What is read by these actions is not released: figures, and the refused rows of files. */
const ofUnreleased: readonly Action[] = ['read-unreleased', 'import-file', 'decide-words'];

async function identify(door: Door, limits: Limits, request: FastifyRequest): Promise<Authority | undefined> {
  const { authorization, cookie } = request.headers;
  if (authorization === undefined && cookie === undefined) return door.identify(request);
  const isGood = limits.isGood(request);
  if (!isGood) await limits.checkSignIn(request).catch(tellLimited(door, request));
  try {
    const authority = await door.identify(request);
    if (authority && !isGood) limits.passed(request);
    return authority;
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 401) throw error;
    await limits.failed(request);
    door.refused(request, refusalOf(request, 'sign-in-failed'));
    throw error;
  }
}

const refusalOf = (request: FastifyRequest, because: Refusal['because']): Refusal => ({
  action: request.routeOptions.config.action!,
  authority: request.authority,
  because,
});

/** Tells of a request that is too much, and refuses it. */
const tellLimited =
  (door: Door, request: FastifyRequest) =>
  (error: unknown): never => {
    if (error instanceof HttpProblem && error.status === 429)
      door.refused(request, refusalOf(request, 'limited'));
    throw error;
  };

/** At an address where people sign in, refuses those from whose address too many sign-ins have failed. */
function limitSignIns(route: RouteOptions, door: Door, limits: Limits): void {
  route.onRequest = [
    ...[route.onRequest ?? []].flat(),
    (request, reply, done) => {
      limits
        .checkSignIn(request)
        .catch(tellLimited(door, request))
        .then(
          () => done(),
          (error: unknown) => sendProblem(toProblem(error), reply),
        );
    },
  ];
  route.onSend = [
    ...[route.onSend ?? []].flat(),
    (request, { statusCode }, payload, done) => {
      if (statusCode < 400 || statusCode >= 500 || statusCode === 429) return done(null, payload);
      door.refused(request, refusalOf(request, 'sign-in-failed'));
      limits.failed(request).then(() => done(null, payload), done);
    },
  ];
}

const isDryRun = (request: FastifyRequest) => {
  const { dryRun } = request.query as { dryRun?: unknown };
  return dryRun === 'true' || dryRun === '';
};

/** Errors: HttpProblem, where whoever asks may not do any of these anywhere. */
function needAny(door: Door, request: FastifyRequest, enough: readonly Action[]): void {
  const { authority } = request;
  const [action] = enough as [Action];
  const refuse = (because: 'not-signed-in' | 'no-role') => {
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
