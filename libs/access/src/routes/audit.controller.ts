/** GET /v1/audit: who signed in, was refused, changed access, or took what is not released. */
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readAudit } from '../audit/read-audit.js';
import { toAuditCsv } from '../audit/to-audit-csv.js';
import { auditQuery } from './audit-query.js';
import { ACCESS, type AccessOptions } from './options.js';
import { readParameters } from './refuse.js';

@Controller('v1/audit')
export class AuditController {
  constructor(@Inject(ACCESS) private readonly access: AccessOptions) {}

  @Get()
  async list(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { format = 'json', limit = 100, ...asked } = readParameters(auditQuery, query);
    const items = await readAudit(this.access.pool, { ...asked, limit });
    void reply.header('cache-control', 'no-store');
    if (format === 'csv')
      return void reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit.csv"')
        .send(toAuditCsv(items));
    const next = items.at(-1)?.number;
    void reply.send({ items, ...(next === undefined ? {} : { next }) });
  }
}
