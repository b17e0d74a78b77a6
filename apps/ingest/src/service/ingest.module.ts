/** Ingest as a Nest module: its addresses, the append queue, and a candidate for sequencer. */
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import {
  makeAppendQueue,
  makeStreamReader,
  readTraced,
  startSequencer,
  type Append,
  type Sequencer,
} from '@rapporteur/event-store';
import type { Watch } from '@rapporteur/http';
import { DiskFull, openPlannedPool, poolOf } from '@rapporteur/postgres';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { forkImports, type ImportProcesses } from '../import/process/fork-imports.js';
import { ImportController, IMPORTING, type Imports } from '../import/upload/import.controller.js';
import { makeImportQueue } from '../import/process/import-queue.js';
import { makeTurns } from '../commands/in-turn.js';
import { IngestController, RECORDING, REGISTRY } from '../commands/ingest.controller.js';
import { notifyPending } from '../commands/notify-pending.js';
import type { Recording } from '../commands/record-command.js';
import { registry } from '../commands/registry.js';

export interface IngestOptions {
  readonly database: DataSource;
  readonly url: string;
  readonly onError: (error: Error) => void;
  /** Told of what is stored and moved. */
  readonly watch?: Watch;
  /** Whether the disk has room to take in more; not asked where the database is elsewhere. */
  readonly hasRoom?: (() => boolean) | undefined;
}

/** Ends what was started beside the addresses. */
class WritingOwner implements OnApplicationShutdown {
  constructor(
    private readonly sequencer: Sequencer,
    private readonly appending: pg.Pool,
    private readonly processes: ImportProcesses,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    this.processes.close();
    await this.sequencer.close();
    await this.appending.end();
  }
}

/** The lanes of the append queue. */
const connectionsToAppend = 2;

/**
 * How long an append is waited for (ms). A commit of 1,000 events, or of 5,000 figures of an import, takes a fraction of
 * a second, and waits for no more than another such: this outlasts a disk that stalls, and is within the time for which
 * clients and proxies wait for an answer.
 */
const appendWaitMs = 15_000;

/** Runs an append within its spans, where traces are asked for. */
async function traced<T>(
  watch: Watch | undefined,
  appends: readonly Append[],
  run: () => Promise<T>,
): Promise<T> {
  const spans = watch?.traces?.appending(
    appends.flatMap(({ stream, events }) => events.map((event) => ({ ...event, stream }))),
  );
  try {
    const result = await run();
    spans?.end();
    return result;
  } catch (error) {
    spans?.end(error as Error);
    throw error;
  }
}

/** Metrics and log of each move; for its spans, which events were traced is read beside the sequencer's own way. */
function tellMoved(pool: pg.Pool, { moved, traces, log }: Watch) {
  return (events: number, head: number, seconds: number): void => {
    moved(events, head);
    if (!traces) return;
    readTraced(pool, head - events, head).then(
      (found) => traces.sequenced(found, seconds),
      (error: Error) => log.debug('not traced', { error: error.message, position: head }),
    );
  };
}

/** PostgreSQL would end altogether if it were written to until nothing is left. Errors: DiskFull. */
function needRoom(hasRoom: () => boolean): void {
  if (!hasRoom()) throw new DiskFull('there is no room on the disk of DATA_DIR');
}

@Module({})
export class IngestModule {
  /** In: an open, migrated database and its address. */
  static with({ database, url, onError, watch, hasRoom = () => true }: IngestOptions): DynamicModule {
    const pool = poolOf(database);
    const sequencer = startSequencer({
      url,
      onMoved: watch && tellMoved(pool, watch),
      onError,
      onAnswer: watch?.answered,
    });
    const notify = notifyPending(pool);
    const wake = () => (sequencer.isLeader ? sequencer.wake() : notify());
    const appending = openPlannedPool(url, connectionsToAppend, 'rapporteur-append', appendWaitMs);
    const queue = makeAppendQueue(appending, (stored, seconds) => {
      wake();
      watch?.committed(stored, seconds);
    });
    const processes = forkImports({
      url,
      answerWithinMs: appendWaitMs,
      mayStore: () => needRoom(hasRoom),
      wake,
      watch,
    });
    const imports: Imports = { pool, run: processes.run, queue: makeImportQueue() };
    const append: Recording['append'] = async (one) => {
      needRoom(hasRoom);
      const started = performance.now();
      return traced(watch, [one], () => queue.append(one)).finally(() =>
        watch?.appended((performance.now() - started) / 1000),
      );
    };
    const recording: Recording = {
      pool,
      append,
      read: makeStreamReader(pool),
      rounds: new Map(),
      inTurn: makeTurns(),
    };
    return {
      module: IngestModule,
      controllers: [IngestController, ImportController],
      providers: [
        { provide: RECORDING, useValue: recording },
        { provide: IMPORTING, useValue: imports },
        { provide: REGISTRY, useValue: registry },
        { provide: WritingOwner, useValue: new WritingOwner(sequencer, appending, processes) },
      ],
    };
  }
}
