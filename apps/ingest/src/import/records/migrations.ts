/**
 * The migrations of ingest's own tables: each that is missing in a database is run, even if one with a higher
 * number has run there.
 */
import { CreateApartDrafts1700000000065 } from './create-apart-drafts.js';
import { CreateDrafts1700000000047 } from './create-drafts.js';
import { AddBeganAfter1700000000020 } from './add-began-after.js';
import { AddKeptBy1700000000031 } from './add-kept-by.js';
import { AddPlace1700000000024 } from './add-place.js';
import { CreateImports1700000000005 } from './create-imports.js';
import { CreateDocumentTexts1700000000022 } from './create-document-texts.js';
import { CreateDocumentWords1700000000056 } from './create-document-words.js';
import { CreateLooks1700000000064 } from './create-looks.js';
import { CreateWords1700000000021 } from './create-words.js';

export const importMigrations = [
  CreateImports1700000000005,
  AddBeganAfter1700000000020,
  CreateWords1700000000021,
  CreateDocumentTexts1700000000022,
  AddPlace1700000000024,
  AddKeptBy1700000000031,
  CreateDrafts1700000000047,
  CreateDocumentWords1700000000056,
  CreateLooks1700000000064,
  CreateApartDrafts1700000000065,
];
