/** Guesses from a file's name and date which collection, round and day of receipt are meant; people correct them. */

export interface About {
  readonly collection: string;
  readonly round: string;
  readonly received: string;
}

const dateIn = /(?:^|\D)((?:19|20)\d{2})[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?=\D|$)/;
const yearIn = /(?:^|\D)((?:19|20)\d{2})(?=\D|$)/;

/** A name as a code of a collection: "UNODC GloTIP (final)" as "unodc-glotip-final". */
const toCode = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

/**
 * In: the name of the file, when it was last changed (ms), today, the codes of the collections that there are, and
 * what was chosen before. Out: the day in its name, or else that of its last change; the year of that, or in its name;
 * a collection that its name names, or else the one that was chosen, or its name without days.
 */
export function guessAbout(
  file: { readonly name: string; readonly lastModified: number },
  now: string,
  known: readonly string[],
  chosen: string,
): About {
  const base = file.name.replace(/\.[^.]{1,5}$/, '');
  const [, year, month, day] = dateIn.exec(base) ?? [];
  const written = year === undefined ? undefined : `${year}-${month}-${day}`;
  const changed = new Date(file.lastModified).toISOString().slice(0, 10);
  const received = [written, changed].find((one) => one !== undefined && one <= now) ?? now;
  const own = toCode(base.replace(dateIn, ' ').replace(yearIn, ' '));
  // With its days as well: a collection may have a year in its code.
  const texts = [own, toCode(base)];
  const named = known.find((code) => texts.some((text) => `-${text}-`.includes(`-${code}-`)));
  return {
    collection: named ?? (chosen || own),
    round: year ?? yearIn.exec(base)?.[1] ?? received.slice(0, 4),
    received,
  };
}
