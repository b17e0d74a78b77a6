/** Ingest as a Nest module: its addresses, the append queue, and a candidate for sequencer. */
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { makeAppendQueue, startSequencer, type Sequencer } from '@rapporteur/event-store';
import { poolOf } from '@rapporteur/postgres';
import type { DataSource } from 'typeorm';
import { IngestController, RECORDING, REGISTRY } from './ingest.controller.js';
import { notifyPending } from './notify-pending.js';
import type { Recording } from './record-command.js';
import { registry } from './registry.js';

export interface IngestOptions {
  readonly database: DataSource;
  readonly url: string;
  readonly onError: (error: Error) => void;
}

class SequencerOwner implements OnApplicationShutdown {
  constructor(readonly sequencer: Sequencer) {}

  async onApplicationShutdown(): Promise<void> {
    await this.sequencer.close();
  }
}

@Module({})
export class IngestModule {
  /** In: an open, migrated database and its address. */
  static with({ database, url, onError }: IngestOptions): DynamicModule {
    const pool = poolOf(database);
    const sequencer = startSequencer({ url, onError });
    const notify = notifyPending(pool);
    const queue = makeAppendQueue(pool, () => (sequencer.isLeader ? sequencer.wake() : notify()));
    const recording: Recording = { pool, append: queue.append, rounds: new Map() };
    return {
      module: IngestModule,
      controllers: [IngestController],
      providers: [
        { provide: RECORDING, useValue: recording },
        { provide: REGISTRY, useValue: registry },
        { provide: SequencerOwner, useValue: new SequencerOwner(sequencer) },
      ],
    };
  }
}
