/** Bodies of addresses that a schema alone describes. */
import { toPointer } from '@rapporteur/domain';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { invalid } from '../problem.js';
import { withTextProblems } from './json-body.js';

/** In: a schema, and the request. Out: its body. Errors: HttpProblem 422 with every problem. */
export function checkBody<T extends z.ZodType>(schema: T, request: FastifyRequest): z.output<T> {
  const { success, data, error } = schema.safeParse(request.body ?? {});
  const found = (error?.issues ?? []).map(({ path, message }) => ({
    pointer: toPointer(path as (string | number)[]),
    code: 'bad-value',
    message,
  }));
  const problems = withTextProblems(request, found);
  if (!success || problems.length > 0) throw invalid(problems);
  return data;
}
