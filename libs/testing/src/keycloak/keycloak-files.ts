/** Keycloak's distribution: whether it can be had here, and where it lies. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pom = fileURLToPath(new URL('../../../../tools/keycloak/pom.xml', import.meta.url));

/** The Keycloak that the pom names; docker-compose.yml has the same. */
export const keycloakVersion = '26.0.7';

/** KEYCLOAK_CACHE, or `.cache/keycloak` beside the sources. */
const cacheOf = (env: NodeJS.ProcessEnv): string =>
  env['KEYCLOAK_CACHE'] || fileURLToPath(new URL('../../../../.cache/keycloak', import.meta.url));

const isThere = async (cache: string): Promise<boolean> =>
  (await readFile(join(cache, 'server', '.complete'), 'utf8').catch(() => '')) ===
  (await readFile(pom, 'utf8'));

/** Out: what is missing to run Keycloak here, and how to get it; undefined where nothing is. */
export async function findMissingForKeycloak(
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const howTo =
    'Install Java 17 or newer and Maven: Debian and Ubuntu "apt-get install openjdk-17-jre-headless maven".';
  const java = await run('java', ['-version']).catch(() => undefined);
  if (Number(/version "(\d+)/.exec(java?.stderr ?? '')?.[1] ?? 0) < 17)
    return `Keycloak ${keycloakVersion} needs Java 17 or newer on the PATH. ${howTo}`;
  if (await isThere(cacheOf(env))) return undefined;
  const maven = await run('mvn', ['--version']).catch(() => undefined);
  return maven
    ? undefined
    : `Keycloak is not in ${cacheOf(env)}, and there is no Maven to fetch it. ${howTo}`;
}

/** Fetches the distribution from Maven Central, once for each state of the pom (147 MB). Out: its folder. Errors: what Maven said. */
async function fetchKeycloak(env: NodeJS.ProcessEnv): Promise<string> {
  const cache = cacheOf(env);
  const kept = join(cache, 'server');
  if (await isThere(cache)) return kept;
  const missing = await findMissingForKeycloak(env);
  if (missing) throw new Error(missing);
  const fresh = join(cache, `fresh.${process.pid}`);
  await mkdir(fresh, { recursive: true });
  const settings = ['-DincludeTypes=zip', '-DexcludeTransitive=true', `-DoutputDirectory=${fresh}`];
  const markers = `-DmarkersDirectory=${join(fresh, 'markers')}`;
  await run('mvn', ['-q', '-B', '-f', pom, 'dependency:unpack-dependencies', ...settings, markers]).catch(
    (error: Error & { stdout?: string }) => {
      throw new Error(`Maven could not fetch Keycloak: ${error.stdout || error.message}`);
    },
  );
  const unpacked = join(fresh, `keycloak-${keycloakVersion}`);
  await writeFile(join(unpacked, '.complete'), await readFile(pom, 'utf8'));
  // Two runs may fetch at once: the second finds the folder complete and deletes its own copy.
  if (!(await isThere(cache))) {
    await rm(kept, { recursive: true, force: true });
    await rename(unpacked, kept).catch(async (error: Error) => {
      if (!(await isThere(cache))) throw error;
    });
  }
  await rm(fresh, { recursive: true, force: true });
  return kept;
}

/** Copies the distribution, in which Keycloak writes its data and what it builds. In: the folder. Errors: as of fetching. */
export async function layOutKeycloak(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  await cp(await fetchKeycloak(env), folder, { recursive: true });
}
