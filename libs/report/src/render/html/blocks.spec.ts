/** Each kind of block in the page where it lacks something: a number, a head, a claim, a source, or has two notes. */
import { describe, expect, it } from '@jest/globals';
import type { Block, Cell, Chart, Inline, Table } from '../../document/document.js';
import { sampleReport } from '../../samples/sample-report.js';
import { blockHtml } from './blocks.js';

const { labels } = sampleReport.document;
const text = (written: string): Inline => ({ kind: 'text', text: written });
const cell = (written: string, more: Partial<Cell> = {}): Cell => ({ inlines: [text(written)], ...more });

const writing = (api?: string) => ({
  footnotes: [],
  titles: new Map([['a', 'figures of SV']]),
  observationHref: (id: string) => (api === undefined ? undefined : `${api}/${id}`),
});
const html = (block: Block, api?: string) => blockHtml(block, labels, writing(api));

const table: Table = {
  ...{ kind: 'table', number: 2, caption: [text('Persons')], head: [], rows: [], notes: [], source: [] },
};
const chart: Chart = {
  ...{ kind: 'chart', number: 3, caption: [text('Persons')], notes: [], source: [] },
  ...{ svg: '<svg/>', width: 480, height: 240, alternative: '37 in 2006' },
};

describe('a heading, a paragraph and a list', () => {
  it('have their number where they have one, and are a level below the title', () => {
    expect(html({ kind: 'heading', level: 1, inlines: [text('Findings')] })).toBe(
      '<h2><span>Findings</span></h2>',
    );
    expect(html({ kind: 'heading', level: 3, label: 'A & B', inlines: [text('x')] })).toBe(
      '<h4><span class="number">A &amp; B</span> <span>x</span></h4>',
    );
    expect(html({ kind: 'paragraph', inlines: [text('x')] })).toBe('<p>x</p>');
    expect(html({ kind: 'paragraph', number: 7, language: 'ar', direction: 'rtl', inlines: [] })).toBe(
      '<p id="paragraph-7" lang="ar" dir="rtl"><span class="number">7.</span> </p>',
    );
  });
  it('are counted by letters or numbers, or not', () => {
    const list = (style: 'letters' | 'numbers' | 'bullets') =>
      html({ kind: 'list', style, language: 'fr', items: [[text('un')], [text('deux')]] });
    const items = '<li>un</li><li>deux</li>';
    expect(list('letters')).toBe(`<ol class="letters" lang="fr">${items}</ol>`);
    expect(list('numbers')).toBe(`<ol class="numbers" lang="fr">${items}</ol>`);
    expect(list('bullets')).toBe(`<ul class="bullets" lang="fr">${items}</ul>`);
  });
});

describe('what is meant for the editor', () => {
  it('says so, in the language of the report', () => {
    const blocks = [{ kind: 'paragraph' as const, inlines: [text('x')] }];
    expect(html({ kind: 'editor-note', language: 'fr', blocks })).toBe(
      '<aside class="editor-note" lang="fr"><p class="label">Note to the editor</p><p>x</p></aside>',
    );
    expect(html({ kind: 'open-place', language: 'fr', inlines: [text('x')] })).toBe(
      '<p class="open-place" lang="fr"><span class="label">To be written: </span>x</p>',
    );
  });
});

describe('a table', () => {
  it('that is no claim leads nowhere, and has a body alone where it has no head', () => {
    expect(html({ ...table, rows: [[cell('n')]] })).toBe(
      '<figure class="table"><figcaption><span>Table 2</span><strong>Persons</strong></figcaption>' +
        '<div class="scroll" role="region" tabindex="0" aria-label="Table 2">' +
        '<table><tbody><tr><td>n</td></tr></tbody></table></div></figure>',
    );
  });
  it('that is a claim is marked as it, and its name leads to what it rests on', () => {
    const claimed = html({ ...table, language: 'fr', claim: { claimId: 'a', status: 'answered' } });
    expect(claimed).toContain(
      '<figure class="table" id="claim-a" data-claim="a" data-status="answered" lang="fr">',
    );
    expect(claimed).toContain(
      '<span><a href="#basis-a" title="figures of SV">Table 2</a></span><strong>Persons</strong>',
    );
  });
  it('has its source, then its notes, the first of which is called so', () => {
    const notes = [[text('One.')], [text('Two.')]];
    expect(html({ ...table, notes, source: [text('E/2008/1')] })).toContain(
      '</div><p class="under"><em>Source:</em> E/2008/1</p>' +
        '<p class="under"><em>Note:</em> One.</p><p class="under">Two.</p></figure>',
    );
  });
  it('has heads of rows, of columns and of groups of columns, each as its figures stand', () => {
    const head = [
      [cell('Year', { isHeader: true }), cell('Persons', { isHeader: true, span: 2 }), cell('Sum')],
      [cell(''), cell('a', { isHeader: true }), cell('b', { isHeader: true, align: 'center' }), cell('c')],
    ];
    const rows = [
      [cell('2006', { isHeader: true }), cell('1'), cell('2', { align: 'end' }), cell('3', { align: 'end' })],
      [cell('Nothing', { isHeader: true }), cell('n', { span: 3, align: 'start', language: 'fr' })],
    ];
    expect(html({ ...table, head, rows })).toContain(
      '<table><thead>' +
        '<tr><th scope="col">Year</th><th scope="colgroup" colspan="2">Persons</th><td class="end">Sum</td></tr>' +
        '<tr><td></td><th scope="col">a</th><th scope="col" class="center">b</th><td class="end">c</td></tr>' +
        '</thead><tbody>' +
        '<tr><th scope="row">2006</th><td>1</td><td class="end">2</td><td class="end">3</td></tr>' +
        '<tr><th scope="row">Nothing</th><td colspan="3" lang="fr">n</td></tr>' +
        '</tbody></table>',
    );
  });
  it('has figures that lead to their observation where there is a server, and something to click', () => {
    const rows = [[cell('6', { observation: 'o1' }), { inlines: [], observation: 'o2' }, cell('x')]];
    expect(html({ ...table, rows }, 'https://example.org')).toContain(
      '<tr><td data-observation="o1"><a class="claim" href="https://example.org/o1">6</a></td>' +
        '<td data-observation="o2"></td><td>x</td></tr>',
    );
    expect(html({ ...table, rows })).toContain('<td data-observation="o1">6</td>');
  });
});

describe('a chart', () => {
  it('is a picture with its words, which says what claim it is', () => {
    const picture =
      '<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="37 in 2006" width="480" height="240">';
    expect(html({ ...chart, language: 'fr' })).toBe(
      '<figure class="chart" lang="fr"><figcaption><span>Figure 3</span><strong>Persons</strong></figcaption>' +
        `${picture}</figure>`,
    );
    const claimed = html({ ...chart, source: [text('x')], claim: { claimId: 'a', status: 'unanswerable' } });
    expect(claimed).toContain(
      '<figure class="chart" id="claim-a" data-claim="a" data-status="unanswerable">',
    );
    expect(claimed).toContain(`${picture}<p class="under"><em>Source:</em> x</p></figure>`);
  });
});
