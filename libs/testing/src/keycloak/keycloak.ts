/** A real Keycloak for tests, on a free port, with a realm and with what the composition of services says of it. */
import { findFreePorts } from '@rapporteur/broker';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCommand, type RunningCommand } from '../process.js';
import { findMissingForKeycloak, layOutKeycloak } from './keycloak-files.js';

export interface KeycloakOptions {
  /** The file of the realm. */
  readonly realmFile: string;
  readonly realm: string;
  /** What follows `kc.sh`. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Keycloak {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  readonly issuer: string;
  stop(): Promise<void>;
}

/**
 * Out: whether Keycloak can be had; if not, a line says how to get it, and the tests count as skipped. With CI set they
 * may not be skipped: then it is true, and they fail.
 */
export async function canHaveKeycloak(): Promise<boolean> {
  const missing = await findMissingForKeycloak();
  if (missing === undefined || process.env['CI']) return true;
  process.stderr.write(`Tests that need Keycloak are skipped. ${missing}\n`);
  return false;
}

/** Starts it and waits until it answers: 30 to 100 s. Errors: what it wrote before it ended, or after five minutes. */
export async function startKeycloak({ realmFile, realm, command, env }: KeycloakOptions): Promise<Keycloak> {
  const base = await mkdtemp(join(tmpdir(), 'rapporteur-keycloak-'));
  const home = join(base, 'keycloak');
  await layOutKeycloak(home);
  await mkdir(join(home, 'data', 'import'), { recursive: true });
  await cp(realmFile, join(home, 'data', 'import', 'realm.json'));
  const [port] = await findFreePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const issuer = `${url}/realms/${realm}`;
  const running = startCommand('sh', [join(home, 'bin', 'kc.sh'), ...command], {
    cwd: home,
    env: { ...env, KC_HTTP_PORT: String(port), KC_HTTP_HOST: '127.0.0.1', KC_HOSTNAME: url },
  });
  const stop = async () => {
    running.child.kill('SIGTERM');
    await running.ended;
    await rm(base, { recursive: true, force: true });
  };
  await waitFor(issuer, running).catch(async (error: Error) => {
    await stop();
    throw error;
  });
  return { url, issuer, stop };
}

async function waitFor(issuer: string, { child, output }: RunningCommand): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null || child.signalCode !== null) break;
    await sleep(500);
  }
  throw new Error(`Keycloak did not start:\n${output().slice(-4000)}`);
}
