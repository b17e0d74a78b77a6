/** Builds the page into dist/page: hashed assets, each with a gzip and a Brotli copy beside it. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import names, { missing, publishers, ratios, webhookKinds } from './dimension-names.js';

/** Compressed once here, so that the server need not do it for every reader. */
const compress: Plugin = {
  name: 'compress',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const [fileName, made] of Object.entries(bundle)) {
        const plain = made.type === 'chunk' ? made.code : made.source;
        if (plain.length < 1000) continue;
        const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(plain, best) });
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(plain, { level: 9 }) });
      }
    },
  },
};

/**
 * Adds the names of dimensions and other lists as data, because importing the code of the domain or of the contract would
 * also load its schemas into the browser.
 */
const dimensionNames: Plugin = {
  name: 'dimension-names',
  resolveId: (id) => (id === 'virtual:dimension-names' ? `\0${id}` : null),
  load(id) {
    if (id !== '\0virtual:dimension-names') return null;
    const lists = Object.entries({ missing, publishers, ratios, webhookKinds });
    return [
      `export default ${JSON.stringify(names)};`,
      ...lists.map(([name, list]) => `export const ${name} = ${JSON.stringify(list)};`),
    ].join('\n');
  },
};

/**
 * Leaves out the projections of maps of the earth: Plot brings them to every chart, and no chart of the page has one, but
 * each reader would load them (13 kB). The names remain, since Plot imports them.
 */
const noProjections: Plugin = {
  name: 'no-projections',
  enforce: 'pre',
  resolveId: (id) => (id === 'd3-geo' ? '\0no-projections' : null),
  async load(id) {
    if (id !== '\0no-projections') return null;
    return Object.keys(await import('d3-geo'))
      .map((name) => `export const ${name} = () => undefined;`)
      .join('\n');
  },
};

export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  plugins: [dimensionNames, noProjections, compress],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
