/**
 * For `node --import`: a server says when its event loop was held up, by the time that its own thread was at work,
 * so that a busy machine is not taken for a slow server.
 */
import { readFileSync } from 'node:fs';

const lookEveryMs = 20;
const msPerTick = 10;
const heldFromMs = 250;

/** What the first thread has worked (ms). */
function workedMs(): number {
  const stat = readFileSync(`/proc/self/task/${process.pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

let last = workedMs();
setInterval(() => {
  const now = workedMs();
  if (now - last > heldFromMs) process.stderr.write(`HELD ${now - last} ms\n`);
  last = now;
}, lookEveryMs).unref();
