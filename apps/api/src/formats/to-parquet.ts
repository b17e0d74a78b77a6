/** A table as Parquet: the columns of its CSV with the types of docs/columns.md, in groups of rows that are sent as they are made. */
import type { SchemaElement } from 'hyparquet-writer';
import { columnMeanings, type Column } from './columns.js';
import { showMissing } from './missing.js';
import type { Origin, Table } from './table.js';
import { showRange } from './to-csv.js';

/** How many rows are in memory at once, and are written without a pause for others: 50 ms. */
const rowsAtOnce = 5000;

interface Kind {
  readonly element: Omit<SchemaElement, 'name'>;
  /** In: a value that is not missing. Out: the same as the writer takes it; null: the column has no place for it. */
  readonly convert: (value: unknown) => unknown;
}

const textOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? showRange(value) : String(value);
const asText: Kind = { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, convert: textOf };
const asNumber: Kind = {
  element: { type: 'DOUBLE' },
  convert: (value) => (typeof value === 'number' ? value : null),
};
/** What stands in a column of several types and is no number. */
const asOther: Kind = { ...asText, convert: (value) => (typeof value === 'number' ? null : textOf(value)) };

const kinds: Readonly<Record<Column['type'], Kind>> = {
  string: asText,
  integer: { element: { type: 'INT64' }, convert: (value) => BigInt(value as number) },
  number: asNumber,
  boolean: { element: { type: 'BOOLEAN' }, convert: (value) => value },
  date: {
    element: { type: 'INT32', converted_type: 'DATE' },
    convert: (value) => new Date(`${String(value)}T00:00:00Z`),
  },
  datetime: {
    element: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
    convert: (value) => new Date(String(value)),
  },
  any: asNumber,
};

interface FileColumn extends Kind {
  /** In the file. */
  readonly name: string;
  /** In the table. */
  readonly from: string;
}

/** The columns of the table, and behind them one more for each that has numbers and other things. */
function toFileColumns({ columns, types = {} }: Table): FileColumn[] {
  const typeOf = (name: string) => types[name] ?? columnMeanings[name]!.type;
  return [
    ...columns.map((from) => ({ name: from, from, ...kinds[typeOf(from)] })),
    ...columns
      .filter((from) => typeOf(from) === 'any')
      .map((from) => ({ name: `${from}_text`, from, ...asOther })),
  ];
}

const isMissing = (value: unknown) => value === undefined || value === null || value === '';

/**
 * In: the parts of a table, which have the same columns, and its origin. Out: the bytes of the file, piece by piece, the
 * same for the same rows.
 */
export async function* writeParquet(
  tables: AsyncIterable<Table> | Iterable<Table>,
  origin: Origin,
): AsyncGenerator<Uint8Array> {
  // Loaded when first asked for, since most processes never write such a file.
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  let columns: FileColumn[] = [];
  let file: InstanceType<typeof ParquetWriter> | undefined;
  let waiting: Table['rows'][number][] = [];
  const taken = () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const write = () => {
    const columnData = columns.map(({ name, from, convert }) => ({
      name,
      data: waiting.map(({ [from]: value }) => (isMissing(value) ? null : convert(value))),
    }));
    void file!.write({ columnData, rowGroupSize: rowsAtOnce });
    waiting = [];
    return taken();
  };
  for await (const table of tables) {
    if (!file) {
      columns = toFileColumns(table);
      const schema = toSchema(columns);
      file = new ParquetWriter({ writer, schema, kvMetadata: toMetadata(origin), createdBy: 'Rapporteur' });
    }
    waiting.push(...table.rows);
    if (waiting.length >= rowsAtOnce) yield write();
  }
  if (waiting.length > 0) yield write();
  void file?.finish();
  yield taken();
}

/** In: a whole table. Out: the bytes of the file. */
export async function toParquet(table: Table, origin: Origin): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeParquet([table], origin)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const toSchema = (columns: readonly FileColumn[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, element }) => ({ ...element, name, repetition_type: 'OPTIONAL' as const })),
];

/** What must stay with the file when it is passed on. */
function toMetadata({ address, position, asOf, language, next, missing }: Origin) {
  const said = {
    address,
    position: String(position),
    as_of: asOf,
    language,
    incomplete: showMissing(missing).join('; ') || undefined,
    more_rows: next,
  };
  return Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}
