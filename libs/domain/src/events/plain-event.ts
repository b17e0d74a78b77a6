/**
 * Whether an event is surely right, without its schema: a submitted reply whose figures have no words of a file, with the
 * particulars that ingest gives it. Of all else its schema must judge; what is right here is right by the schema, too.
 */
import { isMissing, qualifiers } from '../figures/qualifier.js';
import { isCode, isDay, isStorable } from './input-schemas.js';

type Fields = Readonly<Record<string, unknown>>;

/** Whether this is, surely, the data of ReplySubmitted in its current version, and every text of it can be kept. */
export function isPlainSubmission(data: unknown): boolean {
  if (!isObject(data)) return false;
  for (const name in data) if (!submissionNames.has(name)) return false;
  const { collection, round, respondent, receivedOn, receivedPrecision, late, resolved, language, complete } =
    data;
  return (
    isCodeText(collection) &&
    isCodeText(round) &&
    isText(respondent) &&
    typeof receivedOn === 'string' &&
    isDay(receivedOn) &&
    (receivedPrecision === 'on' || receivedPrecision === 'on-or-before') &&
    (late === null || typeof late === 'boolean') &&
    isResolved(resolved) &&
    language === null &&
    typeof complete === 'boolean' &&
    Array.isArray(data['observations']) &&
    data['observations'].every(isPlainFigure) &&
    Array.isArray(data['findings']) &&
    data['findings'].length === 0
  );
}

const submissionNames = new Set([
  ...['collection', 'round', 'respondent', 'receivedOn', 'receivedPrecision', 'late', 'resolved'],
  ...['language', 'complete', 'observations', 'findings'],
]);

function isResolved(resolved: unknown): boolean {
  if (!isObject(resolved)) return false;
  for (const name in resolved) if (name !== 'code' && name !== 'asWritten' && name !== 'match') return false;
  const { code, asWritten, match } = resolved;
  return isText(code) && isText(asWritten) && (match === 'code' || match === 'exact');
}

function isPlainFigure(figure: unknown): boolean {
  if (!isObject(figure)) return false;
  for (const name in figure) if (!figureNames.has(name)) return false;
  const { indicator, breakdown, period, value, qualifier, paragraph, note, asWritten } = figure;
  return (
    isCodeText(indicator) &&
    isCodes(breakdown) &&
    isText(period) &&
    Number.isSafeInteger(value) &&
    (value as number) >= 0 &&
    (qualifiers as readonly unknown[]).includes(qualifier) &&
    !isMissing(qualifier) &&
    Number.isSafeInteger(paragraph) &&
    (note === undefined || isNote(note, 2000)) &&
    (asWritten === undefined || isNote(asWritten, 200))
  );
}

const figureNames = new Set([
  ...['indicator', 'breakdown', 'period', 'value', 'qualifier', 'paragraph', 'note', 'asWritten'],
]);

const neededNames = ['recordedBy', 'correlationId', 'causationId'] as const;
const metaNames = new Set([
  ...neededNames,
  'principal',
  'signedInBy',
  'onBehalfOf',
  'recordedAt',
  'traceparent',
]);

/** Whether these are, surely, particulars of an event, without coders or reviewer, and every text of them can be kept. */
export function isPlainMeta(meta: unknown): boolean {
  if (!isObject(meta)) return false;
  for (const name in meta) {
    const text = meta[name];
    if (!metaNames.has(name) || !isText(text) || text.length === 0) return false;
  }
  const { recordedAt } = meta;
  return neededNames.every((name) => name in meta) && typeof recordedAt === 'string' && isInstant(recordedAt);
}

/** An instant as `Date.toISOString` writes those of the years 1 to 9999. */
const isInstant = (text: string): boolean =>
  timeForm.test(text.slice(10)) && text.length === 24 && isDay(text.slice(0, 10));
const timeForm = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && isStorable(value);
const isCodeText = (value: unknown): boolean => typeof value === 'string' && isCode(value);
const isNote = (value: unknown, longest: number): boolean =>
  isText(value) && value.length > 0 && value.length <= longest && value.trim() === value;

function isCodes(breakdown: unknown): boolean {
  if (!isObject(breakdown)) return false;
  for (const dimension in breakdown)
    if (!isCode(dimension) || !isCodeText(breakdown[dimension])) return false;
  return true;
}
