/** Codes with their names in the language asked for. */
import { findCollection, findDetail, findIndicator, findTopic, type CodeNames } from '@rapporteur/domain';
import { nameOf, regionNameOf, type Language } from '@rapporteur/names';

export interface Named {
  readonly code: string;
  readonly name: string;
}

const pick = (code: string, names: CodeNames | undefined, language: Language): Named => ({
  code,
  name: names?.[language] ?? names?.en ?? code,
});

export const nameRespondent = (code: string, language: Language): Named => ({
  code,
  name: nameOf(code, language),
});

type NamedIndicator = Readonly<Named & { unit?: string }>;

/** By language and code: asked for with each row of a table. */
const indicators = new Map<string, NamedIndicator>();

export function nameIndicator(code: string, language: Language): NamedIndicator {
  const key = `${language} ${code}`;
  const known = indicators.get(key);
  if (known) return known;
  const found = findIndicator(code);
  const named = { ...pick(code, found?.names, language), ...(found ? { unit: found.unit } : {}) };
  // Codes that are in no list are as many as anybody writes.
  if (found) indicators.set(key, named);
  return named;
}

export const nameTopic = (code: string, language: Language): Named =>
  pick(code, findTopic(code)?.names, language);
export const nameDetail = (code: string, language: Language): Named =>
  pick(code, findDetail(code)?.names, language);
export const nameRegion = (code: string, language: Language): Named => ({
  code,
  name: regionNameOf(code, language),
});

/** A collection by its own name, else by the title of its latest round, else by its code. */
export function nameCollection(
  code: string,
  title: Readonly<Record<string, string>> | undefined,
  language: Language,
): Named {
  const own = findCollection(code)?.names[language];
  return { code, name: own ?? title?.[language] ?? title?.['en'] ?? code };
}
