/**
 * Lists of the domain that the build puts into the page as data: the names of dimensions and their codes, of what replies
 * say instead of a number with the signs for it, which ratios there are, who publishes which collection, and what webhooks are told of. Tests import this
 * file itself.
 */
import { webhookKinds } from '@rapporteur/contract';
import { collections, dimensions, missingCodes, ratioKinds } from '@rapporteur/domain';

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

/** Who publishes the collections that come along, and the licence that they state, by code. */
export const publishers = Object.fromEntries(
  collections.map(({ code, publisher, licence = null }) => [code, { publisher, licence }]),
);

export { webhookKinds };

export default names;
