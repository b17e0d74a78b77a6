/** The page for desk officers tells of every claim and every attribute that there is. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { claimKinds } from './claim-kinds.js';

const page = readFileSync(new URL('../../../../docs/report.md', import.meta.url), 'utf8');

describe('docs/report.md', () => {
  it.each(claimKinds.map((kind) => [kind.name, kind] as const))(
    'has the claim %s with its attributes',
    (name, kind) => {
      const row = page
        .split('\n')
        .find((line) => line.startsWith(`| \`${kind.place === 'block' ? '::' : ':'}${name}\` |`));
      expect(
        Object.keys(kind.attributes.shape).filter((each) => !row!.split('|')[2]!.includes(`\`${each}\``)),
      ).toEqual([]);
    },
  );

  it('has no other', () => {
    expect(page.split('\n').filter((line) => /^\| `::?[a-z]/.test(line))).toHaveLength(claimKinds.length);
  });
});

it.each(claimKinds.map((kind) => [kind.name, kind] as const))('%s says what it gives', (_, { gives }) => {
  expect(gives).toMatch(/^[a-z`].{20}/);
});
