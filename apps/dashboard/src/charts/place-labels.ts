/** Where the texts of a chart go, so that no two of them touch: those that are needed move, the others give way. */

/** A text that a chart would like to have. Places are in pixels from the upper left corner of the chart. */
export interface Wanted {
  readonly text: string;
  /** Of the point that it names. */
  readonly x: number;
  readonly y: number;
  /** How far from that point it stands. */
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle';
  /** Whether nothing else in the chart names its series. */
  readonly isNeeded: boolean;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Widths in parts of the size of the font, as wide as a W: the font is not known before the reader’s browser draws. */
const widthOfSign = 1;
const widthOfSpace = 0.35;
const height = 1.4;
/** How many lines a needed text is moved at most; beyond that nobody would find what it names. */
const linesAtMost = 8;

/** The room of a text. In: its place, and the size of the font in pixels. */
export function boxOf({ text, x, y, dx, dy, anchor }: Omit<Wanted, 'isNeeded'>, fontSize: number): Box {
  const signs = [...text].map((sign) => (sign === ' ' ? widthOfSpace : widthOfSign));
  const width = fontSize * signs.reduce((sum, one) => sum + one, 0);
  const left = x + dx - (anchor === 'middle' ? width / 2 : 0);
  const half = (fontSize * height) / 2;
  return { left, right: left + width, top: y + dy - half, bottom: y + dy + half };
}

const touch = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * In: texts by how much they matter, the room that is taken, the upper and lower end of the chart, the size of the font.
 * Out: those that have room, each moved up or down as far as it had to be. A text that is not needed is never moved.
 */
export function placeLabels<T extends Wanted>(
  wanted: readonly T[],
  taken: readonly Box[],
  frame: Pick<Box, 'top' | 'bottom'>,
  fontSize: number,
): T[] {
  const boxes = [...taken];
  const steps = Array.from({ length: 2 * linesAtMost + 1 }, (_, i) => (i % 2 === 0 ? i / 2 : -(i + 1) / 2));
  const placed: T[] = [];
  for (const one of [...wanted.filter(({ isNeeded }) => isNeeded), ...wanted.filter((w) => !w.isNeeded)]) {
    for (const step of one.isNeeded ? steps : [0]) {
      const at = { ...one, dy: one.dy + step * fontSize * height };
      const box = boxOf(at, fontSize);
      if (step !== 0 && (box.top < frame.top || box.bottom > frame.bottom)) continue;
      // Near an end of the chart it moves into it, so as not to touch the years below.
      const inward = Math.min(0, frame.bottom - box.bottom);
      const moved = { ...box, top: box.top + inward, bottom: box.bottom + inward };
      if (boxes.some((other) => touch(moved, other))) continue;
      boxes.push(moved);
      placed.push({ ...at, dy: at.dy + inward });
      break;
    }
  }
  return placed;
}
