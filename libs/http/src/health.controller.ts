/** Whether a service lives and is ready, for those who start and watch it. */
import { Controller, Get, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

const CHECK = Symbol('readiness check');

/** Resolves with what stands in the way of being ready, or undefined. */
export type ReadinessCheck = () => Promise<string | undefined>;

@Controller('health')
class HealthController {
  constructor(@Inject(CHECK) private readonly check: ReadinessCheck) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const reason = await this.check().catch((error: Error) => error.message);
    void reply.status(reason ? 503 : 200).send(reason ? { status: 'unready', reason } : { status: 'ok' });
  }
}

@Module({})
export class HealthModule {
  static with(check: ReadinessCheck): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: CHECK, useValue: check }],
    };
  }
}
