/**
 * SQL for one text of an event's particulars; null where it has none.
 * It searches the JSON as text. The operator `->>` would fail on the whole row where any string in it holds
 * NUL, which earlier releases could store. In: the column, and the name of a member whose text holds no
 * quotation marks.
 */
export const metaText = (column: string, name: string): string =>
  `substring(${column}::text FROM '"${name}"\\s*:\\s*"([^"]*)"')`;
