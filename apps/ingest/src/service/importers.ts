/** The processes that import files, until the application ends. */
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { poolOf } from '@rapporteur/postgres';
import type pg from 'pg';
import { forkImports, type ImportProcesses } from '../import/process/fork-imports.js';
import { makeImportQueue } from '../import/process/import-queue.js';
import { undoImport } from '../import/run/undo-import.js';
import type { Imports } from '../import/upload/import.controller.js';
import { Appending, appendWaitMs } from './appending.js';
import { OPTIONS, type IngestOptions } from './options.js';
import { Sequencing } from './sequencing.js';

@Injectable()
export class Importers implements Imports, OnApplicationShutdown {
  readonly pool: pg.Pool;
  readonly queue = makeImportQueue();
  readonly run: ImportProcesses['run'];
  readonly undo: Imports['undo'];
  readonly runAgain: ImportProcesses['runAgain'];
  private readonly processes: ImportProcesses;

  constructor(
    @Inject(OPTIONS) { database, url, watch }: IngestOptions,
    @Inject(Sequencing) { wake }: Sequencing,
    @Inject(Appending) appending: Appending,
  ) {
    this.pool = poolOf(database);
    const mayStore = () => appending.needRoom();
    this.processes = forkImports({ url, answerWithinMs: appendWaitMs, mayStore, wake, watch });
    this.run = this.processes.run;
    this.undo = (request) => undoImport({ pool: this.pool, mayStore, wake }, request);
    this.runAgain = this.processes.runAgain;
  }

  onApplicationShutdown(): void {
    this.processes.close();
  }
}
