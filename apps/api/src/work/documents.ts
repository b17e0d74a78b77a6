/** The descriptions of the addresses of work items. */
import { workItem, workItemInput, workItemsAnswer, workKinds, workStates } from '@rapporteur/contract';
import type { RouteDocument } from '@rapporteur/http';
import { z } from 'zod';

export const workQuery = z.strictObject({
  state: z.enum(workStates).optional(),
  owner: z.string().max(200).optional().describe('Who works on it; empty for those of nobody'),
  respondent: z.string().max(100).optional(),
  kind: z.enum(workKinds).optional(),
});

export const workDocuments: readonly RouteDocument[] = [
  {
    method: 'get',
    action: 'read-unreleased',
    path: '/v1/work-items',
    summary:
      'Inconsistencies and open questions as one list of work: state, note, owner, correction, and who said what when',
    query: workQuery,
    answer: workItemsAnswer,
  },
  {
    method: 'post',
    action: 'settle-inconsistency',
    path: '/v1/work-items/:key',
    summary: 'Say what state an inconsistency or question is in, with a note and who works on it',
    body: workItemInput,
    answer: workItem,
  },
];
