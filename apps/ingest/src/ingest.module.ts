/** Ingest as a Nest module: its addresses, the append queue, and a candidate for sequencer. */
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { makeAppendQueue, startSequencer, storeAppends, type Sequencer } from '@rapporteur/event-store';
import type { Watch } from '@rapporteur/http';
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
  /** Told of what is stored and moved. */
  readonly watch?: Watch;
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
  static with({ database, url, onError, watch }: IngestOptions): DynamicModule {
    const pool = poolOf(database);
    const sequencer = startSequencer({ url, onMoved: watch?.moved, onError });
    const notify = notifyPending(pool);
    const wake = () => (sequencer.isLeader ? sequencer.wake() : notify());
    const queue = makeAppendQueue(pool, (stored, seconds) => {
      wake();
      watch?.committed(stored, seconds);
    });
    const importing: Importing = {
      pool,
      appendAll: async (appends) => {
        const stored = await storeAppends(pool, appends).finally(wake);
        watch?.imported(stored.size);
        return stored;
      },
    };
    const append: Recording['append'] = async (one) => {
      const started = performance.now();
      return queue.append(one).finally(() => watch?.appended((performance.now() - started) / 1000));
    };
    const recording: Recording = { pool, append, rounds: new Map() };
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
