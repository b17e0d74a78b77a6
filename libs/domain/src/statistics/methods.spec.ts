/** Checks that docs/methods.md names every method here, and that its table of what is significant is true. */

import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { exactTwoSidedP } from './kendall-distribution.js';

const here = new URL('.', import.meta.url);
const methods = readFileSync(new URL('../../../../docs/methods.md', here), 'utf8');
/** Parts that the methods are made of, without a claim of their own. */
const parts = ['interval.ts', 'keep-pairs.ts', 'normal.ts'];

describe('docs/methods.md', () => {
  it('names each method by its file', () => {
    const files = readdirSync(here).filter((name) => !name.endsWith('.spec.ts') && !parts.includes(name));
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((name) => !methods.includes(`\`${name}\``))).toEqual([]);
  });

  it('says rightly how many pairs may go the other way', () => {
    const rows = [...methods.matchAll(/^\| (\d+) +\| (\d+) +\| (\d+) +\|$/gm)].map((row) =>
      row.slice(1).map(Number),
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const [n, pairs, contrary] of rows) {
      const untied = new Array<number>(n!).fill(1);
      expect(pairs).toBe((n! * (n! - 1)) / 2);
      expect(exactTwoSidedP(untied, pairs! - 2 * contrary!)).toBeLessThan(0.05);
      expect(exactTwoSidedP(untied, pairs! - 2 * (contrary! + 1))).toBeGreaterThanOrEqual(0.05);
    }
    expect(exactTwoSidedP([1, 1, 1, 1], 6)).toBeCloseTo(0.083, 3);
  });
});
