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
  reportLanguages,
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
 * In: a snapshot, the round as `collection/round`, the vintage, and the language asked for; the draft is in
 * English where that language has no template. Out: the built report, the report file that it was built from,
 * and its language.
 * Errors: HttpProblem where the round or the vintage is refused.
 */
export async function draftRound(
  snapshot: Snapshot,
  id: string,
  vintage: { readonly asOf: string | undefined; readonly at: number },
  asked: Language,
) {
  const facts = await readFacts(snapshot, id, vintage).catch(toProblem);
  const code: Language = reportLanguages().includes(asked) ? asked : 'en';
  const language = await loadLanguage(code);
  const file = await draftReport(facts, language);
  const reading = parseReport(file);
  if (!reading.ok)
    throw new Error(`the template of "${code}" makes a bad file: ${JSON.stringify(reading.problems)}`);
  return { built: buildReport(reading.file, { facts, language }), file, language: code };
}
