/** Tells readers of each event once the tables include it: Server-sent events, resumed at the position last seen. */
import type { ArrivalMessage, ProgressMessage } from '@rapporteur/contract';
import type { Authority } from '@rapporteur/domain';
import { readHeads, type EventHead } from '@rapporteur/event-store';
import { HttpProblem, openToPages, securityHeaders } from '@rapporteur/http';
import { isDatabaseAway, makeWakeUp } from '@rapporteur/postgres';
import { readProgress } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type pg from 'pg';
import { findEnded } from './ended-rights.js';

/** A connected reader, and the position up to which it has been sent events. */
interface Reader {
  readonly raw: ServerResponse;
  place: number;
  /**
   * The number of dead letters that it was last told; undefined before the first message, so that the first is
   * always sent.
   */
  deadLetters: number | undefined;
  /** Who reads, where not everybody may. */
  authority: Authority | undefined;
}

type Progress = Awaited<ReturnType<typeof readProgress>>;

export interface EventStream {
  /** Answers a request with a stream that stays open. Errors: HttpProblem; those of pg. */
  open(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** To be called when the tables may have changed. */
  wake(): void;
  /** Ends every stream. Readers connect again and get what they have missed. */
  close(): void;
}

export interface EventStreamOptions {
  readonly pool: pg.Pool;
  /** Where `pool` is a replica: the primary, which knows of a right that has ended before it does. */
  readonly primary?: pg.Pool;
  /** Waited for with each position before it is sent to readers. */
  readonly onProgress: (position: number) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** How often a reader gets a message at least, as a sign that the connection is open; 15 s when not given. */
  readonly heartbeatMs?: number;
}

const lookEveryMs = 1000;
const headsPerRead = 1000;
/** After how long a reader connects again when its connection broke. */
const retryMs = 1000;

/**
 * One loop serves all readers, and runs only while there are some. Readers at the same place share one read of
 * the log. A reader that does not read its messages is left at its place until it does, and does not delay the
 * others.
 */
export function makeEventStream({ pool, onProgress, onError, ...options }: EventStreamOptions): EventStream {
  const { heartbeatMs = 15_000, primary = pool } = options;
  const readers = new Set<Reader>();
  const closing = new AbortController();
  const wakeUp = makeWakeUp();
  let running = false;

  const follow = async () => {
    running = true;
    let beatAt = Date.now();
    try {
      while (readers.size > 0 && !closing.signal.aborted) {
        for (const { raw } of await findEnded(primary, [...readers])) raw.end();
        const progress = await readProgress(pool);
        await onProgress(progress.position);
        const isBeat = Date.now() - beatAt >= heartbeatMs;
        if (isBeat) beatAt = Date.now();
        if (await tellAll(pool, readers, progress, isBeat)) await wakeUp.wait(lookEveryMs, closing.signal);
      }
    } catch (error) {
      if (!isDatabaseAway(error)) onError(error);
      endAll(readers);
    }
    running = false;
  };

  return {
    async open(request, reply) {
      const after = readAfter(request);
      const { position } = await readProgress(pool);
      if (closing.signal.aborted) throw stopping();
      reply.hijack();
      const { raw } = reply;
      // The connection closed during the waiting. It gives no second `close` event, so the reader would never
      // be removed.
      if (raw.destroyed) return;
      // After a restored backup the log may end before `after`: then the stream begins at the log's present
      // end.
      const reader: Reader = {
        raw,
        place: Math.min(after ?? position, position),
        deadLetters: undefined,
        authority: request.authority,
      };
      raw.writeHead(200, {
        ...securityHeaders,
        ...openToPages,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write(`retry: ${retryMs}\n\n`);
      raw.on('error', () => undefined);
      raw.on('drain', () => wakeUp.call());
      raw.once('close', () => readers.delete(reader));
      readers.add(reader);
      if (running) wakeUp.call();
      else void follow();
    },
    wake: () => wakeUp.call(),
    close() {
      closing.abort();
      endAll(readers);
    },
  };
}

function endAll(readers: Set<Reader>): void {
  for (const { raw } of readers) raw.end();
  readers.clear();
}

/**
 * One step for each place at which there are readers. Out: whether each reader that can take messages has got
 * all of them.
 */
async function tellAll(
  pool: pg.Pool,
  readers: ReadonlySet<Reader>,
  progress: Progress,
  isBeat: boolean,
): Promise<boolean> {
  const ready = [...readers].filter(({ raw }) => !raw.writableNeedDrain);
  const behind = ready.filter(({ place }) => place < progress.position);
  for (const place of new Set(behind.map((reader) => reader.place))) {
    const heads = await readHeads(pool, place, progress.position, headsPerRead);
    const text = heads.map(toMessage).join('');
    const last = heads.at(-1)?.position ?? progress.position;
    for (const reader of behind.filter((one) => one.place === place)) {
      reader.raw.write(text);
      reader.place = last;
    }
  }
  for (const reader of ready) {
    const { position, deadLetters } = progress;
    if (reader.place < position) continue;
    if (reader.deadLetters === deadLetters && !isBeat) continue;
    const told: ProgressMessage = { position, deadLetters };
    reader.raw.write(`event: position\nid: ${reader.place}\ndata: ${JSON.stringify(told)}\n\n`);
    reader.deadLetters = deadLetters;
  }
  return !ready.some(({ place }) => place < progress.position);
}

function toMessage({ position, document, type, ...head }: EventHead): string {
  const told: ArrivalMessage = { event: position, type, ...(document === null ? {} : { document }), ...head };
  return `id: ${position}\ndata: ${JSON.stringify(told)}\n\n`;
}

/**
 * The position to begin after: the header of a browser that connects again counts before the address. Errors:
 * 400 for a value that is no position.
 */
function readAfter(request: FastifyRequest): number | undefined {
  const { after } = request.query as { after?: unknown };
  const given = request.headers['last-event-id'] ?? after;
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string' && /^\d{1,15}$/.test(given)) return Number(given);
  throw new HttpProblem({
    status: 400,
    code: 'bad-parameters',
    title: 'Some parameters cannot be used',
    problems: [{ pointer: '/after', code: 'bad-parameter', message: 'a position, such as 27' }],
  });
}

const stopping = () =>
  new HttpProblem({
    status: 503,
    code: 'stopping',
    title: 'The server is stopping',
    headers: { 'retry-after': '1' },
  });
