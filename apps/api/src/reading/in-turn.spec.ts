/** A list that is made while it is written is written as if it had been made before. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { each, InTurn, writeJson } from './in-turn.js';

it('writes JSON as JSON.stringify does, with lists in turn as lists', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), value),
      fc.array(value),
      fc.string().filter((name) => name !== '__proto__'),
      (body, items, name) => {
        const inTurn = { ...body, [name]: new InTurn(() => each(items, (item) => item)), last: body };
        expect(writeJson(inTurn)).toBe(JSON.stringify({ ...body, [name]: items, last: body }));
      },
    ),
  );
});

it('makes each item when it is written, anew each time', () => {
  const made: number[] = [];
  const body = { items: new InTurn(() => each([1, 2], (one) => made.push(one))) };
  expect(made).toEqual([]);
  expect([writeJson(body), made]).toEqual(['{"items":[1,2]}', [1, 2]]);
  expect(writeJson(body)).toBe('{"items":[3,4]}');
});
