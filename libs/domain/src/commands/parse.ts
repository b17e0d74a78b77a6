/** From unknown input to commands, or to every problem in it at once. */
import { z } from 'zod';
import type { Resolved } from '../events/events.js';
import { parsePeriod, periodForms } from '../figures/period.js';
import { readWrittenCount } from '../figures/written-count.js';
import { quote, suggestCodes, takeProblems, toPointer, type Problem, type Search } from './problem.js';
import type { Steps } from './steps.js';
import { parseStepwise, type Path } from './stepwise.js';

/** What parsing needs to know of the outside: names and code lists. */
export interface Registry {
  /** Suggestions are looked for only when this property is read. */
  resolve(written: string): Resolved | { readonly suggestions: readonly { code: string; name: string }[] };
  readonly indicators: readonly string[];
  readonly topics: readonly string[];
  readonly details: readonly string[];
  /** The day on which the command is recorded (ISO): nothing is received after it. */
  readonly today: string;
  /** Dimension to its known codes. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
}

/** The registry as the rules of one request use it. */
export interface Checking extends Registry {
  /** Up to three codes near to what was written. */
  suggest(written: string, codes: readonly string[]): readonly string[];
}

/**
 * For how many codes and names of a request suggestions are looked for: with more mistakes, the list of codes
 * is of more help.
 */
const suggestionsPerRequest = 20;

/** Asks the registry for each name once, and bounds the search for what is near. */
export function forOneRequest(registry: Registry): Checking {
  const resolved = new Map<string, ReturnType<Registry['resolve']>>();
  let searches = 0;
  const { indicators, topics, details, today, dimensions } = registry;
  return {
    ...{ indicators, topics, details, today, dimensions },
    resolve: (written) => {
      const found = resolved.get(written) ?? registry.resolve(written);
      resolved.set(written, found);
      return found;
    },
    suggest: (written, codes) =>
      (searches += 1) > suggestionsPerRequest ? [] : suggestCodes(written, codes),
  };
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

const problemCodes: Record<string, string> = {
  invalid_type: 'wrong-type',
  unrecognized_keys: 'unknown-field',
  invalid_value: 'unknown-value',
  too_small: 'too-small',
  too_big: 'too-large',
  invalid_union: 'wrong-type',
};

/** An issue of zod as problems; a field's own name and value say what was expected. */
function toProblems(issue: z.core.$ZodIssue, body: unknown): Problem[] {
  const at = issue.path as Path;
  const field = at.at(-1);
  const pointer = toPointer(at);
  const given = at.reduce<unknown>(
    (v, key) => (v as Record<string, unknown> | undefined)?.[key as string],
    body,
  );
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: toPointer([...at, key]),
      code: 'unknown-field',
      message: `${quote(key)} is not a field here`,
    }));
  if (given === undefined)
    return [
      {
        pointer,
        code: 'missing',
        message: `"${String(field ?? 'body')}" is missing`,
        expected: expectationOf(field, issue),
      },
    ];
  if (field === 'value') return [countProblem(pointer, given)];
  if (field === 'period') return [periodProblem(pointer, given)];
  if (issue.code === 'invalid_value')
    return [
      {
        pointer,
        code: 'unknown-value',
        message: `${quote(given)} is not one of the values`,
        expected: issue.values.join(' | '),
      },
    ];
  return [
    {
      pointer,
      code: problemCodes[issue.code] ?? 'malformed',
      message: issue.message,
      expected: expectationOf(field, issue),
    },
  ];
}

function expectationOf(field: string | number | undefined, issue: z.core.$ZodIssue): string | undefined {
  if (field === 'receivedOn') return 'a day "2008-01-24", or { "onOrBefore": "2008-01-24" }';
  if (field === 'period') return periodForms;
  if (field === 'respondent') return 'an ISO 3166 code, an organisation code, or a name in a UN language';
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  return issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message : undefined;
}

/** A value that is no count; of a text that says one, the value with the qualifier that it means. */
function countProblem(pointer: string, given: unknown): Problem {
  const meant = typeof given === 'string' ? readWrittenCount(given) : undefined;
  const problem = {
    pointer,
    code: 'not-a-count',
    expected: 'a whole number of 0 or more, or null with a qualifier that says why',
  };
  if (!meant) return { ...problem, message: `${quote(given)} is not a count` };
  const { value, qualifier } = meant;
  const more = qualifier === 'exact' ? '' : ` with "qualifier": "${qualifier}"`;
  return {
    ...problem,
    message: `${quote(given)} is not a count; did you mean "value": ${value}${more}?`,
    suggestions: [qualifier === 'exact' ? String(value) : `${value} (${qualifier})`],
  };
}

function periodProblem(pointer: string, given: unknown): Problem {
  const reading = parsePeriod(given);
  return !reading.ok && reading.fault === 'backwards'
    ? {
        pointer,
        code: 'period-backwards',
        message: `${quote(given)} ends before it begins`,
        expected: periodForms,
      }
    : {
        pointer,
        code: 'malformed-period',
        message: `${quote(given)} is not a period`,
        expected: periodForms,
      };
}

/**
 * Parses a body by a schema and by the subject's own rules, listing the problems of both together, 1,000 at most.
 * In: schema, body, and `check`, which yields what the schema cannot see. Out: the parsed value, or the problems.
 */
export function* parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
  check: (body: Record<string, unknown>) => Iterable<Problem | undefined>,
): Steps<Parsed<z.output<T>>> {
  const parsed: { value?: unknown } = {};
  const problems = yield* takeProblems(findProblems(schema, body, check, parsed));
  return problems.length === 0 ? { ok: true, value: parsed.value as z.output<T> } : { ok: false, problems };
}

/**
 * The problems of a body; `parsed` gets its value. Not within `parseBody`: a generator function that is made for each
 * request costs more than the parsing, for V8 keeps a prototype of each.
 */
function* findProblems(
  schema: z.ZodType,
  body: unknown,
  check: (body: Record<string, unknown>) => Iterable<Problem | undefined>,
  parsed: { value?: unknown },
): Search {
  const issues = parseStepwise(schema, body, []);
  let next = issues.next();
  for (; !next.done; next = issues.next()) yield* next.value ? toProblems(next.value, body) : [undefined];
  parsed.value = next.value;
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    yield* check(body as Record<string, unknown>);
}
