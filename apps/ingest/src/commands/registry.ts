/** The code lists and names that parsing checks against. */
import { denominators, details, dimensions, indicators, topics, type Registry } from '@rapporteur/domain';
import { resolveRespondent, respondentCodes } from '@rapporteur/names';

const ofRespondents = respondentCodes.map((code) => code.toLowerCase());

export const registry: Omit<Registry, 'today'> = {
  resolve: resolveRespondent,
  indicators: [...indicators, ...denominators].map(({ code }) => code),
  topics: topics.map(({ code }) => code),
  details: details.map(({ code }) => code),
  dimensions: Object.fromEntries(
    dimensions.map(({ code, codes, respondents }) => [
      code,
      [...codes.map((c) => c.code), ...(respondents ? ofRespondents : [])],
    ]),
  ),
};
