// Takes pictures of every view of the page in every language, wide and narrow, light and dark, and puts them on sheets,
// for people to look at: `npm run page-sheet -- FOLDER [VIEW,VIEW] [--at ADDRESS] [--languages ar,fr] [--widths 360]`.
// Without --at a server is started and filled for it; with --at the one that runs there is asked, and nothing is stored
// in it: OWNER_KEY_FILE names the file of a key, for the views that take a right.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { at: { type: 'string' }, languages: { type: 'string' }, widths: { type: 'string' } },
});
const [folder, views] = positionals;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (!folder || resolve(folder).startsWith(join(root, '/'))) {
  console.error(
    'Say where the pictures go, outside of this checkout: npm run page-sheet -- FOLDER [VIEW,VIEW]',
  );
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [join(root, 'tools/jest.mjs'), 'apps/dashboard/src/e2e/pictures'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PICTURES: resolve(folder),
      ...(views ? { PICTURES_OF: views } : {}),
      ...(values.at ? { PICTURES_AT: values.at, PICTURES_KEY_FILE: process.env.OWNER_KEY_FILE ?? '' } : {}),
      ...(values.languages ? { PICTURES_LANGUAGES: values.languages } : {}),
      ...(values.widths ? { PICTURES_WIDTHS: values.widths } : {}),
    },
  },
);
console.log(`The pictures are in ${join(resolve(folder), 'index.html')}`);
process.exit(status ?? 1);
