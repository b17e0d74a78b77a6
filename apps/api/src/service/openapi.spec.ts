/** A refusal matches the contract and the documentation. */
import { describe, expect, it } from '@jest/globals';
import { problemDocument } from '@rapporteur/contract';
import { HttpProblem } from '@rapporteur/http';
import { z } from 'zod';
import { nameOperation } from './name-operation.js';
import { toOpenApi } from './openapi.js';
import { readDocuments } from './read-routes.js';
import { nameSchemas } from './schema-names.js';

const refusal = new HttpProblem({
  status: 400,
  code: 'bad-parameters',
  title: 'Some parameters cannot be used',
  detail: 'GET /docs lists them.',
  problems: [
    {
      pointer: '/from',
      code: 'bad-parameter',
      message: 'no year',
      expected: 'a year',
      suggestions: ['2007'],
    },
    { pointer: '', code: 'bad-parameter', message: 'too long' },
  ],
});

describe('a problem document', () => {
  it('has what the contract says, and no more', () => {
    const told: unknown = JSON.parse(JSON.stringify(refusal));
    expect(problemDocument.parse(told)).toEqual(told);
  });

  it('is documented with all that it has', () => {
    const { components } = toOpenApi([]) as {
      components: {
        schemas: { Problem: { properties: Record<string, { items?: { properties: object } }> } };
      };
    };
    const { properties } = components.schemas.Problem;
    expect(Object.keys(properties)).toEqual(['type', 'title', 'status', 'detail', 'problems']);
    expect(Object.keys(properties['problems']!.items!.properties)).toEqual(
      Object.keys(refusal.options.problems![0]!),
    );
  });
});

interface Documented {
  readonly paths: Record<string, Record<string, { readonly operationId: string }>>;
  readonly components: { readonly schemas: Record<string, object> };
}

describe('the document of all reads', () => {
  const written = toOpenApi(readDocuments) as unknown as Documented;
  const ids = Object.values(written.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );

  it('gives each operation a name of its own, of which a function can be made', () => {
    expect(ids.length).toBe(readDocuments.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^(get|post)[A-Z][A-Za-z0-9]*$/.test(id))).toEqual([]);
  });

  it.each([
    ['get', '/v1/trends', 'getTrends'],
    ['get', '/v1/observations/:id', 'getObservation'],
    ['get', '/v1/events/:position/changes', 'getEventChanges'],
    ['get', '/v1/schemas/:type/:version', 'getSchema'],
    ['get', '/v1/rounds/:id', 'getRoundById'],
    ['post', '/v1/rounds/:collection/:round/replies/:respondent/corrections', 'postRoundReplyCorrections'],
    ['get', '/v1/tables/sdg-16-2-2', 'getTablesSdg1622'],
  ])('calls %s %s %s', (method, path, name) => {
    expect(nameOperation(method, path)).toBe(name);
  });

  it('has each schema that it refers to, and refers to each that it has', () => {
    const asked = [...JSON.stringify(written).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to!);
    const had = Object.keys(written.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...new Set(asked)].sort()).toEqual(had.sort());
    expect(had).toContain('#/components/schemas/Observation');
  });
});

describe('the name of a schema', () => {
  it('is not given to another one', () => {
    const { named, toJsonSchema } = nameSchemas();
    expect(toJsonSchema(problemDocument, 'output')).toEqual({ $ref: '#/components/schemas/ProblemDocument' });
    const other = toJsonSchema(problemDocument, 'output', (one) => ({ ...one, description: 'changed' }));
    expect(other).toMatchObject({ type: 'object', description: 'changed' });
    expect(toJsonSchema(z.object({ a: problemDocument }), 'output')).toMatchObject({
      properties: { a: { $ref: '#/components/schemas/ProblemDocument' } },
    });
    expect(Object.keys(named)).toEqual(['ProblemDocument']);
    const changed = nameSchemas();
    changed.toJsonSchema(problemDocument, 'output', (one) => ({ ...one, description: 'changed' }));
    expect(() => changed.toJsonSchema(z.object({ a: problemDocument }), 'output')).toThrow('ProblemDocument');
  });
});
