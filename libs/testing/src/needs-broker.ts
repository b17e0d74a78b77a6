/** Says whether the tests of a file that need a broker can run, and if not, once, why and what to do. */
import { findBroker } from './broker-jars.js';

/**
 * Out: whether a broker can be had; if not, a line says how to get one and the tests count as skipped.
 * With CI set they may not be skipped: then it is true, and they fail on the missing broker.
 */
export async function canHaveBroker(): Promise<boolean> {
  const finding = await findBroker();
  if (finding.found || process.env['CI']) return true;
  process.stderr.write(`Tests that need Kafka are skipped. ${finding.missing}\n`);
  return false;
}
