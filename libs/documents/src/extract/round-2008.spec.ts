/** The report of 2008, where it is at hand: every paragraph is found by its number. */
import { expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractText } from './extract-text.js';

const path = fileURLToPath(new URL('../../../../../shared/sources/e-cn15-2008-6.zh.txt', import.meta.url));
const there = existsSync(path);
if (!there) process.stderr.write(`Skipped, for there is no ${path}: the report of 2008 as a document.\n`);

(there ? it : it.skip)('has 93 numbered paragraphs in a row', async () => {
  const { blocks, language } = (await extractText(path, 'text/plain')).read!.text;
  const numbers = blocks.flatMap(({ number }) => (number === null ? [] : [number]));
  expect([language, numbers]).toEqual(['zh', Array.from({ length: 93 }, (_, i) => i + 1)]);
});
