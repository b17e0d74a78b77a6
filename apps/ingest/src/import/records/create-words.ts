/** The columns and tables for words that wait for a decision, and for the files that are kept until then and after. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWords1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports
        ADD COLUMN waiting int,
        -- What the file was read by: the text of its mapping, and what its sender has confirmed.
        ADD COLUMN mapping text,
        ADD COLUMN confirmed json,
        -- Whether the file stands for what it mentions alone.
        ADD COLUMN partial boolean,
        -- The version of the collection's decisions that the stored replies follow; null until an import is through.
        ADD COLUMN words_version int,
        -- The versions that later imports of the kept file were to bring it to, and that may be there in part.
        ADD COLUMN words_tried json,
        -- Why the last of these failed, and for which version.
        ADD COLUMN words_problem text,
        ADD COLUMN words_problem_at int,
        -- How often a row waits for a word that is not kept, since there are too many.
        ADD COLUMN words_not_kept int;

      CREATE TABLE kept_files (
        file text COLLATE "C" PRIMARY KEY,
        bytes bigint NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE kept_pieces (
        file text COLLATE "C" NOT NULL REFERENCES kept_files,
        piece int NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (file, piece)
      );

      CREATE TABLE waiting_words (
        file text COLLATE "C" NOT NULL,
        collection text COLLATE "C" NOT NULL,
        round text COLLATE "C" NOT NULL,
        number int NOT NULL,
        dimension text NOT NULL,
        word text NOT NULL,
        column_name text NOT NULL,
        hint text,
        rows int NOT NULL,
        samples json NOT NULL,
        PRIMARY KEY (file, collection, round, number),
        FOREIGN KEY (file, collection, round) REFERENCES imports
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE waiting_words, kept_pieces, kept_files;
      ALTER TABLE imports DROP COLUMN waiting, DROP COLUMN mapping, DROP COLUMN confirmed, DROP COLUMN partial,
        DROP COLUMN words_version, DROP COLUMN words_tried, DROP COLUMN words_problem,
        DROP COLUMN words_problem_at, DROP COLUMN words_not_kept;
    `);
  }
}
