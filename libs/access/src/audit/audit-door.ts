/** Notes in the audit whom the door refused, and who was let in to what is not released. */
import type { Refusal } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import type { Audited } from './audit-entry.js';
import type { Auditing } from './audit.js';

/** Where a request went: method and pattern, never what was put into it. */
export const placeOf = ({ method, routeOptions: { url = 'nowhere' } }: FastifyRequest): string =>
  `${method} ${url}`;

const noted: Partial<Record<Refusal['because'], Audited>> = {
  'sign-in-failed': 'sign-in-failed',
  limited: 'limited',
};

/** In: the audit. Out: what a door is made with. */
export const auditDoor = (audit: Auditing) => ({
  onRefused(request: FastifyRequest, { action, authority, because, target }: Refusal): void {
    audit.note({
      what: noted[because] ?? 'refused',
      principal: authority?.principal.id,
      ...{ place: placeOf(request), address: request.ip },
      detail: { action, because, ...target },
    });
  },
  onUnreleased(request: FastifyRequest): void {
    audit.note({
      what: 'downloaded-unreleased',
      principal: request.authority?.principal.id,
      ...{ place: placeOf(request), address: request.ip },
      detail: { ...(request.params as object) },
    });
  },
});
