/** The request that an entry makes, and its idempotency key. */
import { missing } from 'virtual:dimension-names';
import type { Entry, FigureRow, FindingRow } from './entry.js';

/**
 * The typed text as a number if JavaScript holds it exactly; otherwise the text itself, so that the API says
 * what is wrong.
 */
const count = (text: string) =>
  /^(?=.{1,16}$)-?\d{1,15}(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim();
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
    ...(row.qualifier in missing && row.value.trim() === ''
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

/** The rows of one part, in the order of the body. */
const ofPart = <T extends { readonly part: string }>(rows: readonly T[], part: string) =>
  rows.filter((row) => row.part === part);

/** The body of the request. In: the entry, and whose reply it is. */
export function toBody(entry: Entry, respondent: string): object {
  const received = {
    receivedOn: entry.isOnOrBefore ? { onOrBefore: entry.receivedOn } : entry.receivedOn,
  };
  if (entry.kind === 'reply')
    return {
      respondent,
      ...received,
      ...given('language', entry.language),
      observations: entry.figures.map(toObservation),
      findings: entry.findings.map(toFinding),
    };
  const because = { reason: entry.reason, ...given('reference', entry.reference) };
  if (entry.kind === 'withdrawal') return { ...received, ...because };
  if (entry.kind === 'replacement')
    return {
      ...received,
      ...because,
      ...given('language', entry.language),
      observations: entry.figures.map(toObservation),
      findings: entry.findings.map(toFinding),
    };
  const observations = (part: string) => ofPart(entry.figures, part).map(toObservation);
  const findings = (part: string) => ofPart(entry.findings, part).map(toFinding);
  return {
    ...received,
    ...because,
    observations: {
      changed: observations('changed'),
      added: observations('added'),
      retracted: observations('retracted'),
    },
    findings: { added: findings('added'), retracted: findings('retracted') },
  };
}

/** A text that is the same for the same request, since an idempotency key may be used for one request only. */
export const fingerprintOf = (entry: Entry, respondent: string): string =>
  JSON.stringify([entry.kind, entry.version, entry.isDayConfirmed, toBody(entry, respondent)]);

/** A unique key. Not by `randomUUID`, which does not exist on a page that came without TLS from another machine. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `page-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The entry with the key of the request that it makes: kept while nothing changes, so that sending again is safe. */
export function withKey(entry: Entry, respondent: string): Entry {
  const of = fingerprintOf(entry, respondent);
  return entry.key.of === of ? entry : { ...entry, key: { value: newKey(), of } };
}
