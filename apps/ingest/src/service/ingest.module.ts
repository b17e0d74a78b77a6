/** Ingest as a Nest module: its addresses, the append queue, a candidate for sequencer, and the importers. */
import { Module, type DynamicModule } from '@nestjs/common';
import { makeStreamReader } from '@rapporteur/event-store';
import { poolOf } from '@rapporteur/postgres';
import { makeTurns } from '../commands/in-turn.js';
import { IngestController, RECORDING, REGISTRY, REVIEW } from '../commands/ingest.controller.js';
import type { Recording } from '../commands/recording.js';
import { registry } from '../commands/registry.js';
import { ImportController, IMPORTING } from '../import/upload/import.controller.js';
import { UndoController } from '../import/upload/undo.controller.js';
import { FOLLOWING, WordsController } from '../import/words/words.controller.js';
import { DocumentsController } from '../documents/documents.controller.js';
import { DraftsController } from '../drafts/drafts.controller.js';
import { ApartController } from '../drafts/apart.controller.js';
import { LooksController } from '../drafts/looks.controller.js';
import { makeReview } from '../drafts/make-review.js';
import { Appending } from './appending.js';
import { FollowingDecisions } from './following.js';
import { Importers } from './importers.js';
import { OPTIONS, type IngestOptions } from './options.js';
import { Sequencing } from './sequencing.js';

const makeRecording = ({ database }: IngestOptions, { append }: Appending): Recording => ({
  pool: poolOf(database),
  append,
  read: makeStreamReader(poolOf(database)),
  rounds: new Map(),
  inTurn: makeTurns(),
});

@Module({})
export class IngestModule {
  static with(options: IngestOptions): DynamicModule {
    return {
      module: IngestModule,
      controllers: [
        ...[IngestController, UndoController, ImportController],
        ...[WordsController, DocumentsController, DraftsController, LooksController, ApartController],
      ],
      providers: [
        { provide: OPTIONS, useValue: options },
        Sequencing,
        Appending,
        { provide: RECORDING, useFactory: makeRecording, inject: [OPTIONS, Appending] },
        {
          provide: REVIEW,
          useFactory: ({ database }: IngestOptions) => makeReview(poolOf(database)),
          inject: [OPTIONS],
        },
        { provide: IMPORTING, useClass: Importers },
        { provide: REGISTRY, useValue: registry },
        { provide: FOLLOWING, useClass: FollowingDecisions },
      ],
    };
  }
}
