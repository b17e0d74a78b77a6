/**
 * Watches bodies that have not come completely. A body that stops or is too slow is refused, and only a limited
 * number of slow bodies is waited for. A body that comes at once is never affected.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IncomingMessage, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { HttpProblem } from '../problem.js';
import { openBody, readWhole, type Fail } from './read-body.js';

/** JSON is held in memory, everything else goes to a file. */
type Kind = 'json' | 'file';

export interface BodyLimits {
  /** How often bodies are looked at; the times below are kept to within this. */
  readonly lookEveryMs: number;
  /** A body of which nothing has come for this long is refused. */
  readonly quietMs: number;
  /** The least bytes a second, counted from the beginning, and checked after `graceMs`. */
  readonly leastRate: number;
  readonly graceMs: number;
  /** How long a client may go on sending after the answer; then its connection is closed. */
  readonly afterAnswerMs: number;
  /** How many bodies may be incomplete at once that are older than `lookEveryMs`. */
  readonly waiting: Readonly<Record<Kind, number>>;
  /** How many bytes may have been read of all bodies that are not answered yet. */
  readonly bytes: Readonly<Record<Kind, number>>;
}

/** A request with a body. */
interface Entry {
  readonly raw: IncomingMessage;
  readonly response: ServerResponse;
  readonly kind: Kind;
  /** Bytes that came on its connection before the body. */
  readonly before: number;
  /** Makes the reader of the body fail with a problem, which is then the answer. */
  fail: Fail | undefined;
  /** Bytes of the body that came, and how many of these were read. */
  came: number;
  read: number;
  ageMs: number;
  quietMs: number;
  /** The body was refused, and the answer that says so is under way. */
  isRefused: boolean;
  afterAnswerMs: number;
}

/** Watches and reads bodies. */
export interface BodyWatch {
  /** Call it with each request as it comes, before anything can answer it. */
  begin(request: FastifyRequest, response: ServerResponse): void;
  /** Reads a body to its end. Errors: HttpProblem where it is too long, was refused, or the client left. */
  readWhole(
    request: FastifyRequest,
    limit: number,
    done: (error: Error | null, bytes?: Buffer) => void,
  ): void;
}

/**
 * Watches bodies until the server is closed. Routes get a body that is not JSON as a stream, which may fail
 * with HttpProblem.
 */
export function watchBodies(fastify: FastifyInstance, limits: BodyLimits): BodyWatch {
  const bodies = new UnfinishedBodies(limits);
  const { lookEveryMs } = limits;
  fastify.addHook('preParsing', (request, _reply, payload, done) =>
    done(null, bodies.open(request) ?? payload),
  );
  let lookedAt = performance.now();
  const looking = setInterval(() => {
    const now = performance.now();
    // While this process itself stood still, no client counts as slow.
    bodies.look(Math.min(now - lookedAt, 2 * lookEveryMs));
    lookedAt = now;
  }, lookEveryMs).unref();
  fastify.addHook('onClose', (_, done) => {
    clearInterval(looking);
    done();
  });
  return bodies;
}

class UnfinishedBodies implements BodyWatch {
  private readonly entries = new Map<IncomingMessage, Entry>();
  /** Bytes read of bodies that are not answered yet. */
  private readonly held: Record<Kind, number> = { json: 0, file: 0 };

  constructor(private readonly limits: BodyLimits) {}

  begin({ raw }: FastifyRequest, response: ServerResponse): void {
    const { headers } = raw;
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    // A request that a test injects without a connection has its whole body already.
    if (!hasBody || !(raw instanceof IncomingMessage)) return;
    const kind = /^application\/json\b/i.test(headers['content-type'] ?? '') ? 'json' : 'file';
    const entry: Entry = {
      raw,
      response,
      kind,
      before: raw.socket.bytesRead,
      fail: undefined,
      came: 0,
      read: 0,
      ageMs: 0,
      quietMs: 0,
      isRefused: false,
      afterAnswerMs: 0,
    };
    this.entries.set(raw, entry);
    // Removed at once and not at the next look: entries that stay cost the garbage collector more than all of
    // this.
    response.once('close', () => this.endIfOver(entry));
  }

