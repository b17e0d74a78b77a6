/** Tells readers of each event once the tables include it: Server-sent events, resumed at the position last seen. */
import type { ArrivalMessage, ProgressMessage } from '@rapporteur/contract';
import { readHeads, type EventHead } from '@rapporteur/event-store';
import { HttpProblem, securityHeaders } from '@rapporteur/http';
import { isDatabaseAway, makeBell } from '@rapporteur/postgres';
import { readProgress } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type pg from 'pg';

/** Whoever is connected, and the position up to which it has been told. */
interface Reader {
  readonly raw: ServerResponse;
  place: number;
  /** How many events could not be applied when it was last told; a first time is always told. */
  deadLetters: number | undefined;
}

type Progress = Awaited<ReturnType<typeof readProgress>>;

export interface EventStream {
  /** Answers a request with a stream that stays open. Errors: HttpProblem; those of pg. */
  open(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** The tables may have moved. */
  wake(): void;
  /** Ends every stream; its readers come back and are told what they missed. */
  close(): void;
}

export interface EventStreamOptions {
  readonly pool: pg.Pool;
  /** Told of each position that is announced, before it is. */
  readonly onProgress: (position: number) => void;
  readonly onError: (error: unknown) => void;
  /** A reader hears at least this often that the connection lives; 15 s when not said. */
  readonly heartbeatMs?: number;
}

const lookEveryMs = 1000;
const headsPerRead = 1000;
/** A reader whose connection broke comes back after so long. */
const retryMs = 1000;

/**
 * One loop for all readers, and none while there are none. Readers at the same place share one read; one that does not
 * take what it is sent is left where it is until it does, and holds nobody up.
 */
export function makeEventStream({ pool, onProgress, onError, ...options }: EventStreamOptions): EventStream {
  const { heartbeatMs = 15_000 } = options;
  const readers = new Set<Reader>();
  const closing = new AbortController();
  const bell = makeBell();
  let running = false;

  const follow = async () => {
    running = true;
    let beatAt = Date.now();
    try {
      while (readers.size > 0 && !closing.signal.aborted) {
        const progress = await readProgress(pool);
        onProgress(progress.position);
        const isBeat = Date.now() - beatAt >= heartbeatMs;
        if (isBeat) beatAt = Date.now();
        if (await tellAll(pool, readers, progress, isBeat)) await bell.wait(lookEveryMs, closing.signal);
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
      // Gone while it waited: it will not say so a second time, and would be a reader for ever.
      if (raw.destroyed) return;
      // A store may have been put back to an earlier day: nobody is told of positions that are not there.
      const reader: Reader = { raw, place: Math.min(after ?? position, position), deadLetters: undefined };
      raw.writeHead(200, {
        ...securityHeaders,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write(`retry: ${retryMs}\n\n`);
      raw.on('error', () => undefined);
      raw.on('drain', () => bell.ring());
      raw.once('close', () => readers.delete(reader));
      readers.add(reader);
      if (running) bell.ring();
      else void follow();
    },
    wake: () => bell.ring(),
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

/** One step for each place at which readers are. Out: whether everybody has been told everything that they can take. */
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

function toMessage({ position, ...head }: EventHead): string {
  const told: ArrivalMessage = { event: position, ...head };
  return `id: ${position}\ndata: ${JSON.stringify(told)}\n\n`;
}

/** Where to begin: the header of a browser that comes back counts before the address. Errors: 400 for no position. */
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
