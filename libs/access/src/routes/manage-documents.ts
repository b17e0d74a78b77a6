/** The descriptions of the addresses by which access is managed, for the OpenAPI document. */
import {
  accessConfirmQuery,
  auditAnswer,
  grantInput,
  invitationAnswer,
  keyAnswer,
  keyInput,
  keyIssued,
  keysAnswer,
  peopleAnswer,
  personAnswer,
  personInput,
  policiesAnswer,
  policyAnswer,
  policyInput,
  reasonInput,
  sessionsEnded,
} from '@rapporteur/contract';
import type { RouteDocument } from '@rapporteur/http';
import { auditQuery } from './audit-query.js';

const of = (document: Omit<RouteDocument, 'action'>): RouteDocument => ({
  ...document,
  action: 'manage-access',
});

export const manageDocuments: readonly RouteDocument[] = [
  of({
    method: 'get',
    path: '/v1/people',
    summary: 'People and machines: what they hold, which keys they have, when each was last used',
    answer: peopleAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/people',
    status: 201,
    summary: 'Add a person or a machine, who may do nothing yet',
    body: personInput,
    answer: personAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/people/:id/grants',
    status: 201,
    summary: 'Grant a role, for some respondents and collections or for all',
    body: grantInput,
    answer: personAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/people/:id/grants/:number/withdrawal',
    summary: 'Withdraw a grant by its number: in force everywhere within a second',
    query: accessConfirmQuery,
    body: reasonInput,
    answer: personAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/people/:id/invitation',
    status: 201,
    summary: 'Make a link that signs a person in, once',
    body: reasonInput,
    answer: invitationAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/people/:id/sessions/end',
    summary: 'End all sessions of a person, and the links that were made for them',
    body: reasonInput,
    answer: sessionsEnded,
  }),
  of({
    method: 'get',
    path: '/v1/keys',
    summary: 'Keys: whose each is, until when it counts, when it was last used',
    answer: keysAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/keys',
    status: 201,
    summary: 'Issue a key, which is shown in this answer and never again',
    body: keyInput,
    answer: keyIssued,
  }),
  of({
    method: 'post',
    path: '/v1/keys/:key/revocation',
    summary: 'Revoke a key by its name: in force everywhere within a second',
    query: accessConfirmQuery,
    body: reasonInput,
    answer: keyAnswer,
  }),
  of({
    method: 'get',
    path: '/v1/policies',
    summary: 'How the events of each collection name people; of one that is not listed by role',
    answer: policiesAnswer,
  }),
  of({
    method: 'post',
    path: '/v1/policies',
    status: 201,
    summary: 'Set how the events of a collection name people from now on',
    body: policyInput,
    answer: policyAnswer,
  }),
  of({
    method: 'get',
    path: '/v1/audit',
    summary: 'Who signed in, was refused, changed access, or took what is not released',
    query: auditQuery,
    answer: auditAnswer,
    alsoAs: ['text/csv'],
  }),
];
