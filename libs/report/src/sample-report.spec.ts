/** What the types cannot say of a report: claims and manifest fit each other, ids are unique, numbers count through. */
import { describe, expect, it } from '@jest/globals';
import type { Block, Cell, Inline, Report } from './document.js';
import { chartText, plainText, tableText } from './plain-text.js';
import { sampleReport } from './sample-report.js';

const inlineClaims = (inlines: readonly Inline[]): [string, string][] =>
  inlines.flatMap((inline): [string, string][] => {
    if (inline.kind === 'text') return [];
    if (inline.kind === 'claim') return [[inline.claimId, plainText(inline.inlines)]];
    return inlineClaims(inline.inlines);
  });
const cellClaims = (rows: readonly (readonly Cell[])[]) =>
  rows.flat().flatMap(({ inlines }) => inlineClaims(inlines));

function claimsOf(block: Block): [string, string][] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(inlineClaims);
    case 'table': {
      const own: [string, string][] = block.claim ? [[block.claim.claimId, tableText(block)]] : [];
      return [...inlineClaims(block.caption), ...own, ...cellClaims(block.head), ...cellClaims(block.rows)];
    }
    case 'chart':
      return block.claim ? [[block.claim.claimId, chartText(block)]] : [];
    case 'editor-note':
      return block.blocks.flatMap(claimsOf);
    default:
      return inlineClaims(block.inlines);
  }
}

const textsOf = ({ document }: Report) => document.blocks.flatMap(claimsOf);

describe('the sample', () => {
  it('has every claim once in the manifest, in its order and with its text', () => {
    expect(textsOf(sampleReport)).toEqual(sampleReport.manifest.claims.map(({ id, text }) => [id, text]));
    const ids = sampleReport.manifest.claims.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('has one of every kind of block', () => {
    expect(new Set(sampleReport.document.blocks.map(({ kind }) => kind)).size).toBe(7);
  });
});
