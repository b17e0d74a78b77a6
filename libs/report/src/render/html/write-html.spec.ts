/** What the page must be: one file, whole, safe from what replies say, every link in it leading somewhere. */
import { describe, expect, it } from '@jest/globals';
import type { Inline, Report } from '../../document/document.js';
import { sampleReport } from '../../samples/sample-report.js';
import { longReport } from '../../samples/sample-variants.js';
import { writeHtml } from './write-html.js';

const page = (report: Report, api?: string) => Buffer.from(writeHtml(report, { api })).toString('utf8');
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found!);

describe('the page', () => {
  it('is the same every time', () => {
    expect(page(sampleReport)).toBe(page(sampleReport));
  });
  it('has each claim once, and a link from it to what it rests on and back', () => {
    for (const report of [sampleReport, longReport]) {
      const html = page(report, '');
      expect(all(html, /data-claim="([^"]*)"/g).sort()).toEqual(
        report.manifest.claims.map(({ id }) => id).sort(),
      );
      const ids = all(html, / id="([^"]*)"/g);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = new Set(ids);
      expect(all(html, /href="#([^"]*)"/g).filter((target) => !targets.has(target))).toEqual([]);
    }
  });
  it('leads from figures to their observation at the vintage, and from claims to their events', () => {
    const html = page(sampleReport, 'https://example.org');
    const id = encodeURIComponent('ecosoc-2006-27~SV~persons-prosecuted~_T~2007');
    expect(html).toContain(
      `href="https://example.org/v1/observations/${id}?asOf=2008-01-24&amp;at=27">6</a>`,
    );
    expect(html).toContain('href="https://example.org/v1/events/21"');
  });
  it('points to no server where none is named', () => {
    expect(page(sampleReport)).not.toContain('/v1/');
  });
  it('carries the manifest', () => {
    const [json] = all(page(sampleReport), /id="manifest">(.*?)<\/script>/gs);
    expect(JSON.parse(json!)).toEqual(sampleReport.manifest);
  });
  it('names its language, that of parts, and the heads of tables', () => {
    const html = page(sampleReport);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<span lang="zh">“各答复国”</span>');
    expect(html).toContain('lang="ar" dir="rtl"');
    expect(all(html, /<th scope="col"[^>]*>([^<]*)/g)).toEqual([
      'Year',
      'Persons prosecuted',
      'Persons arrested',
    ]);
    expect(all(html, /<th scope="row"[^>]*>([^<]*)/g)).toEqual(['2005', '2006', '2007']);
    expect(all(html, /<h([1-6])/g)).toEqual(['1', '2', '2', '3', '4', '2', '2', '2']);
  });
  it('takes markup, scripts and links of a reply as words', () => {
    const nasty = '</script><script>alert(1)</script><img src=x onerror=alert(1)> " onload="x \' &amp;';
    const text: Inline = { kind: 'text', text: nasty };
    const link: Inline = { kind: 'link', href: 'javascript:alert(1)', inlines: [text] };
    const entry = { ...sampleReport.manifest.claims[0]!, id: 'c1', text: nasty, query: { kind: nasty } };
    const html = page({
      document: {
        ...sampleReport.document,
        masthead: { ...sampleReport.document.masthead, title: nasty, symbol: nasty },
        blocks: [
          {
            kind: 'paragraph',
            number: 1,
            inlines: [{ kind: 'claim', claimId: 'c1', status: 'answered', inlines: [link] }],
          },
          {
            kind: 'list',
            style: 'bullets',
            items: [[text, { kind: 'footnote', number: 1, inlines: [text] }]],
          },
        ],
      },
      manifest: { ...sampleReport.manifest, claims: [entry] },
    });
    expect(all(html, /<(script)/g)).toHaveLength(1);
    const tags = html.replaceAll(/="[^"]*"/g, '=""');
    expect(tags).not.toMatch(/<img|<[^>]* on[a-z]+=/);
    expect(html).not.toContain('javascript:');
    expect(html).toContain("default-src 'none'".replaceAll("'", '&#39;'));
  });
});
