/** Changes bytes at random: single ones, a stretch of them, or by putting in odd ones that are known. */
import type { Random } from './random.js';

/** Where a stretch begins, and how long it is: mostly short. */
function stretchOf(bytes: Buffer, random: Random): [start: number, end: number] {
  const start = random.below(bytes.length + 1);
  const length = random.once(4) ? random.below(bytes.length - start + 1) : random.below(16);
  return [start, Math.min(bytes.length, start + length)];
}

const replace = (bytes: Buffer, start: number, end: number, by: Buffer) =>
  Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)]);

function mutateOnce(bytes: Buffer, random: Random, oddities: readonly Buffer[]): Buffer {
  const [start, end] = stretchOf(bytes, random);
  switch (random.below(8)) {
    case 0:
      return bytes.length === 0 ? bytes : flip(bytes, random.below(bytes.length), random);
    case 1:
      return replace(bytes, start, end, Buffer.alloc(0));
    case 2:
      return replace(bytes, end, end, Buffer.from(bytes.subarray(start, end)));
    case 3:
      return Buffer.from(bytes.subarray(0, start));
    case 4: {
      const stretch = Buffer.from(bytes.subarray(start, end));
      const times = random.once(10) ? 2000 : 1 + random.below(20);
      return replace(
        bytes,
        start,
        end,
        Buffer.concat(Array<Buffer>(times).fill(stretch)).subarray(0, 200_000),
      );
    }
    case 5:
      return replace(bytes, start, start, random.of(oddities));
    default:
      return replace(bytes, start, end, random.of(oddities));
  }
}

function flip(bytes: Buffer, at: number, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[at] = random.once(2)
    ? flipped[at]! ^ (1 << random.below(8))
    : random.of([0, 1, 127, 128, 254, 255, 34, 60]);
  return flipped;
}

/** In: bytes, chance, and what is known to be odd. Out: other bytes, 256 kB at most. */
export function mutate(bytes: Buffer, random: Random, oddities: readonly Buffer[]): Buffer {
  let mutated = bytes;
  for (let left = 1 + random.below(random.once(3) ? 12 : 3); left > 0; left -= 1)
    mutated = mutateOnce(mutated, random, oddities).subarray(0, 256 * 1024);
  return mutated;
}
