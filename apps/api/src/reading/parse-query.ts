/** Checks the parameters of a read, and reports every problem at once, with suggestions. */
import { quote, suggestCodes, toPointer, type Problem } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import type { z } from 'zod';
import { unknownTold } from './parameters.js';
import type { Route } from './route.js';

/** Parses the query by the route's schema. Errors: 400 with every parameter that is wrong. */
export function parseQuery(route: Route, given: Record<string, unknown>): Record<string, unknown> {
  const result = route.query.safeParse(given);
  const names = Object.keys(route.query.shape);
  const problems = [
    ...(result.error?.issues ?? []).flatMap((issue) => toParameterProblems(issue, names)),
    ...findReversed(given),
  ];
  if (result.success && problems.length === 0) return result.data;
  throw new HttpProblem({
    status: 400,
    code: 'bad-parameters',
    title: 'Some parameters cannot be used',
    problems,
  });
}

const yearOrDay = /^\d{4}(-\d\d-\d\d)?$/;

/** Refuses `from` after `to`: its empty answer would look as if nobody had reported anything. */
function findReversed({ from, to }: Record<string, unknown>): Problem[] {
  const isReversed = [from, to].every((end) => yearOrDay.test(String(end))) && String(from) > String(to);
  if (!isReversed) return [];
  return [
    {
      pointer: toPointer(['to']),
      code: 'bad-parameter',
      message: `"to" (${to}) is before "from" (${from})`,
      expected: 'the earlier one as "from"',
    },
  ];
}

function toParameterProblems(issue: z.core.$ZodIssue, names: readonly string[]): Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, unknownTold).map((key) => ({
      pointer: toPointer([key]),
      code: 'unknown-parameter',
      message: `${quote(key)} is no parameter here`,
      expected: names.join(', '),
      suggestions: suggestCodes(key, names),
    }));
  const suggestions =
    issue.code === 'custom' ? (issue.params?.['suggestions'] as string[] | undefined) : undefined;
  return [
    {
      pointer: toPointer(issue.path),
      code: 'bad-parameter',
      message: issue.message,
      ...(suggestions ? { suggestions } : {}),
    },
  ];
}
