/** Keeps the audit as long as a service runs: removes what is old, and writes what waits before the service ends. */
import { Inject, Module, type DynamicModule, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import type { Audit } from './audit.js';
import { keepAuditClean } from './read-audit.js';

const AUDIT_KEEPING = Symbol('audit keeping');

export interface AuditKeeping {
  readonly audit: Audit;
  /** For a service that removes what is older than so many days. */
  readonly cleaning?: {
    readonly pool: pg.Pool;
    readonly days: number;
    readonly onError: (error: Error) => void;
  };
}

@Module({})
export class AuditModule implements OnModuleInit, OnModuleDestroy {
  private endCleaning: () => void = () => undefined;

  constructor(@Inject(AUDIT_KEEPING) private readonly keeping: AuditKeeping) {}

  static with(keeping: AuditKeeping): DynamicModule {
    return { module: AuditModule, providers: [{ provide: AUDIT_KEEPING, useValue: keeping }] };
  }

  onModuleInit(): void {
    const { cleaning } = this.keeping;
    if (cleaning) this.endCleaning = keepAuditClean(cleaning.pool, cleaning.days, cleaning.onError);
  }

  async onModuleDestroy(): Promise<void> {
    this.endCleaning();
    await this.keeping.audit.close();
  }
}
