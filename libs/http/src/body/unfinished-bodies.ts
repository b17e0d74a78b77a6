/**
 * Bodies on their way: who sends nothing, or too little, is not waited for, and of those that come slowly only so many
 * are. A body that comes at once is never touched by this.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IncomingMessage, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { HttpProblem } from '../problem.js';
import { openBody, readWhole, type Fail } from './read-body.js';

/** JSON is held in memory, everything else goes to a file. */
type Kind = 'json' | 'file';

export interface BodyLimits {
  /** It is looked this often; the times below are kept to within that. */
  readonly lookEveryMs: number;
  /** Nothing has come for so long. */
  readonly quietMs: number;
  /** Bytes a second, from the beginning on, looked at after `graceMs`. */
  readonly leastRate: number;
  readonly graceMs: number;
  /** How long is listened to somebody who goes on sending after the answer. */
  readonly afterAnswerMs: number;
  /** Bodies at once that are not there when it is looked for the second time. */
  readonly waiting: Readonly<Record<Kind, number>>;
  /** Bytes of all bodies at once that are not answered yet. */
  readonly bytes: Readonly<Record<Kind, number>>;
}

/** A request with a body. */
interface Entry {
  readonly raw: IncomingMessage;
  readonly response: ServerResponse;
  readonly kind: Kind;
  /** Bytes of its connection before it. */
  readonly before: number;
  /** Lets whoever reads it fail with a problem, which is answered as any other. */
  fail: Fail | undefined;
  /** Bytes of it that came, and of these what was read. */
  came: number;
  read: number;
  ageMs: number;
  quietMs: number;
  /** It is being answered why it is not waited for. */
  isRefused: boolean;
  afterAnswerMs: number;
}

/** What bodies are watched by, and read by. */
export interface BodyWatch {
  /** To be told of each request when it has come, before anything may answer it. */
  begin(request: FastifyRequest, response: ServerResponse): void;
  /** Reads a body to its end. Errors: HttpProblem for what is too long or not waited for; that of a client who left. */
  readWhole(
    request: FastifyRequest,
    limit: number,
    done: (error: Error | null, bytes?: Buffer) => void,
  ): void;
}

/** Watches bodies until the server is closed; what is no JSON, routes are given as a stream that may fail with HttpProblem. */
export function watchBodies(fastify: FastifyInstance, limits: BodyLimits): BodyWatch {
  const bodies = new UnfinishedBodies(limits);
  const { lookEveryMs } = limits;
  fastify.addHook('preParsing', (request, _reply, payload, done) =>
    done(null, bodies.open(request) ?? payload),
  );
  let lookedAt = performance.now();
  const looking = setInterval(() => {
    const now = performance.now();
    // Where this process stood still, nobody else was slow.
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
    // What a test puts in without a connection is there as a whole.
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
    // At once: what is kept until somebody looks is the garbage collector's work, which costs more than all of this.
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

  /** Its reader fails with the problem, and lets go of what it has. Where nobody reads, nobody would answer. */
  private refuse(entry: Entry, problem: HttpProblem): void {
    entry.isRefused = true;
    this.held[entry.kind] -= entry.read;
    entry.read = 0;
    if (entry.fail) entry.fail(problem);
    else entry.raw.socket.destroy();
  }

  /** In: milliseconds since the last time. */
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
    // What has come and is not read yet waits for us.
    if (raw.readableLength > 0) return;
    const came = raw.socket.bytesRead - before;
    entry.quietMs = came === entry.came ? entry.quietMs + passedMs : 0;
    entry.ageMs += passedMs;
    entry.came = came;
    const isSlow = entry.ageMs >= graceMs && came < (leastRate * entry.ageMs) / 1000;
    if (entry.quietMs >= quietMs || isSlow) this.refuse(entry, tooSlow());
  }

  /** Where too many come slowly, the slowest are let go. */
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
