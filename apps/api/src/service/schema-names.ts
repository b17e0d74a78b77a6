/** Names for the schemas of the OpenAPI document, so that a client made from it has types that can be read. */
import * as contract from '@rapporteur/contract';
import { z } from 'zod';

export type Json = Record<string, unknown>;

/**
 * The schemas that the contract exports, each under the name of its export: `trendsAnswer` is `TrendsAnswer`,
 * `observationSchema` is `Observation`.
 */
const toName = (name: string) => name[0]!.toUpperCase() + name.slice(1).replace(/Schema$/, '');
const names = z.registry<{ id: string }>();
for (const [name, exported] of Object.entries(contract))
  if (exported instanceof z.ZodType) names.add(exported, { id: toName(name) });

const place = '#/components/schemas/';

/** Out: a JSON Schema whose references to `#/$defs/` lead to the schemas of the document. */
function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) =>
      key === '$ref' && typeof member === 'string'
        ? [key, member.replace('#/$defs/', place)]
        : [key, withReferences(member)],
    ),
  );
}

/** Collects the schemas that have a name, each once. */
export function nameSchemas() {
  const named: Record<string, Json> = {};
  const keep = (name: string, schema: Json): boolean => {
    named[name] ??= schema;
    return JSON.stringify(named[name]) === JSON.stringify(schema);
  };
  /**
   * In: a schema, whether it is of what is sent or of what is answered, and what is done to its JSON Schema. Out: a
   * reference where it has a name, else the JSON Schema itself. Errors: two schemas of one name, which are a fault.
   */
  const toJsonSchema = (
    schema: z.ZodType,
    io: 'input' | 'output',
    change = (one: Json): Json => one,
  ): Json => {
    const written = z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: names }) as Json;
    const { $schema: _, $defs = {}, ...rest } = withReferences(written) as Json;
    const parts = new Map(Object.entries($defs as Readonly<Record<string, Json>>));
    // A schema that has a name itself is written as nothing but a reference to its own part.
    const name = names.get(schema)?.id;
    const own = change(name === undefined ? rest : parts.get(name)!);
    if (name !== undefined) parts.delete(name);
    for (const [part, one] of parts) if (!keep(part, one)) throw new Error(`Two schemas are called ${part}`);
    return name !== undefined && keep(name, own) ? { $ref: place + name } : own;
  };
  return { named, toJsonSchema };
}
