/** Takes the ruled lines of tables out of a picture: an OCR takes them for letters, and loses the figures beside them. */

/** A picture in grey: one byte for each pixel, 0 is black. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Darker pixels may be of a line. */
const dark = 160;
/** How long a line is at the least, as a part of the longer side of a page (13 and 7 mm of A4), and in pixels. */
const [shortestAcross, shortestDown] = [
  { part: 0.045, pixels: 100 },
  { part: 0.025, pixels: 60 },
] as const;
/** A thicker one is no line but a dark ground (part of the longer side; 1 mm of A4). */
const thickest = 0.0035;

/**
 * In: a picture in grey. Its long thin lines across become white in place, and those down that begin or end at one: no stroke of a
 * letter is so long, or, where letters are large, stands so. Out: how many were found.
 */
export function eraseRules({ data, width, height }: Grey): number {
  const longest = Math.max(width, height);
  const thick = Math.max(Math.ceil(longest * thickest), 3);
  const least = ({ part, pixels }: { part: number; pixels: number }) => Math.max(longest * part, pixels);
  const across = runsOf(
    data,
    { steps: width, step: 1, lines: height, line: width },
    least(shortestAcross),
    thick,
  );
  if (across.length === 0) return 0;
  const isAcross = new Uint8Array(data.length);
  for (const { start, length } of across) isAcross.fill(1, start, start + length);
  const meets = (at: number) => {
    for (let away = -thick; away <= thick; away += 1) if (isAcross[at + away * width] === 1) return true;
    return false;
  };
  const down = runsOf(
    data,
    { steps: height, step: width, lines: width, line: 1 },
    least(shortestDown),
    thick,
  ).filter(({ start, length }) => meets(start) || meets(start + (length - 1) * width));
  for (const { start, length, step, line } of [...across, ...down])
    // The pixels beside a line are grey of it.
    for (const beside of [-line, 0, line])
      for (let i = 0, at = start + beside; i < length; i += 1, at += step)
        if (at >= 0 && at < data.length) data[at] = 255;
  return across.length + down.length;
}

/** How pixels are walked: so many steps in each of so many lines, and how far the next pixel and the next line are. */
interface Walk {
  readonly steps: number;
  readonly step: number;
  readonly lines: number;
  readonly line: number;
}

interface Run extends Pick<Walk, 'step' | 'line'> {
  readonly start: number;
  readonly length: number;
}

function runsOf(data: Uint8Array, walk: Walk, shortest: number, thick: number): Run[] {
  const { steps, step, lines, line } = walk;
  const runs: Run[] = [];
  for (let n = 0; n < lines; n += 1) {
    const first = n * line;
    let length = 0;
    for (let i = 0, at = first; i <= steps; i += 1, at += step) {
      if (i < steps && data[at]! < dark) {
        length += 1;
        continue;
      }
      const run = { start: at - length * step, length, step, line };
      if (length >= shortest && isThin(data, run, n, lines, thick)) runs.push(run);
      length = 0;
    }
  }
  return runs;
}

/** Whether it is light on both sides, at no more than the thickness of a line. */
function isThin(
  data: Uint8Array,
  { start, length, step, line }: Run,
  n: number,
  lines: number,
  thick: number,
): boolean {
  return [-thick, thick].every((away) => {
    if (n + away < 0 || n + away >= lines) return true;
    let darkOnes = 0;
    for (let i = 0, at = start + away * line; i < length; i += 1, at += step)
      if (data[at]! < dark) darkOnes += 1;
    return darkOnes < length / 2;
  });
}
