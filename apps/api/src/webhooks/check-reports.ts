/**
 * Checks the claims of reports when something of their collections was recorded: a webhook is told which claims now have another
 * answer. What came together since its place is told together, since a claim may rest on a whole collection.
 */
import { populationCollection } from '@rapporteur/domain';
import { readHeads, type EventHead } from '@rapporteur/event-store';
import { readProgress } from '@rapporteur/projections';
import type pg from 'pg';
import { moveOn, readReportChecks } from './store.js';
import type { CheckedReport, ReportCheck, Told } from './webhook.js';

const headsAtOnce = 5000;

/** Brings each webhook with a report as far as the tables are, or until the signal. Errors: those of pg. */
export async function checkReports(pool: pg.Pool, signal: AbortSignal): Promise<void> {
  const { position } = await readProgress(pool);
  for (const check of await readReportChecks(pool)) {
    let from = check.place;
    while (from < position && !signal.aborted)
      from = await checkPart(pool, { ...check, place: from }, position);
  }
}

/** Out: the place that it has now. */
async function checkPart(pool: pg.Pool, check: ReportCheck, position: number): Promise<number> {
  const heads = await readHeads(pool, check.place, position, headsAtOnce);
  const to = heads.length < headsAtOnce ? position : heads.at(-1)!.position;
  const last = heads.findLast((head) => head.document === null && mayChange(check.report, head.collection));
  const told = last && (await findChanged(pool, check, last));
  await moveOn(pool, [check], check.place, to, told ? [toMessage(check, last, told)] : []);
  return to;
}

const mayChange = (report: CheckedReport, collection: string) =>
  collection === report.collection || collection === populationCollection;

const toMessage = ({ id }: ReportCheck, { position }: EventHead, message: Told) => ({
  ...{ webhook: id, position, respondent: '', publication: '' },
  message,
});

/** Out: what is to be told; undefined where every claim says what it said before. */
async function findChanged(
  pool: pg.Pool,
  { place, report }: ReportCheck,
  { position, recordedAt }: EventHead,
): Promise<Told | undefined> {
  const { compareClaims } = await import('./compare-claims.js');
  const changes = await compareClaims(pool, report, place, position);
  if (changes.claims.length === 0) return undefined;
  const { collection, round } = report;
  const of = { position, collection, round, respondent: null, indicators: [] };
  return { time: recordedAt, data: { ...of, kinds: ['check'], ...changes } };
}
