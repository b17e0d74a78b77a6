/** The table for the places of words on the pages of documents, as each version of the extraction found them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDocumentWords1700000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_words (
        document text COLLATE "C" NOT NULL,
        extraction int NOT NULL,
        page int NOT NULL,
        -- Of each word: start and end in the text; left, top, right and bottom in 1/10,000 of the page.
        words json NOT NULL,
        PRIMARY KEY (document, extraction, page),
        FOREIGN KEY (document, extraction) REFERENCES document_texts ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document_words');
  }
}
