/** Puts rows into a table by COPY, which takes half the time of an INSERT where no index stands. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { filledColumns, listNames, parameterOf, type Table } from '../../tables/table.js';

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const rowsPerChunk = 1000;

/** In the text format of COPY. */
function toField(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  const text = String(value);
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => escapes[c]!) : text;
}

/** Errors: those of pg. */
export async function copyRows<Row>(
  client: pg.ClientBase,
  schema: string,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = filledColumns(table);
  const parameters = columns.map(parameterOf);
  const chunks = function* () {
    for (let start = 0; start < rows.length; start += rowsPerChunk) {
      let text = '';
      for (const row of rows.slice(start, start + rowsPerChunk)) {
        for (let i = 0; i < parameters.length; i += 1)
          text += (i > 0 ? '\t' : '') + toField(parameters[i]!(row));
        text += '\n';
      }
      yield text;
    }
  };
  await pipeline(
    Readable.from(chunks()),
    client.query(from(`COPY ${schema}.${table.name} (${listNames(columns)}) FROM STDIN`)),
  );
}
