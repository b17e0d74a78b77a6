/** The descriptions of the addresses of access for the OpenAPI document. */
import { sessionAnswer, sessionBegun, signInInput } from '@rapporteur/contract';
import type { RouteDocument } from '@rapporteur/http';
import { z } from 'zod';
import { manageDocuments } from './manage-documents.js';
import { callbackQuery, signInQuery } from './sign-in.controller.js';

const sessionDocuments: readonly RouteDocument[] = [
  {
    method: 'get',
    path: '/v1/session',
    action: 'see-service',
    summary: 'Who has signed in with this cookie or key, and what they may do',
    answer: sessionAnswer,
  },
  {
    method: 'post',
    path: '/v1/session',
    action: 'see-service',
    summary: 'Sign in by a link, which can be opened once: sets the cookie of a new session',
    status: 201,
    signsIn: true,
    body: signInInput,
    answer: sessionBegun,
  },
  {
    method: 'post',
    path: '/v1/session/end',
    action: 'see-service',
    summary: 'Sign out: ends the session and removes its cookie',
    status: 204,
    headers: z.object({
      'Rapporteur-Request': z.string().optional().describe('Needed without a body; any value'),
    }),
    answer: z.undefined(),
  },
];

const signInDocuments: readonly RouteDocument[] = [
  {
    method: 'get',
    path: '/v1/sign-in',
    action: 'see-service',
    summary: 'Sign in at the identity provider: leads a browser there',
    status: 303,
    query: signInQuery,
    answer: z.undefined(),
  },
  {
    method: 'get',
    path: '/v1/sign-in/callback',
    action: 'see-service',
    summary:
      'Where the identity provider leads a browser back to: sets the cookie of a new session, and leads on',
    status: 303,
    query: callbackQuery,
    answer: z.undefined(),
  },
];

export const accessDocuments: readonly RouteDocument[] = [
  ...sessionDocuments,
  ...signInDocuments,
  ...manageDocuments,
];
