/**
 * Whether a service lives and is ready: the same answer on every service, for programs that start or watch it.
 */
import { Controller, Get, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RouteDocument } from './route-document.js';

const CHECK = Symbol('health check');

export interface Health {
  readonly ready: boolean;
  /** What stands in the way of being ready. */
  readonly reasons: readonly string[];
  /** How far the tables have come, where the service reads them. */
  readonly position?: number;
  /** How far the log has come, where the service reads it. */
  readonly head?: number;
}

export type HealthCheck = () => Promise<Health>;

/**
 * In: a function that finds what stands in the way of being ready, if anything does; an error that it throws
 * counts as well. Out: the check.
 */
export const checkObstacle = (find: () => Promise<string | undefined>): HealthCheck => {
  return async () => {
    const obstacle = await find().catch((error: Error) => error.message);
    return { ready: obstacle === undefined, reasons: obstacle === undefined ? [] : [obstacle] };
  };
};

export const healthDocuments: readonly RouteDocument[] = [
  {
    method: 'get',
    action: 'see-service',
    path: '/health/live',
    summary: 'Whether the process lives',
    answer: z.object({ live: z.literal(true) }),
  },
  {
    method: 'get',
    action: 'see-service',
    path: '/health/ready',
    summary: 'Whether the tables are fit to be asked; 503 with the reasons when they are not',
    alsoWith: [503],
    answer: z.object({
      ready: z.boolean(),
      reasons: z.array(z.string()),
      position: z.int().optional().describe('How far the tables have come'),
      head: z.int().optional().describe('How far the log has come'),
    }),
  },
];

@Controller('health')
class HealthController {
  constructor(@Inject(CHECK) private readonly check: HealthCheck) {}

  @Get('live')
  live() {
    return { live: true };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.check();
    reply.status(health.ready ? 200 : 503);
    return health;
  }
}

@Module({})
export class HealthModule {
  static with(check: HealthCheck): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: CHECK, useValue: check }],
    };
  }
}
