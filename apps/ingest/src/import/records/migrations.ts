/**
 * The migrations of ingest's own tables: each that is missing in a database is run, even if one with a higher
 * number has run there.
 */
import { CreateImports1700000000005 } from './create-imports.js';
import { CreateWords1700000000020 } from './create-words.js';

export const importMigrations = [CreateImports1700000000005, CreateWords1700000000020];
