// Which sources of a package get faults, and by which specs these may be noticed: by names, wherever a file lies.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `*` stands for a part of a name, `**` for folders, however many. */
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

/** In: the root, the name of a package and the paths asked for. Out: sources to put faults into, from the root. */
export function findSources(root, name, paths) {
  const leftOut = Object.keys(readPackages(root)[name].leftOut).map(toPattern);
  return filesOf(root, `${name}/src`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('/index.ts'))
    .filter((file) => !leftOut.some((pattern) => pattern.test(file)))
    .filter((file) => paths.some((path) => `${file}/`.startsWith(`${path}/`)))
    .sort();
}

/** In: the root and the name of a package. Out: its specs without those that need a broker or a browser, from the root. */
export function findSpecs(root, name) {
  const { specs, notRun = {} } = readPackages(root)[name];
  const leftOut = Object.keys(notRun).map(toPattern);
  return specs.flatMap((glob) =>
    filesOf(root, glob.slice(0, glob.search(/\/[^/]*\*/)))
      .filter((file) => toPattern(glob).test(file) && !/\.(kafka|e2e)\.spec\.ts$/.test(file))
      .filter((file) => !leftOut.some((pattern) => pattern.test(file)))
      .sort(),
  );
}
