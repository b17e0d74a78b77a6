/**
 * Checks the claims of reports when something of their collections was recorded: a webhook is told which claims now have another
 * answer. What came together since its place is told together, since a claim may rest on a whole collection.
 */
import { populationCollection, type Problem } from '@rapporteur/domain';
import { readHeads, type EventHead } from '@rapporteur/event-store';
import { readProgress, withSnapshot, type Snapshot } from '@rapporteur/projections';
import {
  answerAgain,
  isOfVintage,
  loadLanguage,
  readFacts,
  reportLanguages,
  ReportRefused,
} from '@rapporteur/report';
import type pg from 'pg';
import { moveOn, readReportChecks } from './store.js';
import type { CheckedReport, ReportCheck, Told } from './webhook.js';

/** What each claim says at a position, by its id. What is about the vintage itself is left out. */
type Answers = ReadonlyMap<string, string>;

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
  const last = heads.findLast(({ collection }) => mayChange(check.report, collection));
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
  const [before, after] = await withSnapshot(pool, async (snapshot) => [
    await answerAt(snapshot, report, place),
    await answerAt(snapshot, report, position),
  ]);
  const claims = report.claims.filter(({ id }) => before!.get(id) !== after!.get(id)).map(({ id }) => id);
  if (claims.length === 0) return undefined;
  const outdated = report.claims.filter(({ id, text }) => after!.has(id) && after!.get(id) !== text).length;
  const { collection, round } = report;
  const of = { position, collection, round, respondent: null };
  return { time: recordedAt, data: { ...of, kinds: ['check'], indicators: [], claims, outdated } };
}

/** What claims say of everything that was recorded up to a position. Where the round is gone, they say nothing. */
async function answerAt(snapshot: Snapshot, report: CheckedReport, at: number): Promise<Answers> {
  try {
    const context = await readContext(snapshot, report, at);
    const lasting = report.claims.filter(({ query }) => !isOfVintage(query));
    return new Map(lasting.map((claim) => [claim.id, answerAgain(claim, context).text]));
  } catch (error) {
    if (!(error instanceof ReportRefused)) throw error;
    return new Map(report.claims.map(({ id }) => [id, '']));
  }
}

/** Nothing is received later: every position counts whole. */
const endOfDays = '9999-12-31';

const readContext = async (
  snapshot: Snapshot,
  { collection, round, language }: CheckedReport,
  at: number,
) => ({
  facts: await readFacts(snapshot, `${collection}/${round}`, { asOf: endOfDays, at }),
  language: await loadLanguage(language),
});

/** Everything that keeps a report from being checked here: its language, its round, what its claims ask. */
export async function findReportProblems(pool: pg.Pool, report: CheckedReport): Promise<Problem[]> {
  const problem = (pointer: string, message: string) => ({ pointer, code: 'bad-report', message });
  const languages = reportLanguages();
  if (!languages.includes(report.language))
    return [problem('/report/language', `It must be one of: ${languages.join(', ')}`)];
  try {
    const context = await withSnapshot(pool, (snapshot) => readContext(snapshot, report, snapshot.position));
    return report.claims.flatMap((claim, i) => {
      try {
        answerAgain(claim, context);
        return [];
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return [problem(`/report/claims/${i}/query`, error.message)];
      }
    });
  } catch (error) {
    if (!(error instanceof ReportRefused)) throw error;
    return [problem('/report/round', error.message)];
  }
}
