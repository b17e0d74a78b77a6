// The process that imports files, forked by src/import/fork-imports.ts. Outside of `src`, since it is no TypeScript: it
// lies at the same place seen from the sources and from the build.
import { serveImports } from './dist/import/process/serve-imports.js';

serveImports();
