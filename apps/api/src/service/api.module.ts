/** The read side as a Nest module: its addresses on Fastify, the documentation, health. */
import { Module, type DynamicModule } from '@nestjs/common';
import { HealthModule } from '@rapporteur/http';
import { poolOf } from '@rapporteur/postgres';
import { WEBHOOKS, WebhooksController, type WebhookKeeping } from '../webhooks/webhooks.controller.js';
import { WORK_POOL, WorkController } from '../work/work.controller.js';
import { makeHealthCheck } from './check-health.js';
import { OPTIONS, type ApiOptions } from './options.js';
import { ReadRoutes } from './read-routes.js';
import { Tables } from './tables.js';

const keeping = {
  provide: WEBHOOKS,
  useFactory: ({ database, webhooks }: ApiOptions, { wakeWebhooks }: Tables): WebhookKeeping => ({
    pool: poolOf(database),
    allowed: webhooks?.allowed ?? [],
    wake: wakeWebhooks,
  }),
  inject: [OPTIONS, Tables],
};

const workPool = {
  provide: WORK_POOL,
  useFactory: ({ database }: ApiOptions) => poolOf(database),
  inject: [OPTIONS],
};

@Module({})
export class ApiModule {
  static with(options: ApiOptions): DynamicModule {
    const { database, replica = database } = options;
    return {
      module: ApiModule,
      imports: [HealthModule.with(makeHealthCheck(poolOf(replica), Date.now, poolOf(database)))],
      controllers: [WebhooksController, WorkController],
      providers: [{ provide: OPTIONS, useValue: options }, Tables, ReadRoutes, keeping, workPool],
    };
  }
}
