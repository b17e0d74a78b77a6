/** Shows how far an import is: a bar with rows a second and the time left on a terminal, plain lines elsewhere. */

/** `waiting`: for another import to end. */
export type Phase = 'waiting' | 'reading' | 'storing';
export type Progress = (phase: Phase, rows: number, of: number | undefined) => void;

const width = 24;
const plainEveryMs = 2000;

/** One line of progress. In: rows done, rows in all where known, seconds since the phase began. */
export function toProgressLine(phase: Phase, rows: number, of: number | undefined, seconds: number): string {
  if (phase === 'waiting') return 'Waiting for another import to end';
  const speed = seconds > 0 ? Math.round(rows / seconds) : 0;
  const done = `${rows.toLocaleString('en')}${of === undefined ? '' : `/${of.toLocaleString('en')}`} rows`;
  const left = of !== undefined && speed > 0 ? `, ${Math.ceil((of - rows) / speed)} s left` : '';
  const bar = of ? `${'█'.repeat(Math.floor((rows / of) * width)).padEnd(width, '·')} ` : '';
  return `${phase === 'reading' ? 'Reading' : 'Storing'} ${bar}${done}, ${speed.toLocaleString('en')} rows/s${left}`;
}

/** Out: who is told of each step. With `quiet` only a terminal sees it, on standard error. */
export function makeProgress(quiet: boolean): Progress {
  const out = quiet ? process.stderr : process.stdout;
  if (quiet && !out.isTTY) return () => undefined;
  let [phase, started, told]: [string, number, number] = ['', 0, 0];
  return (now, rows, of) => {
    const time = performance.now();
    if (now !== phase) {
      if (phase && out.isTTY) out.write('\n');
      [phase, started, told] = [now, time, time];
    }
    const isLast = rows === of;
    if (!out.isTTY && !isLast && time - told < plainEveryMs) return;
    told = time;
    const line = toProgressLine(now, rows, of, (time - started) / 1000);
    out.write(out.isTTY ? `\r\u001b[K${line}${isLast ? '\n' : ''}` : `${line}\n`);
  };
}
