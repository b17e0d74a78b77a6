/** A table as Parquet: the columns of its CSV with the types of docs/columns.md, in groups of rows that are sent as they are made. */
import type { SchemaElement } from 'hyparquet-writer';
import { showMissing } from './missing.js';
import { showSource, sourcesOf } from './sources.js';
import type { Origin, Table } from './table.js';
import { toTypedColumns, type TypedColumn } from './typed-columns.js';

/** How many rows are in memory at once, and are written without a pause for others: 50 ms. */
const rowsAtOnce = 5000;

/** How each type is stored, and a value that is not missing as the writer takes it. */
const kinds: Readonly<
  Record<
    TypedColumn['type'],
    {
      readonly element: Omit<SchemaElement, 'name'>;
      readonly convert?: (value: string | number | boolean) => unknown;
    }
  >
> = {
  string: { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' } },
  integer: { element: { type: 'INT64' }, convert: BigInt },
  number: { element: { type: 'DOUBLE' } },
  boolean: { element: { type: 'BOOLEAN' } },
  date: {
    element: { type: 'INT32', converted_type: 'DATE' },
    convert: (day) => new Date(`${day}T00:00:00Z`),
  },
};

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
  let columns: readonly TypedColumn[] = [];
  let file: InstanceType<typeof ParquetWriter> | undefined;
  let waiting: Table['rows'][number][] = [];
  const kvMetadata = toMetadata(origin);
  const collections = new Set<unknown>();
  const taken = () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const write = () => {
    const columnData = columns.map(({ name, type, valueIn }) => ({
      name,
      data: waiting.map((row) => {
        const value = valueIn(row);
        return value === null ? null : (kinds[type].convert?.(value) ?? value);
      }),
    }));
    void file!.write({ columnData, rowGroupSize: rowsAtOnce });
    waiting = [];
    return taken();
  };
  for await (const table of tables) {
    if (!file) {
      columns = toTypedColumns(table);
      const schema = toSchema(columns);
      file = new ParquetWriter({ writer, schema, kvMetadata, createdBy: 'Rapporteur' });
    }
    waiting.push(...table.rows);
    for (const row of table.rows) collections.add(row['collection']);
    if (waiting.length >= rowsAtOnce) yield write();
  }
  if (waiting.length > 0) yield write();
  // The writer puts them at the end of the file, so that the sources of all parts are known.
  const sources = sourcesOf(collections, origin.language);
  if (sources.length > 0) kvMetadata.push({ key: 'source', value: sources.map(showSource).join('. ') });
  void file?.finish();
  yield taken();
}

/** In: a whole table. Out: the bytes of the file. */
export async function toParquet(table: Table, origin: Origin): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeParquet([table], origin)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const toSchema = (columns: readonly TypedColumn[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, type }) => ({
    ...kinds[type].element,
    name,
    repetition_type: 'OPTIONAL' as const,
  })),
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
