/** A body parts into the same lines however it was cut into pieces. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLines } from './read-lines.js';

async function* inPieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let i = 1; i < at.length; i += 1) yield bytes.subarray(at[i - 1], at[i]);
}

async function read(text: string, cuts: readonly number[], longest: number) {
  const lines: [number, string | undefined][] = [];
  for await (const { number, bytes } of readLines(inPieces(Buffer.from(text), cuts), longest))
    lines.push([number, bytes?.toString()]);
  return lines;
}

it('gives what splitting at line feeds gives, without a line behind the last one', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '中', '\n', '\r'), maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat()), fc.integer({ min: 1, max: 8 }), async (of, cuts, longest) => {
      const lines = of.split('\n');
      if (lines.at(-1) === '') lines.pop();
      expect(await read(of, cuts, longest)).toEqual(
        lines.map((line, i) => [i + 1, Buffer.byteLength(line) > longest ? undefined : line]),
      );
    }),
  );
});

it('keeps nothing of a line that is too long', async () => {
  expect(await read('aaaa\nb\n\ncc', [1, 2, 3], 3)).toEqual([
    [1, undefined],
    [2, 'b'],
    [3, ''],
    [4, 'cc'],
  ]);
});
