/** Refusals of changes of access as problem documents. */
import { toPointer } from '@rapporteur/domain';
import { HttpProblem, invalid } from '@rapporteur/http';
import type { z } from 'zod';
import { WrongAccessChange } from '../access-log.js';
import { AccessRefused } from '../change-access-as.js';

/** Throws what is to be answered: 403 for what is not for whoever asks, 404, 409, 422; any other error as it is. */
export function refuse(error: unknown): never {
  if (error instanceof WrongAccessChange)
    throw new HttpProblem({
      status: error.code === 'already-there' ? 409 : 404,
      code: error.code,
      title: `${error.message.slice(0, 1).toUpperCase()}${error.message.slice(1)}`,
    });
  if (!(error instanceof AccessRefused)) throw error;
  const problems = error.problems.map(({ forbidden: _, ...problem }) => problem);
  const [forbidden] = error.problems.filter((problem) => problem.forbidden);
  if (!forbidden) throw invalid(problems);
  throw new HttpProblem({
    status: 403,
    code: forbidden.code,
    title: `This change is not yours to make: ${forbidden.message}`,
    problems,
  });
}

/** In: a schema and the parameters of an address. Out: them, as the schema gives them. Errors: HttpProblem 400 with all that is wrong. */
export function readParameters<T extends z.ZodType>(schema: T, query: unknown): z.output<T> {
  const { success, data, error } = schema.safeParse(query);
  if (success) return data;
  throw new HttpProblem({
    status: 400,
    code: 'bad-parameters',
    title: 'Some parameters cannot be used',
    problems: error.issues.map(({ path, message }) => ({
      ...{ pointer: toPointer(path as (string | number)[]), code: 'bad-parameter', message },
    })),
  });
}
