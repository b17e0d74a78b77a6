// Removes the stores of data folders that tests have started as root and removed: their databases lie apart, in
// /var/lib/rapporteur. The product never removes one.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const stores = '/var/lib/rapporteur';
const ofTests = join(tmpdir(), 'rapporteur-');

export function removeLeftStores() {
  if (process.getuid?.() !== 0 || !existsSync(stores)) return;
  for (const name of readdirSync(stores)) {
    const store = join(stores, name);
    const owner = join(store, 'data-folder');
    if (!existsSync(owner)) continue;
    const folder = readFileSync(owner, 'utf8').trim();
    if (folder.startsWith(ofTests) && !existsSync(folder)) rmSync(store, { recursive: true, force: true });
  }
}

removeLeftStores();
