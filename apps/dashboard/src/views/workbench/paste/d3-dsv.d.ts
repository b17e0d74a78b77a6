/** What is used of d3-dsv, which has no types of its own. */
declare module 'd3-dsv' {
  /** In: texts parted by tabs, quoted as spreadsheets do. Out: rows of cells. */
  export function tsvParseRows(text: string): string[][];
}
