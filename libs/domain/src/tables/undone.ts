/** Which marks count: not those that were undone, and not those that undid them. */
import type { ReplyMark } from './fold.js';

/** In: marks that a vintage knows. Out: those that count, without undoing ones, and the positions of what is undone. */
export function withoutUndone(known: readonly ReplyMark[]): {
  readonly marks: readonly ReplyMark[];
  readonly undone: ReadonlySet<number>;
} {
  const undone = new Set(known.flatMap(({ undoes }) => undoes ?? []));
  if (undone.size === 0) return { marks: known, undone };
  const marks = known.filter(({ position, undoes }) => undoes === null && !undone.has(position));
  return { marks, undone };
}
