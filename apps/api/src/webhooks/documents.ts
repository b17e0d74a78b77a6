/** The descriptions of the addresses of webhooks. */
import {
  webhookAnswer,
  webhookFailures,
  webhookInput,
  webhookMade,
  webhookReplay,
  webhooksAnswer,
} from '@rapporteur/contract';
import type { RouteDocument } from '@rapporteur/http';

const of = (document: Omit<RouteDocument, 'action'>): RouteDocument => ({
  ...document,
  action: 'keep-webhooks',
});

export const webhookDocuments: readonly RouteDocument[] = [
  of({
    method: 'get',
    path: '/v1/webhooks',
    summary: 'Webhooks: who is told of what, how far each is, what waits and what was given up',
    answer: webhooksAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/webhooks',
    status: 201,
    summary:
      'Have an address told of changes from now on; the answer has its secret, once (docs/webhooks.md)',
    body: webhookInput,
    answer: webhookMade,
  }),
  of({
    method: 'get',
    path: '/v1/webhooks/:id/failures',
    summary: 'Messages of a webhook that failed: why, how often, and when each is tried again',
    answer: webhookFailures,
  }),
  of({
    method: 'post',
    path: '/v1/webhooks/:id/replay',
    summary: 'Send again: everything after a position, one message, or all that were given up',
    body: webhookReplay,
    answer: webhookAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/webhooks/:id/secret',
    summary: 'Give a webhook a new secret; for a day messages are signed with the former one, too',
    answer: webhookMade,
  }),
  of({
    method: 'post',
    path: '/v1/webhooks/:id/end',
    summary: 'End a webhook: nothing more is sent to it',
    answer: webhookAnswer,
  }),
];
