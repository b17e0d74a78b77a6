/** The secrets of sessions and links: 256 random bits, shown once, and known afterwards by their hash alone. */
import { randomBytes } from 'node:crypto';

/** Out: a secret, in 43 characters that a cookie and an address take as they are. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

/** Whether a text can be such a secret at all; what cannot is not looked for. */
export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
