/** The OpenAPI 3.1 document of every address, from the schemas that validate. */
import { problemDocument } from '@rapporteur/contract';
import type { RouteDocument } from '@rapporteur/http';
import { z } from 'zod';
import { isTableFormat, mediaTypes } from '../formats/choose-format.js';
import { nameOperation } from './name-operation.js';
import { nameSchemas, type Json } from './schema-names.js';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

type Names = ReturnType<typeof nameSchemas>;

/** Of the parameter `format` only what the address answers; a number without the pattern of its digits. */
function asParameter(name: string, schema: Json, isOffered: (format: string) => boolean): Json {
  const { pattern, ...rest } = schema;
  if (name === 'format' && Array.isArray(rest['enum']))
    return { ...rest, enum: (rest['enum'] as string[]).filter(isOffered) };
  return pattern === undefined || rest['type'] === 'integer' ? rest : { ...rest, pattern };
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'query' | 'header',
  isOffered: (format: string) => boolean,
): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    description,
    schema: asParameter(name, rest, isOffered),
  }));
}

/** A JSON Schema with its members in the order that this part of the document has always had. */
function asPublished({ type, description, properties, required, items }: Json): Json {
  if (items) return { type, items: asPublished(items as Json) };
  if (!properties) return { type, description };
  const members = Object.entries(properties as Readonly<Record<string, Json>>);
  return {
    type,
    required,
    properties: Object.fromEntries(members.map(([name, member]) => [name, asPublished(member)])),
  };
}

const toTemplate = (path: string) => path.replace(/:(\w+)/g, '{$1}');

const degradedSchema: Json = {
  type: 'integer',
  description:
    'Absent as long as all is well: events up to the position that could not be applied, so that what they say is missing here',
};

const setAsideSchema: Json = {
  type: 'array',
  description:
    'Absent as long as all is well: events of what was asked for that nobody can read and that are set aside, so that what they said is missing here',
  items: {
    type: 'object',
    properties: {
      event: { type: 'integer' },
      round: { type: 'string' },
      respondent: { type: ['string', 'null'], description: 'null: the event is about the round as a whole' },
      reason: { type: 'string' },
    },
    required: ['event', 'round', 'respondent', 'reason'],
  },
};

/** The schema of an answer, with the members that any read of the tables may add. */
const answerOf = ({ method, media, answer }: RouteDocument, { toJsonSchema }: Names): Json =>
  toJsonSchema(answer, 'output', (schema) => {
    if (method !== 'get' || media || schema['type'] !== 'object') return schema;
    const properties = {
      ...(schema['properties'] as Json),
      degraded: degradedSchema,
      setAside: setAsideSchema,
    };
    return { ...schema, properties };
  });

function requestBodyOf({ body, lines }: RouteDocument, names: Names): Json {
  if (!body) return {};
  const types = ['application/json', ...(lines ? [lines.media] : [])];
  const schema = names.toJsonSchema(body, 'input');
  return {
    requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) },
  };
}

function toOperation(document: RouteDocument, names: Names): Json {
  const {
    method,
    path,
    summary,
    query,
    headers,
    status = 200,
    alsoWith = [],
    media = 'application/json',
    alsoAs = [],
    lines,
  } = document;
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const content = {
    [media]: { schema: answerOf(document, names) },
    ...Object.fromEntries(
      alsoAs.map((type) => [type, { schema: { type: type.endsWith('json') ? 'object' : 'string' } }]),
    ),
  };
  const isOffered = (format: string) => !isTableFormat(format) || alsoAs.includes(mediaTypes[format]);
  return {
    operationId: nameOperation(method, path),
    summary,
    parameters: [
      ...inPath,
      ...parametersOf(query, 'query', isOffered),
      ...parametersOf(headers, 'header', isOffered),
    ],
    ...requestBodyOf(document, names),
    responses: {
      ...Object.fromEntries(
        [status, ...alsoWith].map((each) => [
          each,
          each === 204 || each === 303 ? { description: summary } : { description: summary, content },
        ]),
      ),
      ...(lines
        ? {
            200: {
              description: 'What became of each line',
              content: {
                ...(alsoWith.includes(200) ? content : {}),
                [lines.media]: { schema: names.toJsonSchema(lines.answer, 'output') },
              },
            },
          }
        : {}),
      default: {
        description: 'What is wrong, every problem at once',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** In: the documents of all addresses. Out: an OpenAPI 3.1 document. */
export function toOpenApi(documents: readonly RouteDocument[]): Json {
  const paths: Record<string, Json> = {};
  const names = nameSchemas();
  for (const document of documents) {
    const path = toTemplate(document.path);
    paths[path] = { ...paths[path], [document.method]: toOperation(document, names) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapporteur',
      version: '1',
      description:
        "Governments' replies to UN surveys as events, and the trend tables that fall out of them. Every answer names the position it was computed at; with asOf and at an address gives the same bytes for ever.",
    },
    paths,
    components: {
      schemas: { ...names.named, Problem: asPublished(schemaOf(problemDocument, 'output')) },
    },
  };
}
