/** Reads the population of respondents at a vintage: imported publications, and the one that comes with the program. */
import {
  populationCollection,
  populationIndicator,
  populationOf,
  type FindPopulation,
  type Vintage,
} from '@rapporteur/domain';
import { readCells } from './read-cells.js';
import type { Snapshot } from './snapshot.js';

/** In: a snapshot, the respondents whose population may be asked for, and the vintage. */
export async function readPopulation(
  snapshot: Snapshot,
  respondents: readonly string[],
  vintage: Vintage,
): Promise<FindPopulation> {
  const asked = {
    kind: 'observation' as const,
    collections: [populationCollection],
    codes: [populationIndicator],
    respondents: [...new Set(respondents)],
  };
  return populationOf(await readCells(snapshot, asked, vintage), vintage.asOf);
}
