/** Logarithms of factorials, for probabilities of counts. */

/** Below 32 by multiplication. */
const small = Array.from({ length: 32 }, (_, m) => {
  let product = 1;
  for (let k = 2; k <= m; k++) product *= k;
  return Math.log(product);
});

/** Stirling's series, exact to the last digits from 32 up; below by multiplication. In: a whole number from 0. */
export function logFactorial(m: number): number {
  if (m < 32) return small[m]!;
  const x = 1 / m;
  return m * Math.log(m) - m + Math.log(2 * Math.PI * m) / 2 + x / 12 - x ** 3 / 360 + x ** 5 / 1260;
}