  private endIfOver(entry: Entry): void {
    if (hasCome(entry) && isAnswered(entry) && this.entries.delete(entry.raw))
      this.held[entry.kind] -= entry.read;
  }

  readWhole(
    { raw }: FastifyRequest,
    limit: number,
    done: (error: Error | null, bytes?: Buffer) => void,
  ): void {
    const entry = this.entries.get(raw);
    const fail = readWhole({ raw, onBytes: (bytes) => entry && this.count(entry, bytes) }, limit, done);
    if (entry) entry.fail = fail;
  }

  /** Out: the body as a stream; undefined where it is JSON, or none. */
  open({ raw }: FastifyRequest): Readable | undefined {
    const entry = this.entries.get(raw);
    if (entry?.kind !== 'file') return undefined;
    const body = openBody({ raw, onBytes: (bytes) => this.count(entry, bytes) });
    entry.fail = (problem) => body.destroy(problem);
    return body;
  }

  private count(entry: Entry, bytes: number): void {
    const { kind } = entry;
    entry.read += bytes;
    this.held[kind] += bytes;
    if (this.held[kind] > this.limits.bytes[kind]) this.refuse(entry, tooBusy());
  }

  /**
   * The reader fails with the problem, and drops what it has read. Without a reader nobody would answer, so the
   * connection is closed.
   */
  private refuse(entry: Entry, problem: HttpProblem): void {
    entry.isRefused = true;
    this.held[entry.kind] -= entry.read;
    entry.read = 0;
    if (entry.fail) entry.fail(problem);
    else entry.raw.socket.destroy();
  }

  /** Looks at all bodies. In: milliseconds since the last time. */
  look(passedMs: number): void {
    for (const entry of this.entries.values()) {
      this.endIfOver(entry);
      this.lookAt(entry, passedMs);
    }
    for (const kind of ['json', 'file'] as const) this.thinOut(kind);
  }

  private lookAt(entry: Entry, passedMs: number): void {
    const { raw, before } = entry;
    const { quietMs, graceMs, leastRate, afterAnswerMs } = this.limits;
    if (hasCome(entry)) return;
    if (isOver(entry)) {
      entry.afterAnswerMs += passedMs;
      if (entry.afterAnswerMs >= afterAnswerMs) raw.socket.destroy();
      return;
    }
    // Bytes that have come and are not read yet wait for this server, not for the client.
    if (raw.readableLength > 0) return;
    const came = raw.socket.bytesRead - before;
    entry.quietMs = came === entry.came ? entry.quietMs + passedMs : 0;
    entry.ageMs += passedMs;
    entry.came = came;
    const isSlow = entry.ageMs >= graceMs && came < (leastRate * entry.ageMs) / 1000;
    if (entry.quietMs >= quietMs || isSlow) this.refuse(entry, tooSlow());
  }

  /** Where too many bodies are slow, the slowest are refused. */
  private thinOut(kind: Kind): void {
    const isSlow = (entry: Entry) =>
      entry.kind === kind && entry.ageMs >= this.limits.lookEveryMs && !hasCome(entry) && !isOver(entry);
    const slow = [...this.entries.values()].filter(isSlow);
    const tooMany = slow.length - this.limits.waiting[kind];
    if (tooMany <= 0) return;
    const rateOf = ({ came, ageMs }: Entry) => came / ageMs;
    slow.sort((a, b) => rateOf(a) - rateOf(b));
    for (const entry of slow.slice(0, tooMany)) this.refuse(entry, tooBusy());
  }
}

const hasCome = ({ raw }: Entry) => raw.complete || raw.destroyed;
const isAnswered = ({ response }: Entry) => response.writableEnded || response.destroyed;
const isOver = (entry: Entry) => entry.isRefused || isAnswered(entry);

const tooSlow = () =>
  new HttpProblem({
    status: 408,
    code: 'body-too-slow',
    title: 'The body did not come, or came too slowly',
    detail: 'Send the request again, on a connection that lets more through.',
    headers: { connection: 'close' },
  });

const tooBusy = () =>
  new HttpProblem({
    status: 503,
    code: 'too-busy',
    title: 'Too many bodies are on their way at once',
    detail: 'Send the request again in some seconds; with the same Idempotency-Key it is recorded once.',
    headers: { connection: 'close', 'retry-after': '5' },
  });
