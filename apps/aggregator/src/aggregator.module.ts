/** The aggregator as a Nest module: the handler that applies the feed. */
import { Module, type DynamicModule } from '@nestjs/common';
import { poolOf } from '@rapporteur/postgres';
import type { Applied } from '@rapporteur/projections';
import type { DataSource } from 'typeorm';
import { ApplyFeedController, ON_APPLIED, POOL } from './apply-feed.controller.js';

@Module({})
export class AggregatorModule {
  /** In: an open, migrated database, and who is told of each batch. */
  static with(database: DataSource, onApplied: (applied: Applied) => void = () => undefined): DynamicModule {
    return {
      module: AggregatorModule,
      controllers: [ApplyFeedController],
      providers: [
        { provide: POOL, useValue: poolOf(database) },
        { provide: ON_APPLIED, useValue: onApplied },
      ],
    };
  }
}
