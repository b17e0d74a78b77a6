/**
 * SQL for one text of an event's particulars; null where it has none.
 * It searches the JSON as text. The operator `->>` would fail on the whole row where any string in it holds
 * NUL, which earlier releases could store. In: the column, and the name of a member whose text holds no
 * quotation marks.
 */
export const metaText = (column: string, name: string): string =>
  `substring(${column}::text FROM '"${name}"\\s*:\\s*"([^"]*)"')`;

/**
 * When an event was recorded, as its particulars say: an ISO instant in UTC with milliseconds. In the collation C the order of
 * these texts is that of time; `log_by_recorded` is an index of them.
 */
export const recordedAtText = `(${metaText('meta', 'recordedAt')}) COLLATE "C"`;
