/** Says whether the tests of a file that need a broker can run, and if not, once in a run, why and what to do. */
import { findBroker } from '@rapporteur/broker';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Out: whether a broker can be had; if not, the first file of a run to ask says in a line how to get one, and the tests
 * count as skipped. With CI set they may not be skipped: then it is true, and they fail on the missing broker.
 * Errors: when not run by Jest, whose set-up names the run's folder (TEST_RUN_FOLDER).
 */
export async function canHaveBroker(): Promise<boolean> {
  const finding = await findBroker();
  if (finding.found || process.env['CI']) return true;
  if (await isFirstToAsk()) process.stderr.write(`Tests that need Kafka are skipped. ${finding.missing}\n`);
  return false;
}

/**
 * Spec files share no memory, and several run at once: the first is the one whose `mkdir` makes the folder and
 * so returns its name.
 */
async function isFirstToAsk(): Promise<boolean> {
  const folder = process.env['TEST_RUN_FOLDER'];
  if (!folder) throw new Error('no run of tests: run them by "npm test" or "node tools/jest.mjs FILE"');
  return (await mkdir(join(folder, 'no-broker'), { recursive: true })) !== undefined;
}
