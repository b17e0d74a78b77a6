/** From unknown input to commands, or to every problem in it at once. */
import { z } from 'zod';
import { breakdownKey, findingId, observationId } from './cell.js';
import type { Finding, FindingKey, Observation, ObservationKey, Resolved } from './events.js';
import { isInFuture, parsePeriod, periodForms, yearOf } from './period.js';
import { type Problem, suggestCodes, toPointer } from './problem.js';
import { type FindingInput, type ObservationInput, type ReceivedOnInput } from './reply.js';

/** What parsing needs to know of the outside: names and code lists. */
export interface Registry {
  resolve(written: string): Resolved | { readonly suggestions: readonly { code: string; name: string }[] };
  readonly indicators: readonly string[];
  readonly topics: readonly string[];
  readonly details: readonly string[];
  /** The day on which the command is recorded (ISO): nothing is received after it. */
  readonly today: string;
  /** Dimension to its known codes. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

type Path = readonly (string | number)[];

const problemCodes: Record<string, string> = {
  invalid_type: 'wrong-type',
  unrecognized_keys: 'unknown-field',
  invalid_value: 'unknown-value',
  too_small: 'too-small',
  too_big: 'too-large',
  invalid_union: 'wrong-type',
};

/** Zod's issues as problems; a field's own name and value say what was expected. */
function toProblems(issues: readonly z.core.$ZodIssue[], body: unknown): Problem[] {
  return issues.flatMap((issue): Problem[] => {
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
        message: `"${key}" is not a field here`,
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
    if (field === 'value')
      return [
        {
          pointer,
          code: 'not-a-count',
          message: `${JSON.stringify(given)} is not a count`,
          expected: 'a whole number of 0 or more, or null with the qualifier none-known',
        },
      ];
    if (field === 'period') return [periodProblem(pointer, given)];
    if (issue.code === 'invalid_value')
      return [
        {
          pointer,
          code: 'unknown-value',
          message: `${JSON.stringify(given)} is not one of the values`,
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
  });
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

function periodProblem(pointer: string, given: unknown): Problem {
  const reading = parsePeriod(given);
  return !reading.ok && reading.fault === 'backwards'
    ? {
        pointer,
        code: 'period-backwards',
        message: `${JSON.stringify(given)} ends before it begins`,
        expected: periodForms,
      }
    : {
        pointer,
        code: 'malformed-period',
        message: `${JSON.stringify(given)} is not a period`,
        expected: periodForms,
      };
}

/**
 * Parses a body by a schema and by the subject's own rules, listing the problems of both together.
 * In: schema, body, and `check`, which returns what the schema cannot see. Out: the parsed value or all problems.
 */
export function parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
  check: (body: Record<string, unknown>) => Problem[],
): Parsed<z.output<T>> {
  const result = schema.safeParse(body);
  const problems = [
    ...(result.success ? [] : toProblems(result.error.issues, body)),
    ...(typeof body === 'object' && body !== null && !Array.isArray(body)
      ? check(body as Record<string, unknown>)
      : []),
  ];
  return result.success && problems.length === 0 ? { ok: true, value: result.data } : { ok: false, problems };
}

/** The day a reply was received, and how well it is known. */
export function readReceivedOn(input: ReceivedOnInput): { day: string; precision: 'on' | 'on-or-before' } {
  return typeof input === 'string'
    ? { day: input, precision: 'on' }
    : { day: input.onOrBefore, precision: 'on-or-before' };
}

/** Nothing can have been received after the day on which it is recorded. */
export function checkReceipt(registry: Registry, body: Record<string, unknown>): Problem[] {
  const day = rawDay(body);
  if (!day || day <= registry.today) return [];
  return [
    {
      pointer: '/receivedOn',
      code: 'received-in-future',
      message: `${day} is still to come`,
      expected: `${registry.today} or before`,
    },
  ];
}

function rawDay(body: Record<string, unknown>): string | undefined {
  const raw = body['receivedOn'];
  const day = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)['onOrBefore'] : raw;
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

/** Resolves a name or says who may have been meant. */
export function checkRespondent(registry: Registry, written: unknown, path: Path): Problem[] {
  if (typeof written !== 'string' || written.trim() === '') return [];
  const found = registry.resolve(written);
  if ('code' in found) return [];
  return [
    {
      pointer: toPointer(path),
      code: 'unknown-respondent',
      message: `${JSON.stringify(written.slice(0, 80))} is no respondent that is known`,
      expected: 'an ISO 3166 code, an organisation code, or a name in a UN language',
      suggestions: found.suggestions.map(({ code, name }) => `${code} (${name})`),
    },
  ];
}

function checkCode(kind: string, written: unknown, codes: readonly string[], path: Path): Problem[] {
  if (typeof written !== 'string' || codes.includes(written)) return [];
  return [
    {
      pointer: toPointer(path),
      code: `unknown-${kind}`,
      message: `${JSON.stringify(written.slice(0, 80))} is no ${kind} that is known`,
      expected: `a known ${kind} code`,
      suggestions: suggestCodes(written, codes),
    },
  ];
}

function checkBreakdown(registry: Registry, raw: unknown, path: Path): Problem[] {
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([dimension, code]) => {
    const codes = registry.dimensions[dimension];
    return codes
      ? checkCode(`${dimension}-code`, code, codes, [...path, dimension])
      : checkCode('dimension', dimension, Object.keys(registry.dimensions), [...path, dimension]);
  });
}

const asRecord = (raw: unknown): Record<string, unknown> | undefined =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined;

function checkPlace(raw: Record<string, unknown>, path: Path): Problem[] {
  if (raw['paragraph'] !== undefined || raw['row'] !== undefined) return [];
  return [
    {
      pointer: toPointer(path),
      code: 'no-source',
      message: 'says neither paragraph nor row',
      expected: '"paragraph" (or "row" of an imported file)',
    },
  ];
}

/** The rules of figures that no schema of one field can see: codes, qualifier with value, the future, doubles. */
export function checkObservations(
  registry: Registry,
  raw: unknown,
  path: Path,
  body: Record<string, unknown>,
  keysOnly = false,
): Problem[] {
  if (!Array.isArray(raw)) return [];
  const seen = new Map<string, number>();
  return raw.flatMap((item: unknown, index): Problem[] => {
    const given = asRecord(item);
    if (!given) return [];
    const at = [...path, index];
    return [
      ...checkCode('indicator', given['indicator'], registry.indicators, [...at, 'indicator']),
      ...checkBreakdown(registry, given['breakdown'], [...at, 'breakdown']),
      ...checkFuture(given['period'], rawDay(body), at),
      ...(keysOnly ? [] : [...checkQualifier(given, at), ...checkBreak(given, at), ...checkPlace(given, at)]),
      ...checkDouble(seen, given, index, path),
    ];
  });
}

function checkFuture(rawPeriod: unknown, day: string | undefined, at: Path): Problem[] {
  const reading = parsePeriod(rawPeriod);
  if (!day || !reading.ok || !isInFuture(reading.period, day)) return [];
  return [
    {
      pointer: toPointer([...at, 'period']),
      code: 'period-in-future',
      message: `${reading.text} lies after ${day}, when this was received`,
      expected: `a period that had begun and ended by ${day}`,
    },
  ];
}

function checkQualifier({ value, qualifier }: Record<string, unknown>, at: Path): Problem[] {
  if (value === null && qualifier !== 'none-known')
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: 'value-missing',
        message: 'null is no figure',
        expected: 'a count, or the qualifier none-known with null',
      },
    ];
  if (typeof value === 'number' && qualifier === 'none-known')
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: 'value-with-none-known',
        message: `${value} is given although nothing is known`,
        expected: 'null with the qualifier none-known',
      },
    ];
  if (value === 0 && qualifier === 'fewer-than')
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: 'fewer-than-zero',
        message: 'no count is fewer than 0',
        expected: '1 or more with fewer-than',
      },
    ];
  return [];
}

