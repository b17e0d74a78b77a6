/**
 * Whether a service lives and is ready: the same answer on every service, for programs that start or watch it.
 */
import { Controller, Get, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

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
