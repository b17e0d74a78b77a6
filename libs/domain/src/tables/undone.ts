/** Which marks count: not those that were undone, and not those that undid them. */

/** What is asked of a mark here. */
interface Undoing {
  readonly position: number;
  readonly undoes: number | null;
}

/** In: marks that a vintage knows. Out: those that count, without undoing ones, and the positions of what is undone. */
export function withoutUndone<Mark extends Undoing>(
  known: readonly Mark[],
): {
  readonly marks: readonly Mark[];
  readonly undone: ReadonlySet<number>;
} {
  const undone = new Set(known.flatMap(({ undoes }) => undoes ?? []));
  if (undone.size === 0) return { marks: known, undone };
  const marks = known.filter(({ position, undoes }) => undoes === null && !undone.has(position));
  return { marks, undone };
}
