/** A report as Markdown: footnotes, tables, charts, and what is left to be written. */
import { describe, expect, it } from '@jest/globals';
import type { Block, Inline } from '../document/document.js';
import { sampleReport } from '../samples/sample-report.js';
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

  const text = (written: string): Inline => ({ kind: 'text', text: written });
  const of = (...blocks: Block[]) =>
    toMarkdown({ ...sampleReport, document: { ...sampleReport.document, blocks } })
      .split('\n\n')
      .slice(4);

  it('links to web addresses as they stand, and to nothing else', () => {
    const link = (href: string): Inline => ({ kind: 'link', href, inlines: [text('here')] });
    const inlines = ['HTTPS://undocs.org/E_1', 'javascript:alert(1)', 'file:///etc/passwd', 'x'].map(link);
    expect(of({ kind: 'paragraph', inlines })).toEqual(['[here](HTTPS://undocs.org/E_1)hereherehere\n']);
  });

  it('keeps what Markdown would take for its own as words', () => {
    const words = ['# a', '1. b', '+ c', '- d', 'e # 1. + -', '*_`[]<>|\\'].map(text);
    expect(words.map((one) => of({ kind: 'paragraph', inlines: [one] })[0]!.trim())).toEqual([
      ...['\\# a', '\\1. b', '\\+ c', '\\- d', 'e # 1. + -', '\\*\\_\\`\\[\\]\\<\\>\\|\\\\'],
    ]);
  });

  it('has headings by their level, lists by their style, and emphasis by its strength', () => {
    const list = (style: 'letters' | 'numbers' | 'bullets') =>
      of({ kind: 'list', style, items: [[text('a')], [text('b')]] })[0];
    expect([list('letters'), list('numbers'), list('bullets')]).toEqual([
      ...['1. a\n2. b\n', '1. a\n2. b\n', '- a\n- b\n'],
    ]);
    const strength = (one: 'emphasis' | 'strong'): Inline => ({
      ...{ kind: 'emphasis', strength: one, inlines: [text('x')] },
    });
    expect(
      of(
        { kind: 'heading', level: 1, label: 'I.', inlines: [text('a')] },
        { kind: 'heading', level: 3, inlines: [text('b')] },
        { kind: 'paragraph', number: 7, inlines: [strength('emphasis'), text(' '), strength('strong')] },
      ),
    ).toEqual(['# I. a', '### b', '7\\. *x* **x**\n']);
  });
});
