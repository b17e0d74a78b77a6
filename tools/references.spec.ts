/**
 * Each project must name the projects that it imports, so that these are built first and a fresh clone builds
 * in one run. Specs and their helper files are a project of their own.
 */
import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
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

/**
 * What the compiler lists, tried again where it fails: a probe file of boundaries.spec.ts may be gone before it is read.
 */
function list(config: string, tries = 4): string {
  const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
  try {
    return execFileSync(process.execPath, [tsc, '--listFilesOnly', '-p', join(root, config)], {
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
    });
  } catch (error) {
    if (tries > 1) return list(config, tries - 1);
    throw error;
  }
}

/** The sources that a project is made of, as the compiler lists them. In: its tsconfig.json. Out: paths from the root. */
function sourcesOf(config: string): string[] {
  const listed = list(config);
  return (
    listed
      .split('\n')
      .map((path) => relative(root, path))
      .filter((path) => /^(apps|libs|tools)\/.*\.tsx?$/.test(path) && !path.includes('/dist/'))
      // Left out: boundaries.spec.ts makes and removes its probe files at the same time, and their imports are
      // forbidden ones.
      .filter((path) => !path.includes('/boundary-probe-'))
  );
}

function importsOf(sources: readonly string[]): string[] {
  const names = sources.flatMap((path) => [
    ...readFileSync(join(root, path), 'utf8').matchAll(/from '(@rapporteur\/[a-z-]+)/g),
  ]);
  return [...new Set(names.map(([, name]) => folderOf.get(name!)!))].sort();
}

function referencesOf(config: string): string[] {
  const { references = [] } = JSON.parse(readFileSync(join(root, config), 'utf8')) as {
    references?: { path: string }[];
  };
  return references.map(({ path }) => relative(root, resolve(root, dirname(config), path)));
}

const configs = [
  ...projects.map((folder) => `${folder}/tsconfig.json`),
  'tsconfig.spec.json',
  'apps/dashboard/tsconfig.spec.json',
];
const sources = new Map(configs.map((config) => [config, sourcesOf(config)]));

describe('what a project imports is built before it', () => {
  it.each(configs)('%s', (config) => {
    expect(referencesOf(config)).toEqual(expect.arrayContaining(importsOf(sources.get(config)!)));
  });
});

describe('each source', () => {
  it('belongs to a project: what belongs to none is checked by nobody', () => {
    const checked = new Set([...sources.values()].flat());
    const there = [...projects.map((folder) => `${folder}/src`), 'tools'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    );
    const unchecked = there.filter(
      (path) => /\.tsx?$/.test(path) && !path.includes('/boundary-probe-') && !checked.has(path),
    );
    expect(unchecked).toEqual([]);
  });
});
