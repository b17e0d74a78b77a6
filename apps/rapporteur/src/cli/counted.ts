/** Counts in words, for people who read English. */

/** "1 row", "2,000 rows". In: the number, and its word; the plural where it is not the word with an s. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
