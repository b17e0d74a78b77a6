/** Stores appends; those that come together, or while a commit is under way, share the next commit. */
import { checkStorable, type NewEvent, type Standing } from '@rapporteur/domain';
import { isDatabaseAway, isDiskFull } from '@rapporteur/postgres';
import type pg from 'pg';
import { partitionOf } from './partition.js';
import { shareWork } from './share-work.js';
import { appendEvent, appendEvents } from './sql/append-events.js';

/** The events that follow one another in one stream, and the answer that an idempotency key will give again. */
export interface Append {
  readonly stream: string;
  /** Version that the stream must have: 0 for none yet. */
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
  /** Whose rights it rests on, and the version of them that was asked about; absent for what the service does itself. */
  readonly by?: Standing | undefined;
  readonly request?:
    | {
        readonly key: string;
        readonly fingerprint: string;
        readonly status: number;
        readonly answer: unknown;
      }
    | undefined;
}

/**
 * `refused`: the stream has another version, or the idempotency key has been used, or the rights of who sent it have
 * changed. Nothing of it is stored.
 */
export type AppendOutcome = 'stored' | 'refused';

export interface AppendQueue {
  /** Resolves after the commit. Errors: those of pg; the append is then stored either whole or not at all. */
  append(append: Append): Promise<AppendOutcome>;
  /** Appends waiting or being written now. */
  readonly depth: number;
}

const eventsPerCommit = 1000;

/**
 * In: the pool, and a callback after each commit: how many appends it stored, and how long it took (seconds).
 */
export function makeAppendQueue(
  pool: pg.Pool,
  onCommit: (stored: number, seconds: number) => void,
): AppendQueue {
  const inUse = new Set<string>();
  const store = async (appends: readonly Append[]): Promise<(AppendOutcome | Promise<AppendOutcome>)[]> => {
    const claims = appends.flatMap(claimsOf);
    claims.forEach((claim) => inUse.add(claim));
    const started = performance.now();
    try {
      const stored = await storeAppends(pool, appends);
      onCommit(stored.size, (performance.now() - started) / 1000);
      return appends.map(({ stream }) => (stored.has(stream) ? 'stored' : 'refused'));
    } catch (error) {
      if (isDatabaseAway(error) || isDiskFull(error)) throw error;
      // One append that PostgreSQL refuses must not make the others fail: each is tried alone.
      const alone = appends.map((append) => storeAlone(pool, append));
      await Promise.allSettled(alone);
      return alone;
    } finally {
      claims.forEach((claim) => inUse.delete(claim));
    }
  };
  const commits = shareWork({
    lanes: 2,
    gathers: true,
    take: (waiting: Append[]) => takeBatch(waiting, inUse),
    work: store,
  });
  return {
    append: commits.ask,
    get depth() {
      return commits.depth;
    },
  };
}

const uniqueViolation = '23505';

/**
 * Stores one append. Another transaction may just have used its idempotency key: then the next try sees that
 * key.
 */
async function storeAlone(pool: pg.Pool, append: Append, tries = 3): Promise<AppendOutcome> {
  try {
    const stored = await storeAppends(pool, [append]);
    return stored.size > 0 ? 'stored' : 'refused';
  } catch (error) {
    if (tries > 1 && (error as { code?: string }).code === uniqueViolation)
      return storeAlone(pool, append, tries - 1);
    throw error;
  }
}

/**
 * The stream and the idempotency key of an append. No two appends of one commit, or of two commits under way,
 * may share either of them.
 */
const claimsOf = ({ stream, request }: Append): string[] =>
  request ? [`stream ${stream}`, `key ${request.key}`] : [`stream ${stream}`];

/**
 * The next appends that fit into one commit, in order of arrival; those that collide with one under way go on
 * waiting.
 */
function takeBatch(waiting: Append[], inUse: ReadonlySet<string>): Append[] {
  const taken = new Set(inUse);
  const batch: Append[] = [];
  let events = 0;
  for (let i = 0; i < waiting.length && events < eventsPerCommit;) {
    const claims = claimsOf(waiting[i]!);
    const collides = claims.some((claim) => taken.has(claim));
    // An append must not overtake an earlier one of its stream, so one that waits takes its claims as well.
    claims.forEach((claim) => taken.add(claim));
    if (collides) {
      i += 1;
      continue;
    }
    events += waiting[i]!.events.length;
    batch.push(...waiting.splice(i, 1));
  }
  return batch;
}

/**
 * Stores appends to different streams in one transaction, each whole or not at all.
 * Out: the streams that were stored; the others had another version, or their idempotency key had been used, or the
 * rights that they rest on have changed.
 * Errors: UnstorableEvent for one that nobody could read, and then nothing is stored; those of pg.
 */
export async function storeAppends(
  db: pg.Pool | pg.ClientBase,
  appends: readonly Append[],
): Promise<Set<string>> {
  for (const { events } of appends) events.forEach(checkStorable);
  return storeUnchecked(db, appends);
}

/** The same without checking whether anybody can read the events: for tests with unreadable events. */
export async function storeUnchecked(
  db: pg.Pool | pg.ClientBase,
  appends: readonly Append[],
): Promise<Set<string>> {
  const [only] = appends;
  const isOne = appends.length === 1 && only!.events.length === 1;
  const { rows } = await db.query<{ stream: string }>(isOne ? queryOfOne(only!) : queryOfMany(appends));
  return new Set(rows.map((row) => row.stream));
}

const json = (value: unknown) => JSON.stringify(value);

/** The statement for appends of any number, with its values. */
function queryOfMany(appends: readonly Append[]): pg.QueryConfig {
  const events = appends.flatMap(({ stream, expectedVersion, events: own }) =>
    own.map((event, i) => ({ event, stream, version: expectedVersion + 1 + i })),
  );
  return {
    name: 'append-events',
    text: appendEvents,
    values: [
      appends.map((a) => a.stream),
      appends.map((a) => a.expectedVersion),
      appends.map((a) => a.events.length),
      appends.map((a) => a.request?.key ?? null),
      appends.map((a) => a.request?.fingerprint ?? null),
      appends.map((a) => a.request?.status ?? null),
      appends.map((a) => (a.request ? json(a.request.answer) : null)),
      events.map((e) => e.stream),
      events.map((e) => e.version),
      events.map(({ event }) => event.id),
      events.map(({ event }) => event.type),
      events.map(({ event }) => event.schemaVersion),
      events.map(({ event }) => event.key),
      events.map(({ event }) => partitionOf(event.key)),
      events.map(({ event }) => json(event.data)),
      events.map(({ event }) => json(event.meta)),
      appends.map((a) => a.by?.principal ?? null),
      appends.map((a) => a.by?.version ?? null),
    ],
  };
}

/** The statement for one append of one event, with its values. */
function queryOfOne({ stream, expectedVersion, events, request, by }: Append): pg.QueryConfig {
  const event = events[0]!;
  return {
    name: 'append-events-one',
    text: appendEvent,
    values: [
      ...[stream, expectedVersion],
      ...[request?.key ?? null, request?.fingerprint ?? null, request?.status ?? null],
      request ? json(request.answer) : null,
      ...[event.id, event.type, event.schemaVersion, event.key, partitionOf(event.key)],
      ...[json(event.data), json(event.meta)],
      ...[by?.principal ?? null, by?.version ?? null],
    ],
  };
}
