/**
 * Emmett, a library that could replace our event store: the append, the consumer and the projection of
 * @event-driven-io/emmett-postgresql. It runs in a separate process, because loading it changes how a type of
 * PostgreSQL is read in the whole process.
 */
import type { Event } from '@event-driven-io/emmett';
import {
  getPostgreSQLEventStore,
  pongoSingleStreamProjection,
  type PostgresEventStore,
} from '@event-driven-io/emmett-postgresql';
import { readEvent, toStatements } from '@rapporteur/domain';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { runClients } from '../load/load.js';
import { time } from '../row.js';
import { serveReplies } from './bare-route.js';
import type { EmmettTask } from './emmett.js';

/** The fold of a reply's stream: the value of each of its cells. */
type ReplyDocument = {
  _id?: string;
  cells: Record<string, { value: number | null; position: number; receivedOn: string }>;
};

type Recorded = Event<string, Record<string, unknown>>;

const evolve = (
  document: ReplyDocument,
  event: Recorded & { metadata: { globalPosition: bigint } },
): ReplyDocument => {
  const position = Number(event.metadata.globalPosition);
  const read = readEvent({ type: event.type, schemaVersion: 1, data: event.data });
  const cells = { ...document.cells };
  for (const { cell, value, receivedOn } of toStatements(read, position)) {
    const before = cells[cell];
    // Within a cell the latest day of receipt counts, then the later event.
    if (!before || before.receivedOn <= receivedOn) cells[cell] = { value, position, receivedOn };
  }
  return { cells };
};

/**
 * Runs the consumer over all events in emmett's tables, which makes a document for each stream. By default it
 * would take 100 events at once and wait 50 ms after each batch.
 */
async function catchUp(store: PostgresEventStore, batchSize: number): Promise<number> {
  const consumer = store.consumer({
    stopWhen: { noMessagesLeft: true },
    pulling: { batchSize, pullingFrequencyInMs: 0 },
  });
  consumer.projector<Recorded>({
    projection: pongoSingleStreamProjection<ReplyDocument, Recorded>({
      collectionName: 'bench_replies',
      canHandle: ['ReplySubmitted', 'ReplyCorrected'],
      initialState: () => ({ cells: {} }),
      evolve,
    }),
  });
  try {
    return await time(() => consumer.start());
  } finally {
    await consumer.close();
  }
}

async function run(store: PostgresEventStore, task: EmmettTask): Promise<unknown> {
  if (task.kind === 'migrate') return store.schema.migrate().then(() => true);
  if (task.kind === 'catch-up') return catchUp(store, task.batchSize);
  if (task.kind === 'serve')
    return serveReplies(async (data) => {
      const id = randomUUID();
      const event = { type: 'ReplySubmitted', data, metadata: task.metadata };
      await store.appendToStream(`reply-${id}`, [event], { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' });
      return id;
    });
  const { clients, appends, size, event } = task;
  const events = Array.from({ length: size }, () => event);
  return runClients(clients, appends, () => store.appendToStream(`reply-${randomUUID()}`, events));
}

const [url] = process.argv.slice(2);
// One connection for each client, so that none waits for a connection.
const store = getPostgreSQLEventStore(url!, {
  connectionOptions: { pool: new pg.Pool({ connectionString: url, max: 32 }) },
});
process.on('message', (task: EmmettTask) => {
  run(store, task).then(
    (result) => process.send!({ result }),
    (error: Error) => process.send!({ error: error.stack }),
  );
});
process.once('disconnect', () => process.exit(0));
