/** No migration is left out of its package's list, and none has the number of another. */
import { expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const list = ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/*.ts', 'libs/*.ts'];
const texts = execFileSync('git', list, { cwd: root })
  .toString()
  .trim()
  .split('\n')
  .map((file) => readFileSync(join(root, file), 'utf8'));
const classes = texts.flatMap((text) =>
  [...text.matchAll(/class (\w+?)(\d{13}) implements/g)].map(([, name, number]) => ({ name, number })),
);

it('every migration stands in a list', () => {
  expect(classes.length).toBeGreaterThan(5);
  const lists = texts.filter((text) => /igrations\b.*= \[/.test(text)).join('\n');
  const listed = ({ name, number }: (typeof classes)[number]) =>
    new RegExp(`= \\[[^\\]]*\\b${name}${number}\\b`).test(lists);
  expect(classes.filter((one) => !listed(one))).toEqual([]);
});

it('every migration has a number of its own', () => {
  expect(new Set(classes.map(({ number }) => number)).size).toBe(classes.length);
});
