/** GET /metrics: what a process counts and measures, in the text format of Prometheus. */
import { Controller, Get, Header, Inject, Module, type DynamicModule } from '@nestjs/common';
import { z } from 'zod';
import { Metrics } from './metrics.js';
import type { RouteDocument } from '../route-document.js';

export const metricsDocument: RouteDocument = {
  method: 'get',
  path: '/metrics',
  action: 'read-metrics',
  summary: 'What is counted and measured, for Prometheus; docs/operations.md explains each name',
  media: 'text/plain',
  answer: z.string(),
};

@Controller('metrics')
class MetricsController {
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  show(): Promise<string> {
    return this.metrics.toText();
  }
}

@Module({})
export class MetricsModule {
  static with(metrics: Metrics): DynamicModule {
    return {
      module: MetricsModule,
      controllers: [MetricsController],
      providers: [{ provide: Metrics, useValue: metrics }],
    };
  }
}
