/** Says whether other programs that a test compares ours with are on this machine. */
import { spawnSync } from 'node:child_process';

/**
 * In: commands that must end well, by the Debian package that has them: `{ 'poppler-utils': ['pdftotext', '-v'] }`.
 * Out: whether all do; if not, a line says what to install and the tests count as skipped. With CI set they may not be
 * skipped: then it is true, and they fail on what is missing.
 */
export function canRun(programs: Readonly<Record<string, readonly [string, ...string[]]>>): boolean {
  const missing = Object.entries(programs)
    .filter(([, [command, ...args]]) => spawnSync(command, args, { stdio: 'ignore' }).status !== 0)
    .map(([name]) => name);
  if (missing.length === 0 || process.env['CI']) return true;
  process.stderr.write(`Tests are skipped that need ${missing.join(', ')}: apt-get install them.\n`);
  return false;
}
