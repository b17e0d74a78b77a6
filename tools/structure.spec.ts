/**
 * The folders of the sources: no circular imports between files or folders, not too many files in one, and each
 * named in ARCHITECTURE.md.
 */
import { expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const filesAtMost = 23;

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs'],
  {
    cwd: root,
  },
)
  .toString()
  .split('\n')
  .filter((file) => /\/src\/.*\.(tsx?|css)$/.test(file) && !file.includes('.spec.'));
const known = new Set(files);

/** The files of the same project that a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap(([, path]) => {
    const target = normalize(join(dirname(file), path!));
    return ['', '.ts', '.tsx']
      .map((end) => target.replace(/\.js$/, '') + end)
      .filter((name) => known.has(name));
  });
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The nodes of a graph that lie on a cycle: those that can be reached from themselves. */
function findCircles(graph: Graph): string[] {
  const reach = (from: string): Set<string> => {
    const reached = new Set<string>();
    const open = [...(graph.get(from) ?? [])];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (reached.has(node)) continue;
      reached.add(node);
      open.push(...(graph.get(node) ?? []));
    }
    return reached;
  };
  return [...graph.keys()].filter((node) => reach(node).has(node));
}

const imports: Graph = new Map(files.map((file) => [file, new Set(importsOf(file))]));

it('no file imports itself by way of others', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(findCircles(imports)).toEqual([]);
});

it('no folder imports itself by way of others', () => {
  const folders = new Map<string, Set<string>>(files.map((file) => [dirname(file), new Set()]));
  const isWithin = (one: string, other: string) => one === other || one.startsWith(`${other}/`);
  for (const [file, targets] of imports)
    for (const target of targets) {
      const [from, to] = [dirname(file), dirname(target)];
      if (!isWithin(from, to) && !isWithin(to, from)) folders.get(from)!.add(to);
    }
  expect(findCircles(folders)).toEqual([]);
});

it('a circle is found', () => {
  const graph = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c'])],
    ['c', new Set(['b'])],
  ]);
  expect(findCircles(graph)).toEqual(['b', 'c']);
});

const folders = [...new Set(files.map(dirname))];

it.each(folders)('%s is not too full', (folder) => {
  expect(files.filter((file) => dirname(file) === folder).length).toBeLessThanOrEqual(filesAtMost);
});

it('ARCHITECTURE.md names every folder of sources', () => {
  const named = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const tree = /## Folders\n([^]*?)\n## /.exec(named)?.[1] ?? '';
  const lacking = folders.filter((folder) => !tree.includes(`\`${folder}\``));
  expect(lacking).toEqual([]);
});
