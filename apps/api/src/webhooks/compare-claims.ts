/**
 * What the claims of a report say at two positions, and which of them differ. Loaded when the first report is to be checked: what
 * answers claims takes much memory.
 */
import type { Problem } from '@rapporteur/domain';
import { makePauses } from '@rapporteur/http';
import { withSnapshot, type Snapshot } from '@rapporteur/projections';
import {
  answerAgain,
  isOfVintage,
  loadLanguage,
  readFacts,
  reportLanguages,
  ReportRefused,
  type Context,
} from '@rapporteur/report';
import type pg from 'pg';
import type { CheckedReport } from './webhook.js';

/** The claims that have another answer than before, by their ids, and how many say something else than the report gave. */
export interface ClaimChanges {
  readonly claims: readonly string[];
  readonly outdated: number;
}

/** In: two positions. Errors: those of pg. */
export async function compareClaims(
  pool: pg.Pool,
  report: CheckedReport,
  from: number,
  to: number,
): Promise<ClaimChanges> {
  const [then, now] = await withSnapshot(pool, async (snapshot) => [
    await readContext(snapshot, report, from),
    await readContext(snapshot, report, to),
  ]);
  const claims: string[] = [];
  let outdated = 0;
  const pause = makePauses();
  // A claim about the vintage itself does not become outdated.
  for (const claim of report.claims.filter(({ query }) => !isOfVintage(query))) {
    const [before, after] = [textAt(claim, then), textAt(claim, now)];
    if (before !== after) claims.push(claim.id);
    if (after !== claim.text) outdated += 1;
    await pause();
  }
  return { claims, outdated };
}

type Claim = CheckedReport['claims'][number];

/** What a claim says; nothing where its round is gone, or where a later release no longer knows what it asks. */
function textAt(claim: Claim, context: Context | undefined): string {
  if (!context) return '';
  try {
    return answerAgain(claim, context).text;
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** Nothing is received later: every position counts whole. */
const endOfDays = '9999-12-31';

/** Out: undefined where there is no such round. */
async function readContext(
  snapshot: Snapshot,
  { collection, round, language }: CheckedReport,
  at: number,
): Promise<Context | undefined> {
  try {
    const facts = await readFacts(snapshot, `${collection}/${round}`, { asOf: endOfDays, at });
    return { facts, language: await loadLanguage(language) };
  } catch (error) {
    if (error instanceof ReportRefused) return undefined;
    throw error;
  }
}

/** Everything that keeps a report from being checked here: its language, its round, what its claims ask. */
export async function findReportProblems(pool: pg.Pool, report: CheckedReport): Promise<Problem[]> {
  const problem = (pointer: string, message: string) => ({ pointer, code: 'bad-report', message });
  const languages = reportLanguages();
  if (!languages.includes(report.language))
    return [problem('/report/language', `It must be one of: ${languages.join(', ')}`)];
  const context = await withSnapshot(pool, (snapshot) => readContext(snapshot, report, snapshot.position));
  if (!context)
    return [problem('/report/round', `There is no round ${report.round} of ${report.collection}`)];
  const problems: Problem[] = [];
  const pause = makePauses();
  for (const [i, claim] of report.claims.entries()) {
    try {
      answerAgain(claim, context);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(problem(`/report/claims/${i}/query`, error.message));
    }
    await pause();
  }
  return problems;
}
