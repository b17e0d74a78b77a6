// Takes pictures of every view of the page in every language, wide and narrow, light and dark, and puts them on one
// sheet, for people to look at. `node tools/pictures.mjs FOLDER [VIEW,VIEW]`, then open FOLDER/index.html.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, views] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the pictures go: node tools/pictures.mjs FOLDER [VIEW,VIEW]');
  process.exit(2);
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { status } = spawnSync(
  process.execPath,
  [join(root, 'tools/jest.mjs'), 'apps/dashboard/src/e2e/pictures'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PICTURES: resolve(folder), ...(views ? { PICTURES_OF: views } : {}) },
  },
);
console.log(`The pictures are in ${join(resolve(folder), 'index.html')}`);
process.exit(status ?? 1);
