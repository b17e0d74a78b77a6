/** What the types cannot say of a report: claims and manifest fit each other, and every kind of block occurs. */
import { describe, expect, it } from '@jest/globals';
import { sampleReport } from './sample-report.js';
import { claimsOf } from '../document/walk.js';

describe('the sample', () => {
  it('has every claim once in the manifest, in its order and with its text', () => {
    const inManifest = sampleReport.manifest.claims.map(({ id, text }) => ({ id, text }));
    expect(claimsOf(sampleReport.document)).toEqual(inManifest);
    expect(new Set(inManifest.map(({ id }) => id)).size).toBe(inManifest.length);
  });
  it('has one of every kind of block', () => {
    expect(new Set(sampleReport.document.blocks.map(({ kind }) => kind)).size).toBe(7);
  });
});
