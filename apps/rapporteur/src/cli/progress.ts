/** Progress as one line: redrawn in place on a terminal, written from time to time elsewhere. */

const width = 24;

/** A bar that shows which share is done. */
export function toBar(done: number, of: number): string {
  const share = of === 0 ? 1 : Math.min(1, done / of);
  return '█'.repeat(Math.floor(share * width)).padEnd(width, '·');
}

export interface LineOptions {
  readonly out?: NodeJS.WriteStream;
  /** The shortest time between two lines where there is no terminal (ms). The last line is always written. */
  readonly plainEveryMs: number;
  /** The shortest time between two drawings on a terminal (ms). */
  readonly drawnEveryMs?: number;
}

/** Out: a function that takes the present text of the line, and whether it is the last one. */
export function makeLine({ out = process.stdout, plainEveryMs, drawnEveryMs = 0 }: LineOptions) {
  let told = performance.now();
  return (text: () => string, isLast: boolean): void => {
    const now = performance.now();
    if (!isLast && now - told < (out.isTTY ? drawnEveryMs : plainEveryMs)) return;
    told = now;
    out.write(out.isTTY ? `\r\u001b[K${text()}${isLast ? '\n' : ''}` : `${text()}\n`);
  };
}

/** A line with bar, rate and time left, shown as soon as something is done. */
export function makeProgress(title: string): (done: number, of: number) => void {
  const started = performance.now();
  const tell = makeLine({ plainEveryMs: 5000, drawnEveryMs: 200 });
  return (done, of) => {
    const isLast = done >= of;
    if (done === 0 && !isLast) return;
    tell(() => {
      const rate = done / Math.max((performance.now() - started) / 1000, 0.001);
      const left = isLast ? '' : `, ${Math.ceil((of - done) / rate)} s left`;
      return `${title} ${toBar(done, of)} ${done}/${of}, ${Math.round(rate)}/s${left}`;
    }, isLast);
  };
}
