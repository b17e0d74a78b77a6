/** Random choices that can be repeated: the same number gives the same choices. */

export interface Random {
  /** A whole number from 0, less than `below`. */
  below(below: number): number;
  /** One of these. */
  of<T>(all: readonly T[]): T;
  /** True in one of so many cases. */
  once(inTimes: number): boolean;
}

/** In: a seed. The generator is Marsaglia's xorshift of 32 bits, after the seed has been spread by Knuth's multiplier. */
export function makeRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
  for (let i = 0; i < 4; i += 1) next();
  const below = (limit: number) => next() % limit;
  return { below, of: (all) => all[below(all.length)]!, once: (inTimes) => below(inTimes) === 0 };
}
