/** Problem documents: of very many problems a hundred are told, and how many more were found. */
import { expect, it } from '@jest/globals';
import { invalid } from './problem.js';

const problems = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ pointer: `/${i}`, code: 'c', message: 'm' }));
const documentOf = (n: number) => JSON.parse(JSON.stringify(invalid(problems(n)))) as Record<string, unknown>;

it('tell every problem up to a hundred', () => {
  expect(documentOf(1)).toMatchObject({ title: 'One problem was found; nothing was stored' });
  const hundred = documentOf(100);
  expect(hundred).toMatchObject({ title: '100 problems were found; nothing was stored' });
  expect(hundred['problems']).toHaveLength(100);
  expect(hundred).not.toHaveProperty('more');
});

it('tell of more how many they are', () => {
  const many = documentOf(640);
  expect(many).toMatchObject({ title: '640 problems were found; nothing was stored', more: 540 });
  expect(many['problems']).toHaveLength(100);
  expect(documentOf(1000)).toMatchObject({ title: 'At least 1000 problems were found; nothing was stored' });
});
