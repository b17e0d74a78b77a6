/** The reports in `reports/` are what `npm run report -- new` writes, until a person edits them and says so here. */
import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { draftReport } from './draft-report.js';
import { loadLanguage } from '../document/language.js';
import { factsOf, round2008Events } from '../facts/round-2008-facts.js';

it.each(['en', 'zh'])('reports/ecosoc-2006-27-2008/report.%s.md is the draft, unedited', async (code) => {
  const path = new URL(`../../../../reports/ecosoc-2006-27-2008/report.${code}.md`, import.meta.url);
  const facts = factsOf(round2008Events(), '2008-01-24');
  expect(readFileSync(path, 'utf8')).toBe(await draftReport(facts, await loadLanguage(code)));
});
