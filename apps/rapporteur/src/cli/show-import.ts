/** Shows the progress of an import: a bar with rows a second and the time left. */
import { makeLine, toBar } from './progress.js';

/** `waiting`: the import waits until another one ends. */
export type Phase = 'waiting' | 'reading' | 'storing';
export type ImportProgress = (phase: Phase, rows: number, of: number | undefined) => void;

/** One line of progress. In: rows done, rows in all where known, seconds since the phase began. */
export function toProgressLine(phase: Phase, rows: number, of: number | undefined, seconds: number): string {
  if (phase === 'waiting') return 'Waiting for another import to end';
  const speed = seconds > 0 ? Math.round(rows / seconds) : 0;
  const done = `${rows.toLocaleString('en')}${of === undefined ? '' : `/${of.toLocaleString('en')}`} rows`;
  const left = of !== undefined && speed > 0 ? `, ${Math.ceil((of - rows) / speed)} s left` : '';
  const bar = of ? `${toBar(rows, of)} ` : '';
  return `${phase === 'reading' ? 'Reading' : 'Storing'} ${bar}${done}, ${speed.toLocaleString('en')} rows/s${left}`;
}

/**
 * Out: a function that is called for each step. With `quiet` progress is shown only on a terminal, by standard
 * error.
 */
export function showImport(quiet: boolean): ImportProgress {
  const out = quiet ? process.stderr : process.stdout;
  if (quiet && !out.isTTY) return () => undefined;
  let [phase, started] = ['', 0];
  let tell: ReturnType<typeof makeLine>;
  return (now, rows, of) => {
    if (now !== phase) {
      if (phase && out.isTTY) out.write('\n');
      [phase, started] = [now, performance.now()];
      tell = makeLine({ out, plainEveryMs: 2000 });
    }
    tell(() => toProgressLine(now, rows, of, (performance.now() - started) / 1000), rows === of);
  };
}
