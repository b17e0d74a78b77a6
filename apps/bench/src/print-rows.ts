/** Writes the rows as a Markdown table; the last two columns are p50 / p99 / p99.9. */
import type { Latency } from './load/load.js';
import type { Row } from './row.js';

const figure = (n: number) =>
  n >= 100 ? Math.round(n).toLocaleString('en') : Number(n.toPrecision(3)).toString();
const times = (latency: Latency | undefined) =>
  latency ? `${figure(latency.p50)} / ${figure(latency.p99)} / ${figure(latency.p999)}` : '–';
const reached = { true: 'yes', false: 'no', null: '–' };

export function toMarkdown(rows: readonly Row[]): string {
  const head = [
    'What',
    'Against',
    'Ours',
    'Theirs',
    'Unit',
    'Ratio',
    'Target',
    'Reached',
    'Ours, ms',
    'Theirs, ms',
  ];
  const lines = rows.map((r) => [
    r.what,
    r.against,
    figure(r.ours),
    figure(r.theirs),
    r.unit,
    figure(r.ratio),
    r.target === null ? '–' : String(r.target),
    reached[`${r.reached}`],
    times(r.latency?.ours),
    times(r.latency?.theirs),
  ]);
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
