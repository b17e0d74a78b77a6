/** The descriptions of the addresses of drafts for the OpenAPI document. */
import { apartAnswer, draftAnswer, draftsAnswer, draftStateAnswer } from '@rapporteur/contract';
import type { RouteDocument } from '@rapporteur/http';
import {
  draftEndSchema,
  draftInputSchema,
  draftQuerySchema,
  draftWindowSchema,
} from '../drafts/drafts.controller.js';
import { apartInputSchema, takeApartSchema } from '../drafts/apart.controller.js';
import {
  askLookSchema,
  draftsQuerySchema,
  noteLookSchema,
  withdrawLookSchema,
} from '../drafts/looks.controller.js';

export const draftDocuments: readonly RouteDocument[] = [
  {
    method: 'get',
    path: '/v1/documents/:document/draft',
    action: 'keep-draft',
    summary: 'What is being coded of a letter and has not been sent, and who has it open',
    query: draftQuerySchema,
    answer: draftAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/draft',
    action: 'keep-draft',
    summary: 'Save what is being coded of a letter: no event, and in no table',
    body: draftInputSchema,
    answer: draftStateAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/draft/presence',
    action: 'keep-draft',
    summary: 'Say that a window has a draft open, and see who else has',
    body: draftWindowSchema,
    answer: draftStateAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/draft/end',
    action: 'keep-draft',
    summary: 'End a draft: it was sent, or is discarded. What became of the proposals stays',
    body: draftEndSchema,
    answer: draftStateAnswer,
  },
  {
    method: 'get',
    path: '/v1/documents/:document/draft/apart',
    action: 'keep-draft',
    summary: 'What one codes of a letter apart from another person, and what both coded once both are done',
    query: draftQuerySchema,
    answer: apartAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/draft/apart',
    action: 'keep-draft',
    summary: 'Save what one codes apart, and say whether one is done',
    body: apartInputSchema,
    answer: apartAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/draft/apart/taken',
    action: 'keep-draft',
    summary: 'Make what one of the two coded the draft that is sent',
    body: takeApartSchema,
    answer: draftStateAnswer,
  },
  {
    method: 'get',
    path: '/v1/drafts',
    action: 'keep-draft',
    summary: 'The drafts that one may code, of a round or of all, and those for which a second look is asked',
    query: draftsQuerySchema,
    answer: draftsAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/draft/second-look',
    action: 'keep-draft',
    summary: 'Ask another person, or anybody who may, for a second look at a draft',
    body: askLookSchema,
    answer: draftStateAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/draft/second-look/withdrawal',
    action: 'keep-draft',
    summary: 'Ask no more for the second look that one asked for and nobody has had',
    body: withdrawLookSchema,
    answer: draftStateAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/draft/looked-at',
    action: 'keep-draft',
    summary: 'Say that one has looked at a draft as it is, with or without remarks',
    body: noteLookSchema,
    answer: draftStateAnswer,
  },
];
