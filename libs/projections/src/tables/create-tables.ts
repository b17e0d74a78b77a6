/** The tables that a projection fills, in a schema of their own, so that a rebuild can stand beside the live ones. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema that readers see. */
export const liveSchema = 'tables';

/**
 * One more whenever the same events give other tables: other columns, or another way to read or count. Tables of an
 * earlier version, and those from before there were versions, are rebuilt when an aggregator starts.
 */
export const tablesVersion = 4;

/** The statements that make the tables with their indexes. In: a schema name of our own, never a user's. */
export const createTables = (schema: string): string =>
  `${createBareTables(schema)}\n${createIndexes(schema)}`;

/** The large tables without their indexes, for many rows that come at once. */
export function createBareTables(schema: string): string {
  return `
CREATE SCHEMA ${schema};

-- One row: which version of this code the tables were made for. It goes with the schema when a rebuild renames it.
CREATE TABLE ${schema}.made_for AS SELECT ${tablesVersion} AS version;

CREATE TABLE ${schema}.rounds (
  collection text COLLATE "C" NOT NULL,
  round text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  particulars json NOT NULL,
  PRIMARY KEY (collection, round)
);

-- What happened to each reply as a whole, one row an event.
CREATE TABLE ${schema}.marks (
  position bigint NOT NULL,
  reply text COLLATE "C" NOT NULL,
  collection text COLLATE "C" NOT NULL,
  round text COLLATE "C" NOT NULL,
  respondent text COLLATE "C" NOT NULL,
  received_on date NOT NULL,
  received_precision text NOT NULL,
  kind text NOT NULL,
  voids boolean NOT NULL,
  complete boolean NOT NULL,
  language text,
  late boolean,
  reason text,
  reference text
);

-- Everything that was ever said of every cell: the vintages.
CREATE TABLE ${schema}.statements (
  position bigint NOT NULL,
  ordinal int NOT NULL,
  kind text NOT NULL,
  cell text COLLATE "C" NOT NULL,
  collection text COLLATE "C" NOT NULL,
  respondent text COLLATE "C" NOT NULL,
  reply text COLLATE "C" NOT NULL,
  received_on date NOT NULL,
  retracted boolean NOT NULL,
  code text COLLATE "C" NOT NULL,
  breakdown text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  year smallint,
  value bigint,
  qualifier text,
  source json NOT NULL
);

-- What each cell says now: a copy of the statements that decide it, recounted whenever it is touched.
CREATE TABLE ${schema}.cells (
  cell text COLLATE "C" NOT NULL,
  variant int NOT NULL,
  position bigint NOT NULL,
  ordinal int NOT NULL,
  kind text NOT NULL,
  collection text COLLATE "C" NOT NULL,
  respondent text COLLATE "C" NOT NULL,
  reply text COLLATE "C" NOT NULL,
  received_on date NOT NULL,
  code text COLLATE "C" NOT NULL,
  breakdown text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  year smallint,
  value bigint,
  qualifier text,
  source json NOT NULL
-- Room in each page for the next row of a cell: then its indexes need not be touched.
) WITH (fillfactor = 80);

-- What the test says of each segment with points enough, recounted with its cells: SQL cannot compute it (ADR 5).
CREATE TABLE ${schema}.directions (
  series text COLLATE "C" NOT NULL,
  -- First year that stands in the segment.
  from_year smallint NOT NULL,
  direction text NOT NULL,
  reason text NOT NULL,
  p float8 NOT NULL,
  p_low float8 NOT NULL,
  PRIMARY KEY (series, from_year)
);

-- The last version of each stream that was applied: a hole stops the projection.
CREATE TABLE ${schema}.applied (
  stream text COLLATE "C" PRIMARY KEY,
  version int NOT NULL
);

-- Events that could not be applied, with the reason; while there is one the projection is degraded.
CREATE TABLE ${schema}.dead_letters (
  position bigint PRIMARY KEY,
  stream text NOT NULL,
  reason text NOT NULL,
  since timestamptz NOT NULL DEFAULT now()
);

-- Events that nobody can read, and that a later event (by) has set aside; respondent null: about a round as a whole.
CREATE TABLE ${schema}.set_aside (
  position bigint PRIMARY KEY,
  collection text COLLATE "C" NOT NULL,
  round text COLLATE "C" NOT NULL,
  respondent text COLLATE "C",
  by bigint NOT NULL,
  reason text NOT NULL
);`;
}

/** The indexes of the large tables, in the order that a recount of all needs them in. */
export const createIndexes = (schema: string): string => `
ALTER TABLE ${schema}.marks ADD PRIMARY KEY (position);
CREATE INDEX marks_by_reply ON ${schema}.marks (reply);
CREATE INDEX marks_that_void ON ${schema}.marks (reply, received_on, position) WHERE voids;
CREATE INDEX marks_that_complete ON ${schema}.marks (collection, respondent) WHERE complete;

ALTER TABLE ${schema}.statements ADD PRIMARY KEY (position, ordinal);
CREATE INDEX statements_by_cell ON ${schema}.statements (cell, received_on DESC, position DESC);
CREATE INDEX statements_by_code ON ${schema}.statements (code, collection, respondent);
CREATE INDEX statements_by_respondent ON ${schema}.statements (respondent, code);

ALTER TABLE ${schema}.cells ADD PRIMARY KEY (cell, variant);
CREATE INDEX cells_by_code ON ${schema}.cells (code, collection, respondent);
CREATE INDEX cells_by_respondent ON ${schema}.cells (respondent, code);`;

export class CreateTables1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createTables(liveSchema));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA ${liveSchema} CASCADE`);
  }
}
