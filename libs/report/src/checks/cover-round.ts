/** Which coded figures and findings of a round appear in a report, and which do not. Pure. */
import { findIndicator, findTopic, type CellStatement } from '@rapporteur/domain';
import { isOfRound, type Facts } from '../facts/facts.js';
import type { ClaimQuery, Manifest } from '../document/manifest.js';

export interface CoveredCell {
  readonly kind: CellStatement['kind'];
  readonly cell: string;
  readonly respondent: string;
  /** Indicator or topic. */
  readonly code: string;
  readonly detail: string;
  readonly breakdown: string;
  readonly period: string;
  /** Of the source; null = not known. */
  readonly paragraph: number | null;
  readonly footnote: number | null;
  /** Null for counts about the round itself. */
  readonly theme: string | null;
  /** The claims that show it; none where it is left out. */
  readonly claims: readonly string[];
}

/** Whether a claim shows each of the cells that it rests on; a count, a sum or a verdict on them does not. */
const shows = ({ kind, ['as']: as, ['of']: of }: ClaimQuery): boolean =>
  kind === 'states' ? as !== 'count' : kind === 'table' ? of !== 'regions' : showing.has(kind);
const showing = new Set(['figure', 'figures', 'details', 'note', 'chart']);

/** In: the facts on a round, and the manifest of a report on it. Out: every coded cell, by paragraph and respondent. */
export function coverRound({ observations, findings, round }: Facts, { claims }: Manifest): CoveredCell[] {
  const shownBy = new Map<string, string[]>();
  for (const { id, cells } of claims.filter(({ query }) => shows(query)))
    for (const cell of cells) {
      const own = shownBy.get(cell);
      if (own) own.push(id);
      else shownBy.set(cell, [id]);
    }
  const coded = [...observations, ...findings].filter((s) => isOfRound(s, round));
  const byCell = new Map(coded.map((s) => [s.cell, s]));
  return [...byCell.values()].map((s) => toCovered(s, shownBy.get(s.cell) ?? [])).sort(byParagraph);
}

const toCovered = (s: CellStatement, claims: readonly string[]): CoveredCell => ({
  kind: s.kind,
  cell: s.cell,
  respondent: s.respondent,
  code: s.code,
  detail: s.source.detail ?? '',
  breakdown: s.kind === 'observation' ? s.breakdown : '',
  period: s.period,
  paragraph: s.source.paragraph ?? null,
  footnote: s.source.footnote ?? null,
  theme: (s.kind === 'finding' ? findTopic(s.code)?.theme : findIndicator(s.code)?.theme) ?? null,
  claims,
});

const byParagraph = (a: CoveredCell, b: CoveredCell) =>
  (a.paragraph ?? Infinity) - (b.paragraph ?? Infinity) || (a.cell < b.cell ? -1 : 1);
