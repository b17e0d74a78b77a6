/** The candidate for sequencer, from when the application has started until it ends. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { readTraced, startSequencer, type Sequencer } from '@rapporteur/event-store';
import type { Watch } from '@rapporteur/http';
import { poolOf } from '@rapporteur/postgres';
import type pg from 'pg';
import { notifyPending } from '../commands/notify-pending.js';
import { OPTIONS, type IngestOptions } from './options.js';

@Injectable()
export class Sequencing implements OnApplicationBootstrap, OnApplicationShutdown {
  private sequencer: Sequencer | undefined;
  private readonly notify;

  constructor(@Inject(OPTIONS) private readonly options: IngestOptions) {
    this.notify = notifyPending(poolOf(options.database));
  }

  onApplicationBootstrap(): void {
    const { url, database, onError, watch } = this.options;
    this.sequencer = startSequencer({
      url,
      onMoved: watch && tellMoved(poolOf(database), watch),
      onError,
      onAnswer: watch?.answered,
    });
  }

  /** Wakes the leading sequencer, in this process or another, after events were stored. */
  readonly wake = (): void => {
    if (this.sequencer?.isLeader) this.sequencer.wake();
    else this.notify();
  };

  async onApplicationShutdown(): Promise<void> {
    await this.sequencer?.close();
  }
}

/**
 * Reports each move of the sequencer to metrics, log and traces. Which events were traced is read afterwards,
 * so that the sequencer does not wait for it.
 */
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
