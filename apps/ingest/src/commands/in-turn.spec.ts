/**
 * Turns: work under a key waits until earlier work under the same key has ended or failed; work under other
 * keys does not.
 */
import { expect, it } from '@jest/globals';
import { makeTurns } from './in-turn.js';

/** Work that ends when it is told to, and notes when it begins. */
function makeWork(begun: string[]) {
  const ends = new Map<string, (fails?: boolean) => void>();
  const work = (name: string) => () =>
    new Promise<string>((done, fail) => {
      begun.push(name);
      ends.set(name, (fails) => (fails ? fail(new Error(name)) : done(name)));
    });
  return { work, end: (name: string, fails?: boolean) => ends.get(name)!(fails) };
}
const nextTurn = () => new Promise((done) => setImmediate(done));

it('work begins in the order in which it was asked for, each after the end of the one before', async () => {
  const begun: string[] = [];
  const { work, end } = makeWork(begun);
  const inTurn = makeTurns();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => inTurn('one', work(name)));
  const other = inTurn('two', work('other'));
  expect(begun).toEqual(['a', 'other']);
  end('other');
  expect(await other).toBe('other');
  end('a', true);
  await expect(a).rejects.toThrow('a');
  await nextTurn();
  expect(begun).toEqual(['a', 'other', 'b']);
  const d = inTurn('one', work('d'));
  end('b');
  expect(await b).toBe('b');
  await nextTurn();
  expect(begun.at(-1)).toBe('c');
  end('c');
  expect(await c).toBe('c');
  await nextTurn();
  end('d');
  expect(await d).toBe('d');
  // All earlier work under this key has ended, so new work begins at once.
  void inTurn('one', work('e'));
  expect(begun.at(-1)).toBe('e');
  end('e');
});
