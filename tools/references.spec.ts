/** A fresh clone builds in one go only when each project names those that it imports: they are built before it. */
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const projects = ['libs', 'apps'].flatMap((kind) =>
  readdirSync(join(root, kind)).map((name) => `${kind}/${name}`),
);
const folderOf = new Map(
  projects.map((folder) => [
    (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string }).name,
    folder,
  ]),
);

function importsOf(folder: string): string[] {
  const sources = readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' });
  const names = sources
    // The probes of boundaries.spec.ts come and go at the same time, and import what they may not.
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('boundary-probe-'))
    .flatMap((name) => [
      ...readFileSync(join(root, folder, 'src', name), 'utf8').matchAll(/from '(@rapporteur\/[a-z-]+)/g),
    ])
    .map(([, name]) => folderOf.get(name!)!);
  return [...new Set(names)].sort();
}

function referencesOf(folder: string): string[] {
  const { references = [] } = JSON.parse(readFileSync(join(root, folder, 'tsconfig.json'), 'utf8')) as {
    references?: { path: string }[];
  };
  return references.map(({ path }) => relative(root, resolve(root, folder, path)));
}

describe('what a project imports is built before it', () => {
  it.each(projects)('%s', (folder) => {
    expect(referencesOf(folder)).toEqual(expect.arrayContaining(importsOf(folder)));
  });
});
