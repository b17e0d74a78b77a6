/** What a text as a whole stands for in the place of a nationality: the countries that have it as name, demonym or code. */
import { codesByName } from '../name-index.js';
import { expandedKey, nameKey } from '../name-key.js';
import { findRespondent } from '../resolve-respondent.js';
import { alpha2Of, isAggregate, isAlpha2, nameOf, respondentKind } from '../respondents.js';
import { demonymIndex, type DemonymOwners } from './demonym-index.js';

/** Why a text may mean each country, in English, by code. */
export type Reasons = ReadonlyMap<string, string>;

export interface Meaning {
  readonly reasons: Reasons;
  /** Said where the word is only proposed, even if one country alone has it. */
  readonly doubtful: boolean;
}

const nothing: Meaning = { reasons: new Map(), doubtful: false };
const nameIn = (code: string): string => nameOf(code, 'en');
const isCountry = (code: string): boolean => respondentKind(code) !== 'organisation' && !isAggregate(code);

/** Codes in capitals that also stand for words: no reply, not communicated, sin dato. */
const codesLikeWords = new Set(['NR', 'NC', 'SD']);

/** Codes count in capitals only; "in" and "per" are words, and only proposed. */
function meaningOfCode(text: string): Meaning {
  const capitals = text.toUpperCase();
  const code = isAlpha2(capitals) ? capitals : alpha2Of(capitals);
  if (!code) return nothing;
  const doubtful = text !== capitals || codesLikeWords.has(text);
  return { reasons: new Map([[code, `code of ${nameIn(code)}`]]), doubtful };
}

function ownersOf(text: string): DemonymOwners | undefined {
  const index = demonymIndex();
  const key = nameKey(text);
  // The Arabic article: "السوريين".
  return index.get(key) ?? index.get(key.replace(/^ال/u, ''));
}

const isWholeName = (text: string): boolean =>
  [nameKey(text), expandedKey(text)].some((key) => codesByName().has(key));

/** The country that has a text as its name; where it is a demonym as well, only if it is the whole name. */
function ownerOfName(text: string, isDemonym: boolean): string | undefined {
  if (isDemonym && !isWholeName(text)) return undefined;
  const found = findRespondent(text);
  const isName = found?.match === 'exact' || found?.code === text;
  return found && isName && isCountry(found.code) && !isAlpha2(text) ? found.code : undefined;
}

/** In: a text. Out: whom it means as a whole, name before demonym before code; nothing where it is none of these. */
export function meaningOf(text: string): Meaning {
  const owners = ownersOf(text);
  const name = ownerOfName(text, owners !== undefined);
  const reasons = new Map(name ? [[name, `name of ${nameIn(name)}`]] : []);
  for (const code of owners?.codes ?? [])
    if (code !== name)
      reasons.set(code, `${owners?.doubtful ? 'sometimes a ' : ''}demonym of ${nameIn(code)}`);
  if (reasons.size === 0) return meaningOfCode(text);
  const isOnlyName = name !== undefined && reasons.size === 1;
  return { reasons, doubtful: !isOnlyName && owners?.doubtful === true };
}

/** As `meaningOf`, for a text that may be a part of another: no codes, and no name without its form of State. */
export function meaningOfPart(text: string): Reasons {
  if (ownersOf(text) === undefined && !isWholeName(text)) return nothing.reasons;
  return nameKey(text).length < 3 ? nothing.reasons : meaningOf(text).reasons;
}
