/** A refusal matches the contract and the documentation. */
import { describe, expect, it } from '@jest/globals';
import { problemDocument } from '@rapporteur/contract';
import { HttpProblem } from '@rapporteur/http';
import { toOpenApi } from './openapi.js';

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
