/** The regions that tables are drawn up by: those next below the continents. */
import { regions, regionsOf } from '@rapporteur/names';

const parentOf = new Map(regions.map(({ code, parent }) => [code, parent]));

/** How many regions lie around a region: none for the world, one for a continent. */
const depthOf = (code: string): number => {
  const parent = parentOf.get(code);
  return parent ? 1 + depthOf(parent) : 0;
};

/** The regions next below the continents: `151` Eastern Europe, `419` Latin America and the Caribbean. */
export const subregions: readonly string[] = regions
  .filter(({ code }) => depthOf(code) === 2)
  .map(({ code }) => code);

/** The subregion that a respondent is shown under; undefined for those that M49 leaves out. */
export const subregionOf = (respondent: string): string | undefined =>
  regionsOf(respondent).find((code) => subregions.includes(code));
