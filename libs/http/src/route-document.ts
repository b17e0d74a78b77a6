/**
 * How the OpenAPI document describes an address: with the same schemas that validate its requests and answers.
 */
import type { Action } from '@rapporteur/domain';
import type { z } from 'zod';

export interface RouteDocument {
  readonly method: 'get' | 'post';
  /** As Fastify writes it: `/v1/events/:position`. */
  readonly path: string;
  readonly summary: string;
  /** What whoever asks must be allowed to do; docs/access.md says which roles are. */
  readonly action: Action;
  /** What is enough for it with `?dryRun=true`. */
  readonly dryRunAction?: Action;
  /** Somebody signs in here: those who fail too often are refused for a while. */
  readonly signsIn?: true;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType;
  /** Of what is answered; with status 204 or 303 nothing is. */
  readonly answer: z.ZodType;
  /** Status of the usual answer; 200 when not said. */
  readonly status?: number;
  /** Other statuses with the same answer. */
  readonly alsoWith?: readonly number[];
  /** Media type of the usual answer; application/json when not said. */
  readonly media?: string;
  /** Media types beside it. */
  readonly alsoAs?: readonly string[];
  /**
   * Where many bodies may come as the lines of one: the media type of both body and answer, and what each line of the
   * answer is. Its status is 200.
   */
  readonly lines?: { readonly media: string; readonly answer: z.ZodType };
}
