/** The aggregator as a Nest module: the handler that applies the feed. */
import { Module, type DynamicModule } from '@nestjs/common';
import { poolOf, type Database } from '@rapporteur/postgres';
import { ApplyFeedController, POOL, WATCH, type FeedWatch } from './apply-feed.controller.js';

@Module({})
export class AggregatorModule {
  /** In: an open, migrated database, and the functions that are told of each batch. */
  static with(database: Database, watch: FeedWatch = {}): DynamicModule {
    return {
      module: AggregatorModule,
      controllers: [ApplyFeedController],
      providers: [
        { provide: POOL, useValue: poolOf(database) },
        { provide: WATCH, useValue: watch },
      ],
    };
  }
}
