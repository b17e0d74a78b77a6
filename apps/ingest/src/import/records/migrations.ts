/** The migrations of ingest's own tables: what is missing is run, whatever has run since these were numbered. */
import { CreateImports1700000000005 } from './create-imports.js';

export const importMigrations = [CreateImports1700000000005];
