/** The inconsistencies that the tables hold at a vintage. */
import { codesOfParts, findInconsistencies, type Inconsistency } from '@rapporteur/domain';
import { readCells, readMarks, readRounds, withEvidence, type Snapshot } from '@rapporteur/projections';

type Vintage = Parameters<typeof readRounds>[1];

/** In: a snapshot, a vintage, and the collections and respondents that are asked for, or all. */
export async function readInconsistencies(
  snapshot: Snapshot,
  vintage: Vintage,
  {
    collections,
    respondents,
  }: { collections?: readonly string[] | undefined; respondents?: readonly string[] | undefined } = {},
): Promise<Inconsistency[]> {
  const isAsked = (collection: string) => !collections || collections.includes(collection);
  const rounds = (await readRounds(snapshot, vintage)).filter(({ particulars }) =>
    isAsked(particulars.collection),
  );
  const listing = rounds.filter(({ particulars }) => particulars.listed);
  // Cells are read for the requested respondents only, but lists are checked with the cells of every
  // respondent.
  const suspect = {
    kind: 'suspect' as const,
    rounds: listing.map(({ particulars: { collection, round } }) => `${collection}/${round}`),
    codes: codesOfParts,
  };
  const cells = await readCells(snapshot, { collections, respondents }, vintage, suspect);
  return findInconsistencies({
    rounds,
    marks: (await readMarks(snapshot, {}, vintage)).filter(({ collection }) => isAsked(collection)),
    statements: await withEvidence(snapshot, cells, vintage),
  }).filter(({ respondent }) => !respondents || respondents.includes(respondent));
}
