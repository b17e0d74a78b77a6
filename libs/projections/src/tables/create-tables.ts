/** The statements that make the tables, in a schema of their own, so that a rebuild can stand beside the live ones. */
import { type AnyTable, type Column } from './table.js';
import { allTables } from './tables.js';

/** The schema that readers see. */
export const liveSchema = 'tables';

/**
 * One more whenever the same events give other tables: other columns, or another way to read or count. Tables of an
 * earlier version, and those from before there were versions, are rebuilt when an aggregator starts.
 */
export const tablesVersion = 8;

/** The statements that make the tables with their indexes. In: a schema name of our own, never a user's. */
export const createTables = (schema: string): string =>
  `${createBareTables(schema)}\n${createIndexes(schema)}`;

/** The same, of the large tables without keys and indexes, for many rows that come at once. */
export function createBareTables(schema: string): string {
  const made = allTables.map((table) => createTable(schema, table));
  // made_for has one row: which version of this code the tables are of. It goes with the schema when a rebuild renames it.
  return `CREATE SCHEMA ${schema};
CREATE TABLE ${schema}.made_for AS SELECT ${tablesVersion} AS version;
${made.join('\n')}`;
}

/** The keys and indexes of the large tables, in the order that a recount of all needs them in. */
export const createIndexes = (schema: string): string =>
  allTables
    .filter(({ isLarge }) => isLarge)
    .flatMap(({ name, key, indexes = [] }) => [
      `ALTER TABLE ${schema}.${name} ADD PRIMARY KEY (${key.join(', ')});`,
      ...indexes.map(
        (index) =>
          `CREATE INDEX ${index.name} ON ${schema}.${name} (${index.on})${index.where ? ` WHERE ${index.where}` : ''};`,
      ),
    ])
    .join('\n');

function createTable(schema: string, { name, columns, key, isLarge, fillfactor }: AnyTable): string {
  const lines = [...columns.map(defineColumn), ...(isLarge ? [] : [`PRIMARY KEY (${key.join(', ')})`])];
  const storage = fillfactor ? ` WITH (fillfactor = ${fillfactor})` : '';
  return `CREATE TABLE ${schema}.${name} (\n  ${lines.join(',\n  ')}\n)${storage};`;
}

const defineColumn = (column: Column<never>): string =>
  [
    `${column.name} ${column.type}`,
    column.collation && `COLLATE "${column.collation}"`,
    !column.nullable && 'NOT NULL',
    column.default && `DEFAULT ${column.default}`,
  ]
    .filter(Boolean)
    .join(' ');
