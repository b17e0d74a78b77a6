/** How much a file may hold: as much as a spreadsheet program allows, but no more than an import can keep. */
export const limits = {
  /** Excel's limits: rows of a sheet, columns of a row, characters of a cell. */
  rows: 1_048_576,
  columns: 16_384,
  cell: 32_767,
  sheets: 1000,
  /** Characters of all cells that are read: a text that many cells share counts for each. */
  text: 1024 ** 3,
  /** Texts that cells may share, and the bytes of the part that holds them. */
  sharedTexts: 10_000_000,
  sharedTextBytes: 200 * 1024 ** 2,
  /** Bytes of a part that only describes a workbook. */
  descriptionBytes: 16 * 1024 ** 2,
  /** Bytes of a JSON-stat, which is read as a whole: several times as many as a million figures take. */
  jsonBytes: 64 * 1024 ** 2,
  /** Data sets of an SDMX-ML; values that are said of groups in it; by how many sets of dimensions groups are found. */
  dataSets: 100_000,
  groupValues: 1_000_000,
  groupKinds: 20,
} as const;
