/** What a key looks like: made once, shown once, and known afterwards by its hash alone. */
import { createHash, randomBytes } from 'node:crypto';

/** What every key begins with, so that whoever searches code and logs for secrets can find it. */
export const keyPrefix = 'rapporteur_key_';

export interface NewKey {
  /** By which it is named and revoked: 12 characters. */
  readonly key: string;
  /** What is shown once: prefix, name, and 256 random bits. */
  readonly secret: string;
  readonly hash: string;
}

/**
 * SHA-256 in hexadecimal digits: a key has 256 random bits, so nobody finds it from its hash by trying.
 * Keys are compared by looking for the hash of what was sent in an index. The time of that may tell how far its hash is
 * like one that is stored; but whoever sends keys cannot choose the hash, and the beginning of a hash says nothing about
 * the key. So no comparison in constant time is needed (docs/adr/0011-who-may-do-what.md).
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function makeKey(): NewKey {
  const key = randomBytes(6).toString('hex');
  const secret = `${keyPrefix}${key}_${randomBytes(32).toString('base64url')}`;
  return { key, secret, hash: hashOf(secret) };
}

const form = new RegExp(`^${keyPrefix}[0-9a-f]{12}_[A-Za-z0-9_-]{43}$`);

/** Whether a text can be a key at all; what cannot is not looked for. */
export const isKey = (text: string): boolean => form.test(text);

/** In: a key. Out: the name in it, by which it is revoked. */
export const nameOf = (secret: string): string => secret.slice(keyPrefix.length, keyPrefix.length + 12);
