/** Reads the body of a request by its schema. */
import { toPointer } from '@rapporteur/domain';
import { invalid, withTextProblems } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** In: a schema, and the request. Out: its body. Errors: HttpProblem 422 with every problem, and no value in it. */
export function readInput<T extends z.ZodType>(schema: T, request: FastifyRequest): z.output<T> {
  const { success, data, error } = schema.safeParse(request.body);
  const ofContent = (error?.issues ?? []).map(({ path, code, message }) => ({
    pointer: toPointer(path as (string | number)[]),
    code,
    message,
  }));
  const problems = withTextProblems(request, ofContent);
  if (!success || problems.length > 0) throw invalid(problems);
  return data;
}
