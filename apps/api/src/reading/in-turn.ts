/** Long lists of an answer, of which one item at a time is made and written. */

/**
 * A list that is made while it is written: what an item needed is garbage before the next is made. Where all items were made
 * first, a fifth of the time of a long answer went into copying them for the garbage collection.
 */
export class InTurn<T> implements Iterable<T> {
  /** In: a function that gives the items, from the first on, each time it is called. */
  constructor(private readonly items: () => Iterable<T>) {}

  [Symbol.iterator](): Iterator<T> {
    return this.items()[Symbol.iterator]();
  }
}

/** What is made of each of some things, in turn. */
export function* each<S, T>(of: Iterable<S>, make: (one: S) => T): Generator<T> {
  for (const one of of) yield make(one);
}

/** JSON of an object whose members may be lists in turn, as JSON.stringify writes it. In: no member is a function. */
export function writeJson(body: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:`;
    text += value instanceof InTurn ? writeList(value) : JSON.stringify(value);
  }
  return text === '' ? '{}' : `${text}}`;
}

function writeList(items: Iterable<unknown>): string {
  let text = '';
  for (const item of items) text += `${text === '' ? '[' : ','}${JSON.stringify(item) ?? 'null'}`;
  return text === '' ? '[]' : `${text}]`;
}
