/** Every kind of claim that a report file can hold. */
import type { ClaimKind } from './claims/claim-kind.js';
import { chart } from './claims/chart.js';
import { figure, figures, note, period } from './claims/figures.js';
import { details, states } from './claims/findings.js';
import { inconsistencies, inconsistency } from './claims/inconsistencies.js';
import { replies, round } from './claims/round.js';
import { coverage, total } from './claims/sums.js';
import { table } from './claims/tables/table.js';
import { directions, ratio, trend } from './claims/trends.js';

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
  inconsistency,
  inconsistencies,
  table,
  chart,
];

const byName = new Map(claimKinds.map((kind) => [kind.name, kind]));

export const findClaimKind = (name: string): ClaimKind | undefined => byName.get(name);
