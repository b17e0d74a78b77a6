/** Files are imported again after decisions, from when the application has started until it ends. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { IMPORTING } from '../import/upload/import.controller.js';
import { followDecisions, type Following } from '../import/words/follow-decisions.js';
import type { Importers } from './importers.js';
import { OPTIONS, type IngestOptions } from './options.js';

@Injectable()
export class FollowingDecisions implements Following, OnApplicationBootstrap, OnApplicationShutdown {
  private following: Following | undefined;

  constructor(
    @Inject(OPTIONS) private readonly options: IngestOptions,
    @Inject(IMPORTING) private readonly importers: Importers,
  ) {}

  onApplicationBootstrap(): void {
    const { pool, queue, runAgain } = this.importers;
    this.following = followDecisions({ pool, queue, runAgain, onError: this.options.onError });
  }

  wake(): void {
    this.following?.wake();
  }

  async close(): Promise<void> {
    await this.following?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    // The processes are ended first, so that an import which is under way is not waited for.
    this.importers.onApplicationShutdown();
    await this.close();
  }
}
