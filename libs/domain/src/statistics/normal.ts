/** The standard normal distribution, as far as approximate tests need it. */

/** P(Z >= z): a power series near the middle, a continued fraction in the tail (Abramowitz and Stegun 26.2.11, 26.2.14). */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 3) {
    let fraction = z;
    for (let k = 60; k >= 1; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density * sum;
}

/**
 * The z that a standard normal variable exceeds with the given probability, by bisection.
 * @param probability between 0 and 0.5, both excluded
 */
export function normalUpperQuantile(probability: number): number {
  let [low, high] = [0, 40];
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    if (normalUpperTail(middle) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
