/** Respondents and regions: their codes, their names in the six UN languages, and what a written name means. */
export { distanceWithin, mistakesAllowed } from './edit-distance.js';
export { wordsOf } from './name-key.js';
export { isLanguage, languages, negotiateLanguage, type Language } from './languages.js';
export {
  acceptedNames,
  alpha3Of,
  isAggregate,
  isRespondentCode,
  m49Of,
  nameOf,
  respondentCodes,
  respondentKind,
  sortByName,
  type RespondentKind,
} from './respondents.js';
export {
  findRespondent,
  resolveRespondent,
  type Resolution,
  type ResolvedRespondent,
  type Suggestion,
  type UnresolvedRespondent,
} from './resolve-respondent.js';
export { regionMembers, regionNameOf, regions, regionsOf, type Region } from './regions.js';
export {
  findNationality,
  type Nationality,
  type NationalityProposal,
} from './nationality/find-nationality.js';
