/** What is coded of a letter: the entry, the passage of each of its rows, and what became of the proposals. Pure. */
import { findingId, observationId } from '@rapporteur/domain/cell';
import type { DocumentProposalsAnswer, DocumentTextAnswer, ProposalCounts } from '@rapporteur/contract';
import { onlyNumber } from './only-number.js';
import { onlyPlace, type AnyPlace, type PagePlace, type TextPlace } from './region/page-place.js';
import { emptyFigure, emptyFinding, type Entry, type FigureRow, type FindingRow } from '../submit/entry.js';

export type FigureProposal = DocumentProposalsAnswer['items'][number];
export type FindingProposal = DocumentProposalsAnswer['findings'][number];
export type Proposal = FigureProposal | FindingProposal;
export type Paragraph = DocumentTextAnswer['paragraphs'][number];

export type Place = TextPlace;

/** The draft, as it is kept on the server. Rows are named as the fields of their form are: `figure-3`, `finding-4`. */
export interface Coding {
  readonly entry: Entry;
  readonly places: Readonly<Record<string, AnyPlace>>;
  /** The proposal that a row was taken from. */
  readonly from: Readonly<Record<string, Proposal>>;
  /** Proposals that were dismissed, by their keys. */
  readonly dismissed: readonly string[];
  /** The version of the reply that was stored, while passages are still to be attached. */
  readonly stored?: number | undefined;
}

export const toCoding = (entry: Entry): Coding => ({ entry, places: {}, from: {}, dismissed: [] });

/** The same for the same words read in the same way. */
export const keyOfProposal = (one: Proposal): string =>
  isFigure(one)
    ? [one.start, one.end, one.indicator, JSON.stringify(one.breakdown), one.period].join(' ')
    : [one.start, one.end, one.topic, one.detail].join(' ');

export const isFigure = (one: Proposal): one is FigureProposal => 'indicator' in one;

/** Of one number in one period only one proposal can be right. */
const numberOf = (one: FigureProposal): string =>
  `${one.reasons.find(({ field }) => field === 'value')?.start ?? keyOfProposal(one)} ${one.period}`;

/**
 * Proposals that nobody has decided of, best first; of equal ones in the order of the text. Of a number that was taken no
 * other meaning is left.
 */
export function openProposals(coding: Coding, proposals: readonly Proposal[]): Proposal[] {
  const taken = Object.values(coding.from);
  const decided = new Set([...coding.dismissed, ...taken.map(keyOfProposal)]);
  const numbers = new Set(taken.filter(isFigure).map(numberOf));
  return proposals
    .filter((one) => !decided.has(keyOfProposal(one)) && !(isFigure(one) && numbers.has(numberOf(one))))
    .sort((a, b) => b.score - a.score || a.start - b.start);
}

const textOf = (value: number | null) => (value === null ? '' : String(value));

const fieldsOf = (proposal: FigureProposal): Omit<FigureRow, 'id' | 'part'> => ({
  ...emptyFigure,
  indicator: proposal.indicator,
  breakdown: proposal.breakdown,
  period: proposal.period,
  value: textOf(proposal.value),
  qualifier: proposal.qualifier,
  paragraph: textOf(proposal.paragraph),
});

/** In: fields of a figure, and its passage. Out: the coding with that figure as its last. */
export function addFigure(
  coding: Coding,
  fields: Partial<FigureRow>,
  place: AnyPlace,
  proposal?: Proposal,
): Coding {
  const { entry } = coding;
  const row: FigureRow = { ...emptyFigure, ...fields, id: entry.nextId, part: 'added' };
  const name = `figure-${row.id}`;
  return {
    ...coding,
    entry: { ...entry, nextId: entry.nextId + 1, figures: [...entry.figures, row] },
    places: { ...coding.places, [name]: onlyPlace(place) },
    from: proposal ? { ...coding.from, [name]: proposal } : coding.from,
  };
}

const fieldsOfFinding = (proposal: FindingProposal): Omit<FindingRow, 'id' | 'part'> => ({
  ...emptyFinding,
  topic: proposal.topic,
  detail: proposal.detail ?? '',
  paragraph: textOf(proposal.paragraph),
});

/** In: fields of a finding, and its passage. Out: the coding with that finding as its last. */
function addFindingRow(
  coding: Coding,
  fields: Partial<FindingRow>,
  place: AnyPlace,
  proposal?: Proposal,
): Coding {
  const { entry } = coding;
  const row: FindingRow = { ...emptyFinding, ...fields, id: entry.nextId, part: 'added' };
  const name = `finding-${row.id}`;
  return {
    ...coding,
    entry: { ...entry, nextId: entry.nextId + 1, findings: [...entry.findings, row] },
    places: { ...coding.places, [name]: onlyPlace(place) },
    from: proposal ? { ...coding.from, [name]: proposal } : coding.from,
  };
}

/** The coding with a proposal taken as it is. */
export const take = (coding: Coding, proposal: Proposal): Coding =>
  isFigure(proposal)
    ? addFigure(coding, fieldsOf(proposal), proposal, proposal)
    : addFindingRow(coding, fieldsOfFinding(proposal), proposal, proposal);

export const dismiss = (coding: Coding, proposal: Proposal): Coding => ({
  ...coding,
  dismissed: [...coding.dismissed, keyOfProposal(proposal)],
});

/** The number of the paragraph that a passage stands in: its own, or that of the last numbered one before it. */
export function paragraphAt(paragraphs: readonly Paragraph[], { start }: Place): string {
  const before = paragraphs.filter((one) => one.start <= start && one.kind === 'text');
  return textOf(before.findLast(({ number }) => number !== null)?.number ?? null);
}

