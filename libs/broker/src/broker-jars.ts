/** Java and the jars of Apache Kafka: whether they can be had here, and where they lie. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pom = fileURLToPath(new URL('../../../tools/kafka/pom.xml', import.meta.url));

/** The Kafka that the pom names; the Docker image has the same. */
export const kafkaVersion = '4.3.0';

const howToGet =
  'Install Java 17 or newer and Maven: Debian and Ubuntu "apt-get install openjdk-17-jre-headless maven", ' +
  'macOS "brew install openjdk maven", Windows "winget install EclipseAdoptium.Temurin.21.JRE" and Maven. Maven is needed once.';

/** Whether a broker can be started here; if not, what is missing and how to get it. */
export type BrokerFinding = { readonly found: true } | { readonly found: false; readonly missing: string };

/** Folder that the jars are kept in: KAFKA_CACHE, or `.cache/kafka` beside the sources. */
export const kafkaCache = (env: NodeJS.ProcessEnv): string =>
  env['KAFKA_CACHE'] || fileURLToPath(new URL('../../../.cache/kafka', import.meta.url));

/** Looks for Java 17 or newer and for the jars, or for Maven that can fetch them. */
export async function findBroker(env: NodeJS.ProcessEnv = process.env): Promise<BrokerFinding> {
  const java = await javaVersion();
  if (java === undefined)
    return { found: false, missing: `Kafka needs Java, and there is none on the PATH. ${howToGet}` };
  if (java < 17)
    return {
      found: false,
      missing: `Kafka ${kafkaVersion} needs Java 17 or newer; this is ${java}. ${howToGet}`,
    };
  if (await hasJars(kafkaCache(env))) return { found: true };
  const maven = await run('mvn', ['--version']).then(
    () => true,
    () => false,
  );
  return maven
    ? { found: true }
    : {
        found: false,
        missing: `The jars of Kafka are not in ${kafkaCache(env)}, and there is no Maven to fetch them. ${howToGet}`,
      };
}

async function javaVersion(): Promise<number | undefined> {
  const told = await run('java', ['-version']).catch(() => undefined);
  const version = /version "(\d+)/.exec(told?.stderr ?? '');
  return version ? Number(version[1]) : undefined;
}

const stampOf = (cache: string) => join(cache, 'lib', '.complete');

async function hasJars(cache: string): Promise<boolean> {
  const stamp = await readFile(stampOf(cache), 'utf8').catch(() => '');
  return stamp === (await readFile(pom, 'utf8'));
}

/**
 * Resolves the jars from Maven Central, once for each state of the pom.
 * Out: the class path. Errors: what `findBroker` says is missing, or what Maven said.
 */
export async function resolveJars(
  env: NodeJS.ProcessEnv = process.env,
  onStep?: (step: string) => void,
): Promise<string> {
  const cache = kafkaCache(env);
  const finding = await findBroker(env);
  if (!finding.found) throw new Error(finding.missing);
  if (!(await hasJars(cache))) {
    onStep?.(`Fetching Apache Kafka ${kafkaVersion} (54 MB, once)`);
    const fresh = join(cache, `lib.${process.pid}`);
    await mkdir(cache, { recursive: true });
    await run('mvn', [
      '-q',
      '-B',
      '-f',
      pom,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${fresh}`,
    ]).catch((error: Error & { stdout?: string }) => {
      throw new Error(`Maven could not fetch Kafka: ${error.stdout || error.message}`);
    });
    await writeFile(join(fresh, '.complete'), await readFile(pom, 'utf8'));
    // Two runs may fetch at once: the second finds the folder complete and deletes its own copy.
    if (!(await hasJars(cache))) {
      await rm(join(cache, 'lib'), { recursive: true, force: true });
      await rename(fresh, join(cache, 'lib')).catch(async (error: Error) => {
        if (!(await stat(stampOf(cache)).catch(() => undefined))) throw error;
      });
    }
    await rm(fresh, { recursive: true, force: true });
  }
  return join(cache, 'lib', '*');
}
