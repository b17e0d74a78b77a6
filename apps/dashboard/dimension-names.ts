/**
 * Lists of the domain that the build puts into the page as data: the names of dimensions and their codes, of what replies
 * say instead of a number with the signs for it, which ratios there are, and what webhooks are told of. Tests import this
 * file itself.
 */
import { webhookKinds } from '@rapporteur/contract';
import { dimensions, missingCodes, ratioKinds } from '@rapporteur/domain';

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

export const ratios = ratioKinds;

export { webhookKinds };

export default names;
