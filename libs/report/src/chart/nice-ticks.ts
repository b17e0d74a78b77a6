/** Round numbers for an axis that begins at zero. */

/** In: the greatest value (> 0), how many steps at most. Out: 0, then equal steps of 1, 2 or 5 × 10ⁿ (whole) past it. */
export function niceTicks(greatest: number, steps: number): number[] {
  const raw = greatest / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((one) => one * power >= raw)!;
  const step = Math.max(1, factor * power);
  const count = Math.ceil(greatest / step);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}
