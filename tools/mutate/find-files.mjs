// Finds the sources of a package that get faults, and the specs that test them: by file names, in whichever
// folder they are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `*` stands for a part of a name, `**` for any number of folders. */
const toPattern = (glob) =>
  new RegExp(
    `(?:^|/)${glob
      .split('**/')
      .map((part) => part.replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*'))
      .join('(?:.*/)?')}$`,
  );

const filesOf = (root, folder) =>
  readdirSync(join(root, folder), { recursive: true }).map(
    (file) => `${folder}/${file.replaceAll('\\', '/')}`,
  );

/** Out: for each package its globs of specs, and its sources that get no faults, each with the reason. */
export const readPackages = (root) =>
  JSON.parse(readFileSync(join(root, 'tools/mutate/packages.json'), 'utf8'));

/**
 * In: the root, the name of a package, and the paths that were asked for. Out: the sources that get faults, as
 * paths from the root.
 */
export function findSources(root, name, paths) {
  const leftOut = Object.keys(readPackages(root)[name].leftOut).map(toPattern);
  return filesOf(root, `${name}/src`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('/index.ts'))
    .filter((file) => !leftOut.some((pattern) => pattern.test(file)))
    .filter((file) => paths.some((path) => `${file}/`.startsWith(`${path}/`)))
    .sort();
}

/**
 * In: the root, the name of a package, and sources of it. Out: the sources in groups, each with the specs that
 * test it: the nearest specs where packages.json says so, else all specs that need neither a broker nor a
 * browser.
 */
export function groupBySpecs(root, name, sources) {
  const { specs: globs, nearest = {}, notRun = {} } = readPackages(root)[name];
  const leftOut = Object.keys(notRun).map(toPattern);
  const specs = globs.flatMap((glob) =>
    filesOf(root, glob.slice(0, glob.search(/\/[^/]*\*/)))
      .filter((file) => toPattern(glob).test(file) && !/\.(kafka|e2e)\.spec\.ts$/.test(file))
      .filter((file) => !leftOut.some((pattern) => pattern.test(file)))
      .sort(),
  );
  const groups = new Map();
  for (const source of sources) {
    const [, names] = Object.entries(nearest).find(([glob]) => toPattern(glob).test(source)) ?? [];
    const own = names ? specs.filter((spec) => names.some((each) => toPattern(each).test(spec))) : specs;
    const group = groups.get(own.join()) ?? { specs: own, sources: [] };
    group.sources.push(source);
    groups.set(own.join(), group);
  }
  return [...groups.values()];
}
