/** Ingest as a Nest module: its addresses, the append queue, and a candidate for sequencer. */
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { makeAppendQueue, startSequencer, storeAppends, type Sequencer } from '@rapporteur/event-store';
import { poolOf } from '@rapporteur/postgres';
import type { DataSource } from 'typeorm';
import { ImportController, IMPORTING } from './import/import.controller.js';
import type { Importing } from './import/import-file.js';
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
    const wake = () => (sequencer.isLeader ? sequencer.wake() : notify());
    const queue = makeAppendQueue(pool, wake);
    const importing: Importing = {
      pool,
      appendAll: async (appends) => storeAppends(pool, appends).finally(wake),
    };
    const recording: Recording = { pool, append: queue.append, rounds: new Map() };
    return {
      module: IngestModule,
      controllers: [IngestController, ImportController],
      providers: [
        { provide: RECORDING, useValue: recording },
        { provide: IMPORTING, useValue: importing },
        { provide: REGISTRY, useValue: registry },
        { provide: SequencerOwner, useValue: new SequencerOwner(sequencer) },
      ],
    };
  }
}
