/** The headers by which a test, or a laboratory, asks as the owner of the services that it started. */
import { readFileSync } from 'node:fs';

/** The key in the file that OWNER_KEY_FILE names, which the services were started with. Errors: there is none. */
export const ownerKey = (): string => {
  const file = process.env['OWNER_KEY_FILE'];
  if (!file)
    throw new Error('OWNER_KEY_FILE is not set: the services that are asked have no owner that is known');
  return readFileSync(file, 'utf8').trim();
};

/** The part of an environment that names that file. */
export const ownerKeyFile = {
  get OWNER_KEY_FILE() {
    return process.env['OWNER_KEY_FILE'];
  },
};

export const ownerHeaders = (): { readonly authorization: string } => ({
  authorization: `Bearer ${ownerKey()}`,
});
