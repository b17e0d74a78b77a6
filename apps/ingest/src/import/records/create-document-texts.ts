/** The table for the text of documents, as each version of the extraction gave it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDocumentTexts1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_texts (
        document text COLLATE "C" NOT NULL,
        extraction int NOT NULL,
        -- What was read; null where it could not be, and then why.
        text json,
        problem json,
        made_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (document, extraction),
        CHECK ((text IS NULL) <> (problem IS NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document_texts');
  }
}
