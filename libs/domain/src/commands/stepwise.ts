/** Parses by a schema step by step, so that whoever has seen enough problems can stop: no body is looked at in vain. */
import { z } from 'zod';
import { itemsPerStep } from './steps.js';

export type Path = readonly (string | number)[];

type Issue = z.core.$ZodIssue;

/** Issues as they are found; nothing where parsing has come on without finding any. */
type Parsing<T> = Generator<Issue | undefined, T, void>;

/** Values of which zod tells all issues at once. A figure has some ten: most replies are parsed at once. */
const valuesAtOnce = 2000;

/** Whether a value holds no more values than that, however deep they lie. */
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
 * The same as `schema.safeParse`, one issue after another. Of what is large, the length of a list is looked at before
 * its items, and each item by itself.
 * In: a schema of strict objects, lists and what lies in them; the value; its path. Yields the issues of zod, of which
 * there are none where the value is good. Returns the parsed value, which counts only then.
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

/** Of a list's own checks there is only the one on its length. */
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
