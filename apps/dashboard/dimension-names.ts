/**
 * The names of dimensions and their codes, and of what replies say instead of a number, with the signs for it. The build puts them into the page as data; tests import this file
 * itself.
 */
import { dimensions, missingCodes } from '@rapporteur/domain';

const names = Object.fromEntries(
  dimensions.map(({ code, names: own, codes, respondents = false }) => [
    code,
    { names: own, codes: Object.fromEntries(codes.map((one) => [one.code, one.names])), respondents },
  ]),
);

/** By code, in the order of the list. */
export const missing = Object.fromEntries(
  missingCodes.map(({ code, sign, names: own }) => [code, { sign, names: own }]),
);

export default names;
