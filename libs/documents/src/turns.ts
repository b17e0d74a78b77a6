/** Lets so many pieces of work run at a time, in the order in which they came. */

/** In: how many run at once. Out: a function that runs a piece of work when it is its turn, and gives what that gives. */
export function makeTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
