/** Breakdowns as dimensions of SDMX: `form-of-exploitation:forced-labour` is EXPLOITATION = forced-labour. */
import { dimensions, findDimension, type Breakdown } from '@rapporteur/domain';

/** The code of what is not broken down (SDMX). */
export const totalId = '_T';

const dimensionIds: Readonly<Record<string, string>> = { 'form-of-exploitation': 'EXPLOITATION' };

/** In: a dimension's code. Out: its id in SDMX. */
export const dimensionIdOf = (code: string): string =>
  dimensionIds[code] ?? code.toUpperCase().replaceAll('-', '_');

/** The kinds of breakdown, in the order of the structure. */
export const breakdownDimensions: readonly { readonly code: string; readonly id: string }[] = dimensions.map(
  ({ code }) => ({ code, id: dimensionIdOf(code) }),
);

/** Codes that SDMX's own lists have another word for: CL_SEX 2.1, and CL_AGE of the SDGs. */
const standardIds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: { female: 'F', male: 'M', other: '_O', unknown: '_U' },
  age: { child: 'Y0T17', adult: 'Y_GE18', unknown: '_U' },
};

const listed = new Map(dimensions.map(({ code, codes }) => [code, new Set(codes.map((one) => one.code))]));

/** In: a dimension and a code of it. Out: the code's id in SDMX; a country's is in capitals, as a respondent's. */
export function toBreakdownId(dimension: string, code: string): string {
  const standard = standardIds[dimension]?.[code];
  if (standard !== undefined) return standard;
  const isCountry = findDimension(dimension)?.respondents && !listed.get(dimension)!.has(code);
  return isCountry ? code.toUpperCase() : code;
}

/** In: a breakdown. Out: the code of each kind of breakdown, `_T` where it is not broken down by it. */
export const toBreakdownIds = (breakdown: Breakdown): string[] =>
  breakdownDimensions.map(({ code }) => {
    const value = breakdown[code];
    return value === undefined ? totalId : toBreakdownId(code, value);
  });
