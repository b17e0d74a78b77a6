/** Long work in steps: between two steps the caller may let other work go on. */

/** Work that pauses now and then (it yields nothing), and returns its result at the end. */
export type Steps<T> = Generator<undefined, T, void>;

/** After this many items of a list work pauses: they take some milliseconds. */
export const itemsPerStep = 500;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}
