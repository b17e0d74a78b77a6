/** How much somebody may ask for in a minute: everything but open reads, and sign-ins that fail. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';
import { HttpProblem } from '../problem.js';

/** `requests`, by somebody who is known, else from an address; `sign-ins` that failed, from an address. */
export type LimitKind = 'requests' | 'sign-ins';

/** What is allowed in a minute; undefined = as much as anybody likes. */
export interface LimitSettings {
  readonly requests?: number | undefined;
  readonly signIns?: number | undefined;
  /** Is told of each request that is refused for this. */
  readonly onLimited?: (kind: LimitKind) => void;
}

const minuteMs = 60_000;
const usual = { requests: 12_000, signIns: 20 };
/** Of so many addresses and people the counts are kept; of further ones the oldest are forgotten. */
const countedAtMost = 20_000;
/** Of so many keys and sessions that were good it is known that they were. */
const goodAtMost = 10_000;

/** In: the environment. Out: the limits (RATE_LIMIT, SIGN_IN_LIMIT). Errors: what is no number, nor `off`. */
export function readLimits({ RATE_LIMIT, SIGN_IN_LIMIT }: NodeJS.ProcessEnv): LimitSettings {
  return {
    requests: readLimit('RATE_LIMIT', RATE_LIMIT, usual.requests),
    signIns: readLimit('SIGN_IN_LIMIT', SIGN_IN_LIMIT, usual.signIns),
  };
}

function readLimit(name: string, given: string | undefined, otherwise: number): number | undefined {
  if (!given) return otherwise;
  if (given === 'off') return undefined;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new Error(
    `${name}=${given} is no limit: give how many a minute, from 1 on, or off; when left out, ${otherwise}.`,
  );
}

/** The lines of a usage text that tell the limits. In: the width of the names. */
export const limitsUsage = (width = 14) =>
  [
    ['RATE_LIMIT', `requests that are no open reads, a minute, of each who asks; or off (${usual.requests})`],
    ['SIGN_IN_LIMIT', `sign-ins and keys that fail, a minute, of each address; or off (${usual.signIns})`],
  ]
    .map(([name, meaning]) => `  ${name!.padEnd(width)}${meaning}`)
    .join('\n');

/** What the door asks about each request that is not an open read. */
export interface Limits {
  /** Whether what somebody shows was good before, so that it need not be asked how often their address has failed. */
  isGood(request: FastifyRequest): boolean;
  /** Refuses somebody whose address has failed too often. */
  checkSignIn(request: FastifyRequest): Promise<void>;
  /** Counts a sign-in, a key or a session that was refused. */
  failed(request: FastifyRequest): Promise<void>;
  /** What was shown is good. */
  passed(request: FastifyRequest): void;
  /** Counts a request, of whom the door has found. Errors: HttpProblem 429, where they have asked for too much. */
  count(request: FastifyRequest): Promise<void>;
}

/** In: the server, before anything is registered, and the settings. Out: what the door asks. */
export async function makeLimits(
  fastify: FastifyInstance,
  { requests, signIns, onLimited = () => undefined }: LimitSettings,
): Promise<Limits> {
  await fastify.register(rateLimit, { global: false, cache: countedAtMost });
  const common = { timeWindow: minuteMs, cache: countedAtMost };
  const ofSomebody =
    requests &&
    fastify.createRateLimit({
      ...common,
      max: requests,
      keyGenerator: ({ authority }: FastifyRequest) => authority!.principal.id,
    });
  // A network of IPv6 (/64) is one address.
  const ofAddress = requests && fastify.createRateLimit({ ...common, max: requests });
  const byAddress = signIns && fastify.createRateLimit({ ...common, max: signIns });
  const good = new Set<string>();
  const limited = (kind: LimitKind, seconds: number) => {
    onLimited(kind);
    return tooMany(kind, Math.max(1, seconds));
  };
  return {
    isGood: (request) => !byAddress || good.has(shownBy(request)),
    async checkSignIn(request) {
      if (!byAddress) return;
      const counted = await byAddress(request, { increment: false });
      if (counted.isAllowed || counted.remaining > 0) return;
      throw limited('sign-ins', counted.ttlInSeconds);
    },
    async failed(request) {
      if (byAddress) await byAddress(request);
    },
    passed(request) {
      if (!byAddress) return;
      if (good.size >= goodAtMost) good.clear();
      good.add(shownBy(request));
    },
    async count(request) {
      const limit = request.authority ? ofSomebody : ofAddress;
      if (!limit) return;
      const counted = await limit(request);
      if (!counted.isAllowed && counted.isExceeded) throw limited('requests', counted.ttlInSeconds);
    },
  };
}

/** A hash of what a request shows: keys are not kept in memory longer than they are looked at. */
const shownBy = ({ headers: { authorization = '', cookie = '' } }: FastifyRequest): string =>
  hash('sha256', `${authorization}\n${cookie}`);

function tooMany(kind: LimitKind, seconds: number): HttpProblem {
  return new HttpProblem({
    status: 429,
    code: kind === 'requests' ? 'too-many-requests' : 'too-many-sign-ins',
    title:
      kind === 'requests'
        ? 'You have asked for too much in this minute'
        : 'Too many sign-ins from your address have failed',
    detail: `Send it again after ${seconds} s; with the same Idempotency-Key it is recorded once.`,
    headers: { 'retry-after': String(seconds) },
  });
}
