/** That faults which are known to change nothing can still be made: one whose file or line has changed is tried again. */
import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error a tool of its own, without types
import { isAbout, isSpokenOf } from './describe-mutant.mjs';
// @ts-expect-error a tool of its own, without types
import { writeFaults } from './own-faults.mjs';

interface Entry {
  readonly isSql?: true;
  readonly file: string;
  readonly within?: string;
  readonly line?: string;
  readonly code: string;
}

const root = join(import.meta.dirname, '../..');
const entries = JSON.parse(
  readFileSync(join(root, 'tools/mutate/equivalent.json'), 'utf8'),
) as readonly Entry[];

/** The sources that an entry may mean. */
const sourcesOf = (entry: Entry): string[] => {
  const folder = entry.file.slice(0, entry.file.lastIndexOf('/'));
  return readdirSync(join(root, folder, 'src'), { recursive: true })
    .map((file) => `${folder}/src/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => !file.endsWith('.spec.ts') && (isAbout(entry, file) as boolean));
};

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether a source has the fault; of one in TypeScript, whether the code is there on such a line. */
function has(file: string, entry: Entry): boolean {
  const text = readFileSync(join(root, file), 'utf8');
  if (entry.isSql) {
    const { places } = writeFaults(text) as { places: Record<string, object> };
    return Object.values(places).some((fault) => isSpokenOf(entry, { file, ...fault }) as boolean);
  }
  const said = entry.line ?? entry.within ?? '';
  return (
    plain(text).includes(plain(entry.code)) &&
    text.split('\n').some((line) => plain(line).includes(plain(said)))
  );
}

it.each(entries)('$file: $code is a fault of a source that is there', (entry) => {
  expect(sourcesOf(entry).filter((file) => has(file, entry))).not.toEqual([]);
});
