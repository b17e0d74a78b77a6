/** The append queue, on connections of its own, for as long as the application runs. */
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { makeAppendQueue, type Append } from '@rapporteur/event-store';
import type { Watch } from '@rapporteur/http';
import { DiskFull, openPlannedPool } from '@rapporteur/postgres';
import { OPTIONS, type IngestOptions } from './options.js';
import { Sequencing } from './sequencing.js';

/** The lanes of the append queue. */
const connectionsToAppend = 2;

/**
 * How long an append may take (ms). A commit of 1,000 events, or of 5,000 figures of an import, takes a
 * fraction of a second, and waits for one other such commit at most. The limit is long enough for a disk that
 * stalls for some seconds, and shorter than clients and proxies wait for an answer.
 */
export const appendWaitMs = 15_000;

@Injectable()
export class Appending implements OnApplicationShutdown {
  private readonly pool;
  private readonly queue;

  constructor(
    @Inject(OPTIONS) private readonly options: IngestOptions,
    @Inject(Sequencing) sequencing: Sequencing,
  ) {
    this.pool = openPlannedPool(options.url, connectionsToAppend, 'rapporteur-append', appendWaitMs);
    this.queue = makeAppendQueue(this.pool, (stored, seconds) => {
      sequencing.wake();
      options.watch?.committed(stored, seconds);
    });
  }

  /** In: an append. Out: its result, after its commit. Errors: those of the append queue; DiskFull. */
  readonly append: typeof this.queue.append = async (one) => {
    this.needRoom();
    const { watch } = this.options;
    const started = performance.now();
    return traced(watch, one, () => this.queue.append(one)).finally(() =>
      watch?.appended((performance.now() - started) / 1000),
    );
  };

  /** Refuses to write when the disk is nearly full, because PostgreSQL would end on a full disk. Errors: DiskFull. */
  needRoom(): void {
    const { hasRoom = () => true } = this.options;
    if (!hasRoom()) throw new DiskFull('there is no room on the disk of DATA_DIR');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** Runs an append within its trace spans, if traces are on. */
async function traced<T>(watch: Watch | undefined, one: Append, run: () => Promise<T>): Promise<T> {
  const spans = watch?.traces?.appending(one.events.map((event) => ({ ...event, stream: one.stream })));
  try {
    const result = await run();
    spans?.end();
    return result;
  } catch (error) {
    spans?.end(error as Error);
    throw error;
  }
}
