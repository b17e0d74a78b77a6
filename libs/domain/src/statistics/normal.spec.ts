/** Checks the normal distribution against scipy. */

import { describe, expect, it } from '@jest/globals';
import { normalUpperQuantile, normalUpperTail } from './normal.js';

describe('standard normal distribution', () => {
  // scipy 1.17.1, scipy.stats.norm.sf
  it.each([
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1.96, 0.024997895148220435],
    [3, 0.0013498980316300933],
    [3.5, 0.00023262907903552502],
    [6, 9.865876450376946e-10],
    [8, 6.22096057427174e-16],
  ])('upper tail at %d', (z, p) => {
    expect(normalUpperTail(z) / p).toBeCloseTo(1, 10);
    expect(normalUpperTail(-z)).toBeCloseTo(1 - p, 12);
  });

  // scipy 1.17.1, scipy.stats.norm.isf
  it.each([
    [0.025, 1.9599639845400545],
    [0.05, 1.6448536269514729],
    [0.005, 2.575829303548901],
    [1e-6, 4.753424308822899],
  ])('upper quantile of %d', (p, z) => {
    expect(normalUpperQuantile(p)).toBeCloseTo(z, 10);
  });
});
