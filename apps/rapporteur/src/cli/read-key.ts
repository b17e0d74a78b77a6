/** The key by which commands ask a running Rapporteur: that of KEY_FILE, or else the owner's. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ownerKeyPath } from '../data-folder.js';

/** The line of a usage text that tells KEY_FILE. */
export const keyUsage = '  KEY_FILE       the file of the key to ask with (owner.key of DATA_DIR)';

/** The header for requests of this command. Errors: the file cannot be read; the message says what to do. */
export async function readKey(env: NodeJS.ProcessEnv): Promise<{ authorization: string }> {
  const file = env['KEY_FILE'] ? resolve(env['INIT_CWD'] ?? '.', env['KEY_FILE']) : ownerKeyPath(env);
  const key = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code})`;
    throw new Error(
      `The key file ${file} ${why}: npm start makes owner.key in the data folder; name another with KEY_FILE.`,
    );
  });
  return { authorization: `Bearer ${key.trim()}` };
}
