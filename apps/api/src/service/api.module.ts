/** The read side as a Nest module: its addresses on Fastify, the documentation, health. */
import { Module, type DynamicModule } from '@nestjs/common';
import { HealthModule } from '@rapporteur/http';
import { poolOf } from '@rapporteur/postgres';
import { makeHealthCheck } from './check-health.js';
import { OPTIONS, type ApiOptions } from './options.js';
import { ReadRoutes } from './read-routes.js';
import { Tables } from './tables.js';

@Module({})
export class ApiModule {
  static with(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [HealthModule.with(makeHealthCheck(poolOf(options.database)))],
      providers: [{ provide: OPTIONS, useValue: options }, Tables, ReadRoutes],
    };
  }
}
