/** A run's result as text for people. */
import type { ChaosResult } from './result.js';

const shownAtMost = 10;
const seconds = (value: number) => `${value.toFixed(1)} s`;
const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

/** In: a result. Out: lines of plain text, the verdict last. */
export function toReport(result: ChaosResult): string {
  const { commands, counts, unavailable, faults, checks } = result;
  const rows = [
    ['Commands', `${commands.all}, in ${commands.tries} tries`],
    ['  acknowledged', String(commands.acknowledged)],
    ['  refused', String(commands.refused)],
    ['  never answered', String(commands.unknown)],
    ['Answers to reads', String(result.answers)],
    ['Requests that failed', list(result.failures)],
    ['Events', String(result.events)],
    ['Keys revoked', String(result.revocations)],
    ['Messages by webhook', String(result.told)],
    ...Object.entries(faults).map(([kind, targets]) => [`Faults: ${kind}`, list(targets)]),
    ['Redeliveries dropped', `${counts.redeliveries} or more`],
    ['Fence refusals', `${counts.refusals} or more`],
    ['Longest without a write', seconds(unavailable.writes)],
    ['Longest without a read', seconds(unavailable.reads)],
    ['Caught up after', seconds(result.caughtUpAfter)],
  ];
  const lines = rows.map(([name = '', value]) => `${name.padEnd(26)}${value}`);
  const verdicts = Object.entries(checks).flatMap(([check, violations]) => [
    `${violations.length === 0 ? 'held  ' : 'BROKEN'}  ${check}`,
    ...violations
      .slice(0, shownAtMost)
      .map((violation) => `          ${violation.replaceAll('\n', '\n            ')}`),
    ...(violations.length > shownAtMost ? [`          and ${violations.length - shownAtMost} more`] : []),
  ]);
  const verdict = result.held ? 'Everything held.' : 'NOT everything held.';
  return [...lines, '', ...verdicts, '', `${verdict} Seed ${result.seed}, ${result.transport}.`].join('\n');
}
