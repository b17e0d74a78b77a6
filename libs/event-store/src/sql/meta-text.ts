/**
 * SQL for one text of an event's particulars; null where it has none.
 * As text, not by `->>`: that fails on the whole row where any text of it holds NUL, as earlier releases could store.
 * In: the column, and the name of a member that holds no quotation marks.
 */
export const metaText = (column: string, name: string): string =>
  `substring(${column}::text FROM '"${name}"\\s*:\\s*"([^"]*)"')`;
