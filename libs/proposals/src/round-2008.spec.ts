/** The report of 2008, where it is at hand: read no worse than docs/proposals.md states, against its coding. */
import { expect, it } from '@jest/globals';
import { extractText } from '@rapporteur/documents';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodedFigure } from './harness/judge-letters.js';
import { findingsOf, propose } from './propose.js';

const path = fileURLToPath(new URL('../../../../shared/sources/e-cn15-2008-6.zh.txt', import.meta.url));
const there = existsSync(path);
if (!there) process.stderr.write(`Skipped, for there is no ${path}: how well the report of 2008 is read.\n`);

type Coded<T> = T & { readonly paragraph: number };
interface Reply {
  readonly observations?: readonly Coded<CodedFigure>[];
  readonly findings?: readonly Coded<{ topic: string; detail?: string }>[];
}

const folder = new URL('../../../data/ecosoc-2006-27/2008/', import.meta.url);
const replies = readdirSync(folder)
  .filter((name) => /^[A-Z]+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Reply);
const share = (part: number, whole: number) => Math.floor((100 * part) / whole);

/** How many of the coded have a proposal of their own that says the same. */
function pairs<C, P>(coded: readonly C[], proposals: readonly P[], isSame: (one: C, other: P) => boolean) {
  const left = new Set(proposals);
  return coded.flatMap((one) => {
    const found = [...left].find((other) => isSame(one, other));
    if (found) left.delete(found);
    return found ? [{ one, found }] : [];
  });
}

(there ? it : it.skip)(
  'figures and findings are proposed in the paragraph that they are coded of',
  async () => {
    const { text } = (await extractText(path, 'text/plain')).read!;
    const figures = replies.flatMap(({ observations = [] }) => observations);
    const proposed = propose(text);
    const found = pairs(
      figures,
      proposed,
      (one, other) =>
        one.paragraph === other.paragraph && one.indicator === other.indicator && one.value === other.value,
    );
    const dated = found.filter(
      ({ one, found: { period, qualifier } }) =>
        period === one.period && qualifier === (one.qualifier ?? 'exact'),
    );
    // Several States may say the same in one paragraph: the passage is proposed once.
    const key = (one: { topic: string; detail?: string; paragraph: number | null }) =>
      [one.paragraph, one.topic, one.detail].join(' ');
    const findings = [...new Set(replies.flatMap((reply) => (reply.findings ?? []).map(key)))];
    const stated = [...new Set(findingsOf(text).map(key))];
    const both = pairs(findings, stated, (one, other) => one === other);
    const reached = [
      ...[share(found.length, figures.length), share(found.length, proposed.length)],
      share(dated.length, found.length),
      ...[share(both.length, findings.length), share(both.length, stated.length)],
    ];
    if (process.env['LETTERS']) process.stderr.write(`2008: ${reached.join(' ')}\n`);
    const document = readFileSync(new URL('../../../docs/proposals.md', import.meta.url), 'utf8');
    const row = /^\| Report of 2008\s*\|(.*)\|$/mu.exec(document)![1]!.split('|').map(Number);
    expect(row).toHaveLength(reached.length);
    reached.forEach((one, i) => expect(one).toBeGreaterThanOrEqual(row[i]!));
  },
  30_000,
);
