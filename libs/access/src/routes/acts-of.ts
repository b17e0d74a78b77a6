/** Makes of a request to manage access the acts that it wants. */
import { authorityOf } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import type { Acts } from '../access-acts.js';
import { placeOf } from '../audit/audit-door.js';
import { noAudit } from '../audit/audit.js';
import { AccessRefused } from '../change-access-as.js';
import type { AccessOptions } from './options.js';
import { refuse } from './refuse.js';

/**
 * In: what the addresses are given, the request, and what is to be done. Out: what that gives.
 * Errors: as problem documents; what is not for whoever asks is noted in the audit, too.
 */
export async function act<T>(
  { pool, audit = noAudit }: AccessOptions,
  request: FastifyRequest,
  work: (acts: Acts) => Promise<T>,
): Promise<T> {
  const authority = authorityOf(request);
  const place = placeOf(request);
  try {
    return await work({ ...{ pool, authority, audit, place }, address: request.ip });
  } catch (error) {
    const because =
      error instanceof AccessRefused ? error.problems.find(({ forbidden }) => forbidden)?.code : undefined;
    if (because !== undefined)
      audit.note({
        what: 'refused',
        principal: authority.principal.id,
        ...{ place, address: request.ip, detail: { action: 'manage-access', because } },
      });
    return refuse(error);
  }
}
