/** What is answered where a file is not taken: the client's fault, a full disk, or nobody's. */
import { expect, it } from '@jest/globals';
import { HttpProblem } from '@rapporteur/http';
import { UnreadableFile } from '../kinds/unreadable-file.js';
import { importQuerySchema, readQuery, refuse } from './import-request.js';

function refusalOf(error: unknown): unknown {
  try {
    return refuse(error);
  } catch (refusal) {
    return refusal;
  }
}

it.each([
  ['too-large', 413],
  ['bad-form', 400],
  ['bad-request', 409],
  ['truncated', 422],
  ['bad-date', 422],
] as const)('a file that is %s is answered with status %s', (code, status) => {
  const refusal = refusalOf(new UnreadableFile(code, 'why'));
  expect(refusal).toBeInstanceOf(HttpProblem);
  expect(refusal).toMatchObject({ options: { status, code, title: 'why' } });
});

it('a full disk is answered as such, and that the file may come again', () => {
  const refusal = refusalOf(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  expect(refusal).toBeInstanceOf(HttpProblem);
  expect(refusal).toMatchObject({
    options: {
      ...{ status: 507, code: 'disk-full', title: 'The disk of the server is full' },
      detail: 'Nothing of the file was taken. Send it again when there is room.',
      headers: { 'retry-after': '60' },
    },
  });
});

it('anything else stays what it is', () => {
  const problem = new HttpProblem({ status: 503, code: 'too-busy', title: 'x' });
  for (const error of [problem, Object.assign(new Error('x'), { code: 'ECONNREFUSED' })])
    expect(refusalOf(error)).toBe(error);
});

it('a parameter that is wrong is pointed to, and of several values in it the one that is', () => {
  const query = { collection: 'c', round: 'B', received: '2023-05-30', confirm: 'received-before-round,yes' };
  let refusal: unknown;
  try {
    readQuery(importQuerySchema, query);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({
    options: { problems: [{ pointer: '/round' }, { pointer: '/confirm/1' }] },
  });
  expect(readQuery(importQuerySchema, { ...query, round: 'b', confirm: 'received-before-round' })).toEqual({
    ...{ collection: 'c', round: 'b', received: '2023-05-30', confirm: ['received-before-round'] },
  });
});
