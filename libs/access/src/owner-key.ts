/** The owner's key: in a file that only the owner of the process can read, and made where there is none. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type pg from 'pg';
import { changeAccess, findByKey, readPrincipal } from './access-log.js';
import { hashOf, isKey, makeKey, nameOf } from './keys.js';

/** The owner's name in the access log. */
export const owner = 'owner';

const yearMs = 365 * 24 * 3600 * 1000;
/** A key with less time left is replaced by a new one. */
const leastLeftMs = 30 * 24 * 3600 * 1000;

/**
 * Makes the key in the file count, where it is the first time that this database sees it. A file that is missing, or
 * whose key ends soon, gets a new key. Out: the key. Errors: a file that holds no key, or one that was revoked, each
 * saying what to do; those of pg and of the file system.
 */
export async function keepOwnerKey(pool: pg.Pool, file: string, now = new Date()): Promise<string> {
  const kept = await readKey(file);
  const found = kept === undefined ? undefined : await findByKey(pool, kept, now.toISOString());
  if (found?.ended === 'revoked')
    throw new Error(
      `The owner's key in ${file} was revoked: remove the file, and start again for a new key.`,
    );
  const isGood = found !== undefined && Date.parse(found.key.until) - now.getTime() > leastLeftMs;
  if (kept !== undefined && isGood) return kept;
  const secret = kept !== undefined && !found ? kept : await replaceKey(file, kept);
  // Several services may start on a new database at once: one of them issues the key.
  await issue(pool, secret, now).catch(async (error: unknown) => {
    if (!(await findByKey(pool, secret, now.toISOString()))) throw error;
  });
  return secret;
}

async function readKey(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const key = text.trim();
  if (isKey(key)) return key;
  throw new Error(`${file} holds no key of Rapporteur: remove it, and start again for a new one.`);
}

/** Writes a new key in the place of an old one. Of two that write the first file at once, both get the key of one. */
async function replaceKey(file: string, old: string | undefined): Promise<string> {
  const { secret } = makeKey();
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.${randomBytes(6).toString('hex')}.new`;
  await writeFile(fresh, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  try {
    if (old !== undefined) await rm(file, { force: true });
    await link(fresh, file);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readKey(file))!;
  } finally {
    await rm(fresh, { force: true });
  }
}

async function issue(pool: pg.Pool, secret: string, now: Date): Promise<void> {
  const why = { by: 'rapporteur', reason: 'the one who started it' };
  const until = new Date(now.getTime() + yearMs).toISOString();
  const isKnown = (await readPrincipal(pool, owner)) !== undefined;
  const all = { respondents: 'all', collections: 'all' } as const;
  await changeAccess(
    pool,
    owner,
    [
      ...(isKnown
        ? []
        : ([
            { type: 'PrincipalAdded', kind: 'person', name: 'the owner' },
            { type: 'RoleGranted', role: 'owner', scope: all },
          ] as const)),
      { type: 'KeyIssued', key: nameOf(secret), hash: hashOf(secret), until },
    ],
    why,
  );
}