/**
 * A figure from words that somebody has selected: filled in from the best proposal that stands in them; else with the
 * period of the nearest proposal of the same paragraph, and the number where it is in digits that stand there once.
 */
export function figureFromPassage(
  coding: Coding,
  place: Place,
  said: string,
  proposals: readonly Proposal[],
  paragraphs: readonly Paragraph[],
): Coding {
  const figures = proposals.filter(isFigure);
  const best = openProposals(coding, figures).filter(isFigure).find(standsIn(place));
  if (best) return addFigure(coding, fieldsOf(best), place, best);
  const paragraph = paragraphAt(paragraphs, place);
  const nearest = figures
    .filter((one) => textOf(one.paragraph) === paragraph)
    .sort((a, b) => Math.abs(a.start - place.start) - Math.abs(b.start - place.start))[0];
  const fields = { paragraph, period: nearest?.period ?? '', value: onlyNumber(said) };
  return addFigure(coding, fields, place);
}

const standsIn =
  (place: Place) =>
  (one: Place): boolean =>
    one.start < place.end && place.start < one.end;

/** A finding from words that somebody has selected: filled in from the best proposal that stands in them, where one does. */
export function findingFromPassage(
  coding: Coding,
  place: Place,
  proposals: readonly Proposal[],
  paragraphs: readonly Paragraph[],
): Coding {
  const best = openProposals(coding, proposals).find(
    (one): one is FindingProposal => !isFigure(one) && standsIn(place)(one),
  );
  if (best) return addFindingRow(coding, fieldsOfFinding(best), place, best);
  return addFindingRow(coding, { paragraph: paragraphAt(paragraphs, place) }, place);
}

/** A figure or finding whose evidence is a region of a page: nothing is read there, so nothing is filled in. */
export const addFromRegion = (coding: Coding, kind: 'figure' | 'finding', place: PagePlace): Coding =>
  kind === 'figure' ? addFigure(coding, {}, place) : addFindingRow(coding, {}, place);

/** In: the name of a row, and its new fields. Out: the coding with them. */
export function changeRow(coding: Coding, name: string, change: object): Coding {
  const [kind, id] = partsOf(name);
  const put = <R extends { readonly id: number }>(rows: readonly R[]) =>
    rows.map((row) => (row.id === id ? { ...row, ...change } : row));
  const { entry } = coding;
  return {
    ...coding,
    entry:
      kind === 'figure'
        ? { ...entry, figures: put(entry.figures) }
        : { ...entry, findings: put(entry.findings) },
  };
}

/** The coding without a row; its proposal, if it had one, is open again. */
export function removeRow(coding: Coding, name: string): Coding {
  const [kind, id] = partsOf(name);
  const { entry } = coding;
  const { [name]: _place, ...places } = coding.places;
  const { [name]: _from, ...from } = coding.from;
  const without = <R extends { readonly id: number }>(rows: readonly R[]) =>
    rows.filter((row) => row.id !== id);
  return {
    ...coding,
    ...{ places, from },
    entry:
      kind === 'figure'
        ? { ...entry, figures: without(entry.figures) }
        : { ...entry, findings: without(entry.findings) },
  };
}

function partsOf(name: string): ['figure' | 'finding', number] {
  const [kind, id] = name.split('-');
  return [kind as 'figure' | 'finding', Number(id)];
}

/** What became of the proposals so far. */
export function countsOf({ entry, from, dismissed }: Coding): ProposalCounts {
  const rows = [
    ...entry.figures.map((row) => ({ row: row as object, proposal: from[`figure-${row.id}`] })),
    ...entry.findings.map((row) => ({ row: row as object, proposal: from[`finding-${row.id}`] })),
  ];
  const taken = rows.filter(({ proposal }) => proposal);
  const said = (of: object) => JSON.stringify(Object.entries({ ...of, id: 0, part: '' }).sort());
  const isChanged = ({ row, proposal }: (typeof rows)[number]) =>
    said(isFigure(proposal!) ? fieldsOf(proposal) : fieldsOfFinding(proposal!)) !== said(row);
  return {
    taken: taken.length,
    changed: taken.filter(isChanged).length,
    dismissed: dismissed.length,
    own: rows.length - taken.length,
  };
}

/** The places of what was coded, by the identifiers that its statements have once the reply is stored. */
export function passagesOf({ entry, places }: Coding, round: string, respondent: string) {
  const [collection = '', name = ''] = round.split('/');
  const number = (text: string) => (text.trim() === '' ? undefined : Number(text));
  // Of what is taken back nothing stands there any more.
  const stays = ({ part }: { readonly part: string }) => part !== 'retracted';
  const figures = entry.figures.filter(stays).map(({ id, indicator, breakdown, period }) => ({
    ...{ row: `figure-${id}` },
    id: observationId({ collection, respondent, indicator, breakdown, period: period.trim() }),
  }));
  const findings = entry.findings.filter(stays).map(({ id, topic, detail, paragraph, footnote, row }) => ({
    row: `finding-${id}`,
    id: findingId({
      ...{ collection, round: name, respondent, topic, detail: detail.trim() || undefined },
      ...{ paragraph: number(paragraph), footnote: number(footnote), row: number(row) },
    }),
  }));
  return [...figures, ...findings].flatMap(({ row, id }) => {
    const place = places[row];
    return place ? [{ id, ...place }] : [];
  });
}
