/** Sends of a length that a topic takes. */

/**
 * How much one send holds (bytes). A longer send could have a part for one partition that the topic does not
 * take; no single event is as long.
 */
const bytesPerSend = 4 * 1024 * 1024;

/** In: items in order, and how long each is (bytes). Out: the same in parts, each of one item or of no more than a send holds. */
export function* cutBySize<T>(items: readonly T[], lengthOf: (item: T) => number): Generator<T[]> {
  let part: T[] = [];
  let bytes = 0;
  for (const item of items) {
    const own = lengthOf(item);
    if (part.length > 0 && bytes + own > bytesPerSend) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(item);
    bytes += own;
  }
  if (part.length > 0) yield part;
}
