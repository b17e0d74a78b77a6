/** Every route file is listed and served, and every read is in docs/addresses.md. */
import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fileRoutes, routes } from './routes.js';
import { serviceDocuments } from './service.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const all = [...routes, ...fileRoutes];

it('every route of this folder is served', async () => {
  const names = readdirSync(here).filter((name) => /^[\w-]+\.ts$/.test(name));
  const modules = (await Promise.all(
    names.map((name) => import(`./${name.replace(/ts$/, 'js')}`)),
  )) as object[];
  const made = modules.flatMap(Object.values).filter((one) => typeof one?.read === 'function');
  expect(made.length).toBeGreaterThan(20);
  for (const { path } of made) expect(all.map((one) => one.path)).toContain(path);
});

it('every address stands in docs/addresses.md', () => {
  const page = readFileSync(`${here}/../../../../docs/addresses.md`, 'utf8');
  // Addresses with {id} are left out: docs/addresses.md says once that {id} may stand for {collection}/{round}.
  const paths = [...all, ...serviceDocuments]
    .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
    .filter((path) => !path.startsWith('/v1/rounds/{id}'));
  expect(paths.filter((path) => !page.includes(`\`GET ${path}\``))).toEqual([]);
});
