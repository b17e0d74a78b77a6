/** One thing wrong with an input: where, what was expected, and what may have been meant. */

export interface Problem {
  /** JSON pointer (RFC 6901) into the body; empty for the whole. */
  readonly pointer: string;
  /** A stable code: `unknown-indicator`, `not-a-count` … */
  readonly code: string;
  readonly message: string;
  readonly expected?: string;
  readonly suggestions?: readonly string[];
}

/** A JSON pointer from path segments. */
export function toPointer(path: readonly (string | number | symbol)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Edit distance between two strings in code points (Wagner and Fischer, 1974). */
export function editDistance(a: string, b: string): number {
  const right = [...b];
  let row = right.map((_, i) => i + 1);
  row.unshift(0);
  [...a].forEach((x, i) => {
    const next = [i + 1];
    right.forEach((y, j) => {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (x === y ? 0 : 1)));
    });
    row = next;
  });
  return row[right.length]!;
}

/** Up to three codes near to what was written, nearest first; none when nothing is near. */
export function suggestCodes(written: string, codes: readonly string[]): string[] {
  const wanted = written.toLowerCase().slice(0, 80);
  return codes
    .map((code) => ({
      code,
      distance: code.includes(wanted) && wanted.length > 3 ? 1 : editDistance(wanted, code),
    }))
    .filter(({ code, distance }) => distance <= Math.max(2, Math.floor(code.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, 3)
    .map(({ code }) => code);
}
