/** Drafts and builds the report on a round from what a snapshot knows. */
import { HttpProblem } from '@rapporteur/http';
import type { Language } from '@rapporteur/names';
import type { Snapshot } from '@rapporteur/projections';
import {
  buildReport,
  draftReport,
  loadLanguage,
  parseReport,
  readFacts,
  ReportRefused,
} from '@rapporteur/report';

export { renderReport } from '@rapporteur/report';

const refusals: Readonly<Record<ReportRefused['code'], number>> = {
  'unknown-round': 404,
  'no-cut-off': 400,
  'position-not-reached': 400,
};

function toProblem(error: unknown): never {
  if (!(error instanceof ReportRefused)) throw error;
  throw new HttpProblem({ status: refusals[error.code], code: error.code, title: error.message });
}

/**
 * In: a snapshot, the round as `collection/round`, the vintage, and the language. Out: the built report, the report file that it was
 * built from, and its language.
 * Errors: HttpProblem where the round or the vintage is refused.
 */
export async function draftRound(
  snapshot: Snapshot,
  id: string,
  vintage: { readonly asOf: string | undefined; readonly at: number },
  asked: Language,
) {
  const facts = await readFacts(snapshot, id, vintage).catch(toProblem);
  const language = await loadLanguage(asked);
  const file = await draftReport(facts, language);
  const reading = parseReport(file);
  if (!reading.ok)
    throw new Error(`the template of "${asked}" makes a bad file: ${JSON.stringify(reading.problems)}`);
  return { built: buildReport(reading.file, { facts, language }), file, language: asked };
}
