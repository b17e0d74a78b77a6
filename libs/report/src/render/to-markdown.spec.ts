/** A report as Markdown: footnotes, tables, charts, and what is left to be written. */
import { describe, expect, it } from '@jest/globals';
import { buildReport } from '../file/build-report.js';
import { draftReport } from '../file/draft-report.js';
import { loadLanguage } from '../document/language.js';
import { parseReport } from '../file/parse-report.js';
import { factsOf, round2008Events } from '../facts/round-2008-facts.js';
import { toMarkdown } from './to-markdown.js';

describe('the report as Markdown', () => {
  it('has footnotes, tables and charts, and says what is open', async () => {
    const context = { facts: factsOf(round2008Events(), '2008-01-24'), language: await loadLanguage('en') };
    const reading = parseReport(await draftReport(context.facts, context.language));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const text = toMarkdown(buildReport(reading.file, context));
    expect(text).toContain('[^10]: Bulgaria, Croatia, Hungary, Latvia, Liechtenstein and Poland.');
    expect(text).toContain('| 2006 | 67 | 56 | 37 |');
    expect(text).toContain('> **To be written:** Recommendations');
    expect(text).toMatch(/!\[Croatia: victims identified: .*\]\(data:image\/svg\+xml;base64,/);
    expect(text).toContain('1,037 from July 2002 to October 2007');
  });
});
