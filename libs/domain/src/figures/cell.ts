/** The identity of what a statement is about: one figure (a cell of a trend table) or one finding. */

export type Breakdown = Readonly<Record<string, string>>;

/** `age:child,sex:female`, sorted by dimension; `_T` (SDMX: total) for no breakdown. */
export function breakdownKey(breakdown: Breakdown): string {
  const parts = Object.keys(breakdown)
    .sort()
    .map((dimension) => `${dimension}:${breakdown[dimension]}`);
  return parts.length > 0 ? parts.join(',') : '_T';
}

/** The breakdown of a key that `breakdownKey` made. */
export function breakdownOf(key: string): Breakdown {
  if (key === '_T') return {};
  return Object.fromEntries(key.split(',').map((part) => part.split(':') as [string, string]));
}

/** A period's text inside an identifier, where `/` has a meaning: `2003..2006`, `upto-2007-06`, `since-2001-09`. */
export function periodKey(text: string): string {
  if (text.startsWith('../')) return `upto-${text.slice(3)}`;
  return text.endsWith('/..') ? `since-${text.slice(0, -3)}` : text.replace('/', '..');
}

export interface ObservationCell {
  readonly collection: string;
  readonly respondent: string;
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly period: string;
}

/** The stable identifier of a published figure: `collection~respondent~indicator~breakdown~period`. */
export function observationId(cell: ObservationCell): string {
  const { collection, respondent, indicator, breakdown, period } = cell;
  return [collection, respondent, indicator, breakdownKey(breakdown), periodKey(period)].join('~');
}

export interface FindingCell {
  readonly collection: string;
  readonly round: string;
  readonly respondent: string;
  readonly topic: string;
  readonly detail?: string | undefined;
  readonly paragraph?: number | undefined;
  readonly footnote?: number | undefined;
  readonly row?: number | undefined;
}

/** The identifier of a finding at its place: `collection~respondent~topic~detail~round.p5.n1`, `_` for no detail. */
export function findingId(cell: FindingCell): string {
  const place = [
    cell.round,
    cell.paragraph === undefined ? '' : `p${cell.paragraph}`,
    cell.footnote === undefined ? '' : `n${cell.footnote}`,
    cell.row === undefined ? '' : `r${cell.row}`,
  ].filter(Boolean);
  return [cell.collection, cell.respondent, cell.topic, cell.detail ?? '_', place.join('.')].join('~');
}
