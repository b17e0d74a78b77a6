/** Where the figures of a table are from, for files that are passed on: collection, publisher, licence. */
import { findCollection } from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';

/** One collection, in words. */
export interface Source {
  readonly code: string;
  /** Its name in the language; its code where it is none that comes along. */
  readonly name: string;
  /** Who publishes it; undefined where that is not known. */
  readonly publisher: string | undefined;
  /** The licence that the publication states; undefined where it states none, or none is known. */
  readonly licence: string | undefined;
}

/** In: codes, of which some may be none. Out: a source for each collection, by code. */
export const sourcesOf = (codes: Iterable<unknown>, language: Language): Source[] =>
  [...new Set(codes)]
    .filter((code) => typeof code === 'string' && code !== '')
    .map(String)
    .sort()
    .map((code) => {
      const { names, publisher, licence } = findCollection(code) ?? {};
      return { code, name: names?.[language] ?? code, publisher, licence };
    });

/** In: rows of a table. Out: the sources that their column `collection` names; none for tables without it. */
export const sourcesIn = (rows: readonly Readonly<Record<string, unknown>>[], language: Language): Source[] =>
  sourcesOf(
    rows.map((row) => row['collection']),
    language,
  );

/** "United Nations Office on Drugs and Crime (UNODC): UNODC, trafficking in persons (unodc-glotip); licence: none is stated" */
export const showSource = (source: Source): string => `${showPublication(source)}; ${showLicence(source)}`;

/** Publisher, name and code. */
export const showPublication = ({ code, name, publisher }: Source): string =>
  [publisher, name === code ? code : `${name} (${code})`].filter(Boolean).join(': ');

export const showLicence = ({ publisher, licence }: Source): string => {
  if (licence !== undefined) return `licence: ${licence}`;
  return publisher === undefined
    ? 'licence: not known here'
    : 'licence: none is stated; ask the publisher before you pass the figures on';
};
