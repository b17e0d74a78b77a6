/** Writes the rows as a Markdown table. */
import type { Row } from './row.js';

const figure = (n: number) =>
  n >= 100 ? Math.round(n).toLocaleString('en') : Number(n.toPrecision(3)).toString();
const reached = { true: 'yes', false: 'no', null: '–' };

export function toMarkdown(rows: readonly Row[]): string {
  const head = ['What', 'Against', 'Ours', 'Theirs', 'Unit', 'Ratio', 'Target', 'Reached'];
  const lines = rows.map((r) => [
    r.what,
    r.against,
    figure(r.ours),
    figure(r.theirs),
    r.unit,
    figure(r.ratio),
    r.target === null ? '–' : String(r.target),
    reached[`${r.reached}`],
  ]);
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
