/**
 * Every message that the code uses is there in every language: uses are looked for in the sources themselves.
 */
import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { reportLanguages, templateFolder } from './language.js';

const keysOf = (code: string) =>
  Object.keys(
    (parse(readFileSync(new URL(`${code}.yaml`, templateFolder), 'utf8')) as { messages: object }).messages,
  ).sort();

/** The keys of messages in the code, with parts that are filled in as `*`. */
function saidKeys(): string[] {
  const src = new URL('../', import.meta.url);
  const files = readdirSync(src, { recursive: true }).filter(
    (name): name is string => typeof name === 'string' && name.endsWith('.ts') && !name.endsWith('.spec.ts'),
  );
  return files.flatMap((name) => {
    const text = readFileSync(new URL(name, src), 'utf8');
    return [...text.matchAll(/say\(\s*(?:[^'"`()]*\? )?['`]([a-z-]+\.[^'`]*)['`]/g)].map(([, key]) => key!);
  });
}

it('languages have the same messages, and all that the code says', () => {
  for (const code of reportLanguages()) expect(keysOf(code)).toEqual(keysOf('en'));
  const known = keysOf('en');
  const asked = saidKeys();
  expect(asked.length).toBeGreaterThan(40);
  for (const key of asked) {
    const pattern = new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[a-z-]+')}$`, 'i');
    expect(known.filter((each) => pattern.test(each)).length).toBeGreaterThan(0);
  }
});
