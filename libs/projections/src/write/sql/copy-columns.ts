/** Puts rows into a table by COPY, which takes half the time of an INSERT where no index stands. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const rowsPerChunk = 1000;

/** In the text format of COPY. */
function toField(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  const text = String(value);
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => escapes[c]!) : text;
}

/** In: table and columns of our own, and one array a column. Errors: those of pg. */
export async function copyColumns(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  arrays: readonly (readonly unknown[])[],
): Promise<void> {
  const rows = arrays[0]!.length;
  if (rows === 0) return;
  const chunks = function* () {
    for (let start = 0; start < rows; start += rowsPerChunk) {
      let text = '';
      for (let row = start; row < Math.min(rows, start + rowsPerChunk); row += 1) {
        for (let column = 0; column < arrays.length; column += 1)
          text += (column > 0 ? '\t' : '') + toField(arrays[column]![row]);
        text += '\n';
      }
      yield text;
    }
  };
  await pipeline(
    Readable.from(chunks()),
    client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)),
  );
}