/** A series is of years; a break at a span or an undated figure would part nothing, and nobody would be told. */
function checkBreak(given: Record<string, unknown>, at: Path): Problem[] {
  const reading = parsePeriod(given['period']);
  if (given['break'] === undefined || !reading.ok || yearOf(reading.text) !== null) return [];
  return [
    {
      pointer: toPointer([...at, 'break']),
      code: 'break-without-year',
      message: `${reading.text} is no year, and only series of years are parted`,
      expected: 'the first year that is counted in the new way',
    },
  ];
}

function checkDouble(
  seen: Map<string, number>,
  given: Record<string, unknown>,
  index: number,
  path: Path,
): Problem[] {
  const reading = parsePeriod(given['period']);
  if (!reading.ok || typeof given['indicator'] !== 'string') return [];
  const breakdown = breakdownKey((asRecord(given['breakdown']) ?? {}) as Record<string, string>);
  const key = `${given['indicator']}~${breakdown}~${reading.text}`;
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, index);
    return [];
  }
  return [
    {
      pointer: toPointer([...path, index]),
      code: 'duplicate-figure',
      message: `the same indicator, breakdown and period as ${toPointer([...path, first])}`,
      expected: 'one figure a cell in a reply',
    },
  ];
}

/** The rules of findings: known topic and detail, a place, no doubles. */
export function checkFindings(registry: Registry, raw: unknown, path: Path): Problem[] {
  if (!Array.isArray(raw)) return [];
  const seen = new Map<string, number>();
  return raw.flatMap((item: unknown, index): Problem[] => {
    const given = asRecord(item);
    if (!given) return [];
    const at = [...path, index];
    const key = JSON.stringify([
      given['topic'],
      given['detail'],
      given['paragraph'],
      given['footnote'],
      given['row'],
    ]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return [
      ...checkCode('topic', given['topic'], registry.topics, [...at, 'topic']),
      ...checkCode('detail', given['detail'], registry.details, [...at, 'detail']),
      ...checkPlace(given, at),
      ...(first === undefined
        ? []
        : [
            {
              pointer: toPointer(at),
              code: 'duplicate-finding',
              message: `the same topic, detail and place as ${toPointer([...path, first])}`,
              expected: 'one finding a place',
            },
          ]),
    ];
  });
}

/** An observation in its stored form: canonical period, qualifier said, empty breakdown said. */
export function toObservation(input: ObservationInput): Observation {
  const { breakdown = {}, qualifier = 'exact', ...rest } = input;
  return { ...rest, breakdown, qualifier, period: String(input.period) };
}

export const toObservationKey = (
  input: Pick<ObservationInput, 'indicator' | 'breakdown' | 'period'>,
): ObservationKey => ({
  indicator: input.indicator,
  breakdown: input.breakdown ?? {},
  period: String(input.period),
});

export const toFinding = (input: FindingInput): Finding => input;

export const toFindingKey = ({ topic, detail, paragraph, footnote, row }: FindingInput): FindingKey =>
  JSON.parse(JSON.stringify({ topic, detail, paragraph, footnote, row })) as FindingKey;

/** The cell ids of figures and findings within one reply. */
export const idsWithin = (collection: string, round: string, respondent: string) => ({
  observation: (o: ObservationKey) => observationId({ collection, respondent, ...o }),
  finding: (f: FindingKey) => findingId({ collection, round, respondent, ...f }),
});
