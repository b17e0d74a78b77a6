/** The tables that remember which files were imported, and the rows of them that could not be taken. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImports1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row a file and round; file is the SHA-256 of its bytes. Counts are null until the import is through.
      CREATE TABLE imports (
        file text COLLATE "C" NOT NULL,
        collection text COLLATE "C" NOT NULL,
        round text COLLATE "C" NOT NULL,
        received_on date NOT NULL,
        name text NOT NULL,
        header json NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        rows int,
        refused int,
        respondents int,
        PRIMARY KEY (file, collection, round)
      );

      CREATE TABLE refused_rows (
        file text COLLATE "C" NOT NULL,
        collection text COLLATE "C" NOT NULL,
        round text COLLATE "C" NOT NULL,
        row int NOT NULL,
        reason text NOT NULL,
        cells json NOT NULL,
        PRIMARY KEY (file, collection, round, row),
        FOREIGN KEY (file, collection, round) REFERENCES imports
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refused_rows, imports');
  }
}
