/** Long work in steps: between two of them whoever runs it may let others have their turn. */

/** Work that stops now and then (it yields nothing), and at last returns what it was for. */
export type Steps<T> = Generator<undefined, T, void>;

/** After so many items of a list work stops: some milliseconds. */
export const itemsPerStep = 500;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}
