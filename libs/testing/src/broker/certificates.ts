/** Certificates for tests of TLS, made by openssl and valid for two days on 127.0.0.1. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Paths of PEM files. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
  /** Both in one file. */
  readonly both: string;
}

export interface Authority {
  /** PEM file of the authority's own certificate. */
  readonly certificate: string;
  /** Makes a key and has it signed. */
  sign(name: string): Promise<Certificate>;
}

/** A certificate authority that signed itself, in a folder. Errors: no openssl, or what it said. */
export async function makeAuthority(folder: string, name: string): Promise<Authority> {
  const path = (file: string) => join(folder, `${name}-${file}`);
  const request = (key: string, subject: string) =>
    ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-subj', `/CN=${subject}`] as const;
  const own = { key: path('ca.key'), certificate: path('ca.pem') };
  await run('openssl', [...request(own.key, name), '-x509', '-days', '2', '-out', own.certificate]);
  return {
    certificate: own.certificate,
    async sign(subject) {
      const [key, csr, extensions, certificate, both] = ['key', 'csr', 'ext', 'pem', 'both.pem'].map(
        (ending) => path(`${subject}.${ending}`),
      ) as [string, string, string, string, string];
      await run('openssl', [...request(key, subject), '-out', csr]);
      await writeFile(extensions, 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
      const signing = ['-CA', own.certificate, '-CAkey', own.key, '-CAcreateserial', '-days', '2'];
      await run('openssl', [
        'x509',
        '-req',
        '-in',
        csr,
        ...signing,
        '-extfile',
        extensions,
        '-out',
        certificate,
      ]);
      await writeFile(both, (await readFile(key, 'utf8')) + (await readFile(certificate, 'utf8')));
      return { key, certificate, both };
    },
  };
}
