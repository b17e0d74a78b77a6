/** An entry: a reply or correction as it is typed, and the rows that it is made of. */
import type { Finding, Observation } from '@rapporteur/contract';

/** A figure as typed. All fields are text, and the API checks them. */
export interface FigureRow {
  readonly id: number;
  readonly part: 'changed' | 'added' | 'retracted';
  readonly indicator: string;
  /** Dimension to code. */
  readonly breakdown: Readonly<Record<string, string>>;
  readonly period: string;
  readonly value: string;
  readonly qualifier: string;
  readonly paragraph: string;
  readonly footnote: string;
  readonly note: string;
  readonly asWritten: string;
  readonly isBreak: boolean;
}

export interface FindingRow {
  readonly id: number;
  readonly part: 'added' | 'retracted';
  readonly topic: string;
  readonly detail: string;
  readonly paragraph: string;
  readonly footnote: string;
  readonly row: string;
  readonly note: string;
}

export interface Entry {
  /** The kind of request: a first reply, or what is sent on the version that the reader saw. */
  readonly kind: 'reply' | 'correction' | 'replacement' | 'withdrawal';
  readonly version: number;
  readonly receivedOn: string;
  readonly isOnOrBefore: boolean;
  /** Whether the reader has confirmed a day of receipt before the call for replies. */
  readonly isDayConfirmed: boolean;
  readonly language: string;
  readonly reason: string;
  readonly reference: string;
  readonly figures: readonly FigureRow[];
  readonly findings: readonly FindingRow[];
  /** The id of the next new row; ids are never used again. */
  readonly nextId: number;
  /** The idempotency key of the present request; another body gets another key. */
  readonly key: { readonly value: string; readonly of: string };
}

export const emptyEntry = (kind: Entry['kind'], version: number): Entry => ({
  kind,
  version,
  receivedOn: '',
  isOnOrBefore: false,
  isDayConfirmed: false,
  language: '',
  reason: '',
  reference: '',
  figures: [],
  findings: [],
  nextId: 1,
  key: { value: '', of: '' },
});

export const emptyFigure: Omit<FigureRow, 'id' | 'part'> = {
  indicator: '',
  breakdown: {},
  period: '',
  value: '',
  qualifier: 'exact',
  paragraph: '',
  footnote: '',
  note: '',
  asWritten: '',
  isBreak: false,
};

export const emptyFinding: Omit<FindingRow, 'id' | 'part'> = {
  topic: '',
  detail: '',
  paragraph: '',
  footnote: '',
  row: '',
  note: '',
};

const textOf = (value: string | number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);

/** A figure of the reply as a row, to change or take back. */
export const toFigureRow = (figure: Observation): Omit<FigureRow, 'id' | 'part'> => ({
  indicator: figure.indicator.code,
  breakdown: figure.breakdown,
  period: figure.period,
  value: textOf(figure.value),
  qualifier: figure.qualifier ?? 'exact',
  paragraph: textOf(figure.paragraph),
  footnote: textOf(figure.footnote),
  note: figure.note ?? '',
  asWritten: figure.asWritten ?? '',
  isBreak: figure.break === true,
});

export const toFindingRow = (finding: Finding): Omit<FindingRow, 'id' | 'part'> => ({
  topic: finding.topic.code,
  detail: finding.detail?.code ?? '',
  paragraph: textOf(finding.paragraph),
  footnote: textOf(finding.footnote),
  row: textOf(finding.row),
  note: finding.note ?? '',
});
