/** Parses by a schema step by step, so that the caller can stop after enough problems. */
import { z } from 'zod';
import { itemsPerStep } from './steps.js';

export type Path = readonly (string | number)[];

type Issue = z.core.$ZodIssue;

/** Issues as they are found; `undefined` after some work that found none. */
type Parsing<T> = Generator<Issue | undefined, T, void>;

/**
 * How many values zod parses at once, giving all their issues. A figure has some ten: most replies are parsed
 * at once.
 */
const valuesAtOnce = 2000;

/** Whether a value holds no more values than `valuesAtOnce`, at any depth. */
function isSmall(value: unknown): boolean {
  const open = [value];
  for (let seen = 0; open.length > 0; seen += 1) {
    if (seen > valuesAtOnce) return false;
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    for (const key in one) {
      if (open.length > valuesAtOnce) return false;
      open.push((one as Record<string, unknown>)[key]);
    }
  }
  return true;
}

/**
 * The same as `schema.safeParse`, one issue after another. In a large value, the length of a list is checked
 * before its items, and each item is parsed by itself.
 * In: a schema of strict objects, lists and what lies in them; the value; its path. Yields the issues of zod.
 * Returns the parsed value, which is valid only if there was no issue.
 */
export function* parseStepwise(schema: z.ZodType, value: unknown, path: Path): Parsing<unknown> {
  if (isSmall(value)) {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) yield { ...issue, path: [...path, ...issue.path] };
    return undefined;
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return yield* parseStepwise(schema.unwrap() as z.ZodType, value, path);
  if (schema instanceof z.ZodObject && !Array.isArray(value))
    return yield* parseFields(schema, value as Record<string, unknown>, path);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return yield* parseItems(schema, value, path);
  const message = `holds more than ${valuesAtOnce} values`;
  yield { code: 'too_big', maximum: valuesAtOnce, origin: 'object', path: [...path], message, input: value };
  return undefined;
}

function* parseFields(
  schema: z.ZodObject,
  value: Record<string, unknown>,
  path: Path,
): Parsing<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const parsed = yield* parseStepwise(field as z.ZodType, value[name], [...path, name]);
    if (parsed !== undefined) fields[name] = parsed;
  }
  for (const name in value)
    if (!Object.hasOwn(schema.shape, name))
      yield {
        code: 'unrecognized_keys',
        keys: [name],
        path: [...path],
        message: 'unrecognized',
        input: value,
      };
  return fields;
}

/** How many items a list may have. */
function lengthAtMost({ def }: z.ZodArray): number {
  const checks = (def.checks ?? []).map((check) => check._zod.def as { check: string; maximum?: number });
  return checks.find(({ check }) => check === 'max_length')?.maximum ?? Infinity;
}

/** Parses the items of a list. The only check of the list itself is the one on its length. */
function* parseItems(schema: z.ZodArray, value: unknown[], path: Path): Parsing<unknown[]> {
  const maximum = lengthAtMost(schema);
  if (value.length > maximum) {
    const message = `has ${value.length} items`;
    yield { code: 'too_big', maximum, origin: 'array', path: [...path], message, input: value };
    return [];
  }
  const items: unknown[] = [];
  for (const [i, item] of value.entries()) {
    if (i % itemsPerStep === itemsPerStep - 1) yield;
    items.push(yield* parseStepwise(schema.element as z.ZodType, item, [...path, i]));
  }
  return items;
}
