/** What the process that makes a PDF is given: the document with what a template cannot reckon. */
import type { Block, Link, Report } from '../../document/document.js';
import { columnAlignments, columnCount, columnShares, isWide, pointsOf } from '../columns.js';
import { toPrintable } from '../xml.js';
import { safeHref } from '../links.js';

/** A copy whose links lead to web addresses only (of others the words stay), and whose texts a PDF can hold. */
function toSafe(value: unknown): unknown {
  if (typeof value === 'string') return toPrintable(value);
  if (Array.isArray(value)) return value.map(toSafe);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toSafe(each)]));
  // An address that is undefined is left out of the JSON that the process is given.
  return isLink(value) ? { ...copy, href: safeHref(value.href) } : copy;
}

const isLink = (value: object): value is Link => 'kind' in value && value.kind === 'link';

const toBlock = (block: Block): unknown => {
  const safe = toSafe(block) as object;
  if (block.kind !== 'table') return safe;
  return {
    ...safe,
    shares: columnShares(block),
    points: pointsOf(columnCount(block)),
    isWide: isWide(block),
    alignments: columnAlignments(block).map((one) => one ?? null),
  };
};

export const toJob = ({ document, manifest }: Report, fontFolders: readonly string[]) => ({
  document: { ...(toSafe({ ...document, blocks: [] }) as object), blocks: document.blocks.map(toBlock) },
  manifest: JSON.stringify(manifest),
  fontFolders,
});
