/** In the folder for temporary files only our own old uploads are removed. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeLeftovers } from './remove-leftovers.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remove-leftovers-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('removes folders of uploads that nobody has written to for hours, and nothing else', async () => {
  const old = new Date(Date.now() - 7 * 3_600_000);
  const make = async (name: string, { folderIs = old, fileIs = old } = {}) => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'file'), 'x');
    await utimes(join(folder, name, 'file'), fileIs, fileIs);
    await utimes(join(folder, name), folderIs, folderIs);
  };
  await make('rapporteur-import-old');
  await make('rapporteur-import-new', { folderIs: new Date(), fileIs: new Date() });
  await make('rapporteur-import-still-written', { fileIs: new Date() });
  await make('rapporteur-other');
  await mkdir(join(folder, 'rapporteur-import-empty'));
  await utimes(join(folder, 'rapporteur-import-empty'), old, old);
  await writeFile(join(folder, 'rapporteur-import-file'), 'x');
  await utimes(join(folder, 'rapporteur-import-file'), old, old);
  await symlink(join(folder, 'rapporteur-other'), join(folder, 'rapporteur-import-link'));
  expect(await removeLeftovers(folder)).toBe(2);
  expect((await readdir(folder)).sort()).toEqual([
    'rapporteur-import-file',
    'rapporteur-import-link',
    'rapporteur-import-new',
    'rapporteur-import-still-written',
    'rapporteur-other',
  ]);
});
