/** Many states of one thing in little room: whatever they have in common is written once. Pure. */

/** `parts`: every object, list and text once; in an object or list, a part stands as its number in a list of one. */
export interface Packed {
  readonly parts: readonly unknown[];
  readonly root: unknown;
}

/** In: anything that is JSON. */
export function pack(value: unknown): Packed {
  const parts: unknown[] = [];
  const known = new Map<string, number>();
  const put = (one: unknown): unknown => {
    if (one === null || (typeof one !== 'object' && (typeof one !== 'string' || one.length < 12))) return one;
    const inner = Array.isArray(one)
      ? one.map(put)
      : typeof one === 'object'
        ? Object.fromEntries(
            Object.entries(one).flatMap(([name, of]) => (of === undefined ? [] : [[name, put(of)]])),
          )
        : one;
    const text = JSON.stringify(inner);
    const at = known.get(text) ?? parts.push(inner) - 1;
    known.set(text, at);
    return [at];
  };
  const root = put(value);
  return { parts, root };
}

/** In: what `pack` made. Out: the same as was packed; what states have in common is one object again. */
export function unpack({ parts, root }: Packed): unknown {
  const made: unknown[] = [];
  const get = (one: unknown): unknown => (Array.isArray(one) ? made[one[0] as number] : one);
  // A part stands after those that are in it.
  for (const part of parts)
    made.push(
      Array.isArray(part)
        ? part.map(get)
        : part !== null && typeof part === 'object'
          ? Object.fromEntries(Object.entries(part).map(([name, one]) => [name, get(one)]))
          : part,
    );
  return get(root);
}
