/** Sends one request to a receiver: it follows nothing, reads nothing, and ends in time. */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { findFault, makeLookup } from './reachable.js';

/** How a try ended: with a status, or without one, for this reason. */
export type Outcome = { readonly status: number } | { readonly problem: string };

export interface Poster {
  /** Sends a body, and waits for the status of its answer. */
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<Outcome>;
  close(): void;
}

export interface PosterOptions {
  /** Hosts inside the network that may be reached. */
  readonly allowed: readonly string[];
  /** How long a receiver may take. */
  readonly answerWithinMs?: number;
  readonly lookup?: LookupFunction;
}

/** How much of an answer is read, and for how long (bytes, ms). */
const takenAtMost = 64 * 1024;
const takeWithinMs = 5000;

export function makePoster({
  allowed,
  answerWithinMs = 15_000,
  lookup = makeLookup(allowed),
}: PosterOptions): Poster {
  const agents = {
    http: new HttpAgent({ keepAlive: true, lookup }),
    https: new HttpsAgent({ keepAlive: true, lookup }),
  };
  return {
    post(url, headers, body, signal) {
      // Asked again at every try: what is allowed may have changed, and an address without a name is never looked up.
      const fault = findFault(url, allowed);
      if (fault) return Promise.resolve({ problem: `The address ${fault}` });
      const isSecure = new URL(url).protocol === 'https:';
      return new Promise((finish) => {
        const sending = (isSecure ? httpsRequest : httpRequest)(url, {
          method: 'POST',
          agent: isSecure ? agents.https : agents.http,
          headers: {
            ...headers,
            'content-length': Buffer.byteLength(body),
            'user-agent': 'rapporteur-webhooks',
          },
          signal,
        });
        // A timer of its own: a signal made by AbortSignal.any and AbortSignal.timeout may be collected before it fires.
        const timer = setTimeout(
          () => sending.destroy(new Error(`No answer within ${answerWithinMs / 1000} s`)),
          answerWithinMs,
        );
        const done = (outcome: Outcome) => {
          clearTimeout(timer);
          finish(outcome);
        };
        sending.on('response', (response) => {
          done({ status: response.statusCode! });
          takeShort(response);
        });
        sending.on('error', ({ message }) => done({ problem: message }));
        sending.end(body);
      });
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** Reads a short answer, so that its connection can be used again, and cuts off a long or endless one. */
function takeShort(response: IncomingMessage): void {
  let length = 0;
  const timer = setTimeout(() => response.destroy(), takeWithinMs);
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > takenAtMost) response.destroy();
  });
  response.on('close', () => clearTimeout(timer)).on('error', () => undefined);
}
