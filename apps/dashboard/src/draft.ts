/** A reply or correction as it is typed: the request that it makes, and at which field each problem of the API belongs. */
import type { Figure, Finding, Named, Problem } from './answers.js';

/** Everything is text as it was typed; the API judges it. */
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

export interface Draft {
  /** What is sent: a first reply, or a correction of the version that was seen. */
  readonly kind: 'reply' | 'correction';
  readonly version: number;
  readonly receivedOn: string;
  readonly isOnOrBefore: boolean;
  readonly language: string;
  readonly reason: string;
  readonly reference: string;
  readonly recordedBy: string;
  readonly figures: readonly FigureRow[];
  readonly findings: readonly FindingRow[];
  /** Given to each new row, and never again. */
  readonly nextId: number;
  /** The key of the request as it is now: another body gets another key. */
  readonly key: { readonly value: string; readonly of: string };
}

export const emptyDraft = (kind: Draft['kind'], version: number): Draft => ({
  kind,
  version,
  receivedOn: '',
  isOnOrBefore: false,
  language: '',
  reason: '',
  reference: '',
  recordedBy: '',
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

/** A figure that the reply has, as a row to change or take back. */
export const toFigureRow = (
  figure: Figure & {
    readonly indicator: Named;
    readonly breakdown: Readonly<Record<string, string>>;
    readonly period: string;
  },
): Omit<FigureRow, 'id' | 'part'> => ({
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

/** A number where the text is one; else the text itself, so that the API says what is wrong with it. */
const count = (text: string) => (/^-?\d{1,15}(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim());
const given = (name: string, text: string, read: (text: string) => unknown = (t) => t.trim()) =>
  text.trim() === '' ? {} : { [name]: read(text) };

const toKey = ({ indicator, breakdown, period }: FigureRow) => ({
  indicator,
  ...(Object.keys(breakdown).length > 0 ? { breakdown } : {}),
  period: period.trim(),
});

function toObservation(row: FigureRow): object {
  if (row.part === 'retracted') return toKey(row);
  return {
    ...toKey(row),
    ...(row.qualifier === 'none-known' && row.value.trim() === ''
      ? { value: null }
      : given('value', row.value, count)),
    ...(row.qualifier === 'exact' ? {} : { qualifier: row.qualifier }),
    ...given('paragraph', row.paragraph, count),
    ...given('footnote', row.footnote, count),
    ...given('note', row.note),
    ...given('asWritten', row.asWritten),
    ...(row.isBreak ? { break: true } : {}),
  };
}

const toFinding = (row: FindingRow): object => ({
  topic: row.topic,
  ...given('detail', row.detail),
  ...given('paragraph', row.paragraph, count),
  ...given('footnote', row.footnote, count),
  ...given('row', row.row, count),
  ...(row.part === 'retracted' ? {} : given('note', row.note)),
});

/** Rows of a part, in the order in which they stand in the body. */
const ofPart = <T extends { readonly part: string }>(rows: readonly T[], part: string) =>
  rows.filter((row) => row.part === part);

/** The body of the request. In: the draft, and whose reply it is. */
export function toBody(draft: Draft, respondent: string): object {
  const received = {
    receivedOn: draft.isOnOrBefore ? { onOrBefore: draft.receivedOn } : draft.receivedOn,
  };
  if (draft.kind === 'reply')
    return {
      respondent,
      ...received,
      ...given('language', draft.language),
      observations: draft.figures.map(toObservation),
      findings: draft.findings.map(toFinding),
    };
  const observations = (part: string) => ofPart(draft.figures, part).map(toObservation);
  const findings = (part: string) => ofPart(draft.findings, part).map(toFinding);
  return {
    ...received,
    reason: draft.reason,
    ...given('reference', draft.reference),
    observations: {
      changed: observations('changed'),
      added: observations('added'),
      retracted: observations('retracted'),
    },
    findings: { added: findings('added'), retracted: findings('retracted') },
  };
}

/** Where a row's fields are named in problems: `/observations/added/0`. */
function pointersOf(draft: Draft): ReadonlyMap<string, string> {
  const pointers = new Map<string, string>();
  const note = (group: string, field: string, rows: readonly { id: number; part: string }[]) => {
    const places = new Map<string, number>();
    for (const { id, part } of rows) {
      const list = draft.kind === 'reply' ? group : `${group}/${part}`;
      const at = places.get(list) ?? 0;
      places.set(list, at + 1);
      pointers.set(`/${list}/${at}`, `${field}-${id}`);
    }
  };
  note('observations', 'figure', draft.figures);
  note('findings', 'finding', draft.findings);
  return pointers;
}

/**
 * Problems by the field that they belong to: `receivedOn`, `figure-3-value`, `figure-3` for a row as a whole, and ''
 * for what belongs to none.
 */
export function problemsByField(
  draft: Draft,
  problems: readonly Problem[],
): ReadonlyMap<string, readonly Problem[]> {
  const rows = pointersOf(draft);
  const fields = new Map<string, Problem[]>();
  for (const problem of problems) {
    const field = fieldOf(problem.pointer, rows);
    fields.set(field, [...(fields.get(field) ?? []), problem]);
  }
  return fields;
}

const simpleFields = ['respondent', 'receivedOn', 'language', 'reason', 'reference'];
const rowFields = [
  'indicator',
  'topic',
  'detail',
  'period',
  'value',
  'qualifier',
  'paragraph',
  'footnote',
  'note',
];
const rowFieldsBeside = ['breakdown', 'asWritten', 'break'];

function fieldOf(pointer: string, rows: ReadonlyMap<string, string>): string {
  const [, first = ''] = pointer.split('/');
  if (simpleFields.includes(first)) return first;
  const [row] = /^\/(observations|findings)(\/[a-z]+)?\/\d+/.exec(pointer) ?? [];
  const id = row === undefined ? undefined : rows.get(row);
  if (row === undefined || id === undefined) return '';
  const [, name = ''] = pointer.slice(row.length).split('/');
  return [...rowFields, ...rowFieldsBeside].includes(name) ? `${id}-${name}` : id;
}

/** The same text for the same request: a key stands for one. */
export const fingerprintOf = (draft: Draft, respondent: string): string =>
  JSON.stringify([draft.kind, draft.version, draft.recordedBy, toBody(draft, respondent)]);

/** A key that nobody else has; `randomUUID` is not there on a page that came without TLS from another machine. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `page-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The draft with the key of the request that it makes: kept while nothing changes, so that sending again is safe. */
export function withKey(draft: Draft, respondent: string): Draft {
  const of = fingerprintOf(draft, respondent);
  return draft.key.of === of ? draft : { ...draft, key: { value: newKey(), of } };
}
