/** Every kind of claim that a report file can hold. */
import type { ClaimKind } from './claim-kind.js';
import { chart } from './chart.js';
import { figure, figures, note, period } from './figures.js';
import { details, states } from './findings.js';
import { inconsistencies, inconsistency } from './inconsistencies.js';
import { replies, round } from './round.js';
import { coverage, total } from './sums.js';
import { rate } from './rates.js';
import { table } from './tables/table.js';
import { directions, ratio, trend } from './trends.js';

export const claimKinds: readonly ClaimKind[] = [
  round,
  replies,
  states,
  details,
  figure,
  figures,
  period,
  note,
  coverage,
  total,
  trend,
  directions,
  ratio,
  rate,
  inconsistency,
  inconsistencies,
  table,
  chart,
];

const byName = new Map(claimKinds.map((kind) => [kind.name, kind]));

export const findClaimKind = (name: string): ClaimKind | undefined => byName.get(name);
