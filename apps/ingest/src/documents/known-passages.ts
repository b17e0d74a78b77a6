/** The passages that a document's events hold: which others are new, and where those of another extraction stand in a text. */
import {
  reanchor,
  type Anchored,
  type DocumentEvent,
  type DocumentText,
  type Passage,
} from '@rapporteur/domain';

interface KnownPassage {
  readonly passage: Passage;
  /** Version of the extraction that its places count in; of a region there may be none. */
  readonly extraction: number | null;
}

/** By event and ordinal of a statement. */
export type KnownPassages = ReadonlyMap<string, KnownPassage>;

const keyOf = (event: number, ordinal: number) => `${event}.${ordinal}`;

/** The last passage of each statement. */
export function findKnown(events: readonly DocumentEvent[]): KnownPassages {
  const known = new Map<string, KnownPassage>();
  for (const { type, data } of events)
    if (type === 'EvidenceAttached')
      for (const passage of data.passages)
        known.set(keyOf(passage.event, passage.ordinal), { passage, extraction: data.extraction });
  return known;
}

/**
 * In: a text, what was looked for in it, and what is known. Out: the same, but a region stays, whatever the text says, and what
 * had exact words in another extraction has the same words in this one: a person may have pointed at them. Where these are not there once, what was looked for counts,
 * and if that has no exact words it is told.
 */
export function reanchorKnown(
  text: DocumentText,
  anchored: readonly Anchored[],
  known: KnownPassages,
): { readonly anchored: Anchored[]; readonly reanchored: number } {
  let reanchored = 0;
  const all = anchored.map((one): Anchored => {
    const { statement } = one;
    const before = known.get(keyOf(statement.position, statement.ordinal));
    if (before && before.passage.region !== null) return { statement, passage: before.passage };
    if (!before || before.passage.quote === null || before.extraction === text.extraction) return one;
    const passage = reanchor(text, before.passage);
    if (!passage) return one.passage?.quote == null ? { ...one, why: 'quote-not-found' } : one;
    reanchored += 1;
    return { statement, passage };
  });
  return { anchored: all, reanchored };
}

/**
 * The passages that are not known yet as they are now. A whole paragraph does not take the place of exact words of the same
 * extraction, for a person may have said these; nor does anything take the place of a region but what a person says.
 */
export const findNew = (
  anchored: readonly Anchored[],
  known: KnownPassages,
  extraction: number | null,
  isSaid = false,
): Passage[] =>
  anchored.flatMap(({ passage }) => {
    if (!passage) return [];
    const before = known.get(keyOf(passage.event, passage.ordinal));
    if (!before) return [passage];
    if (before.passage.region !== null && !isSaid) return [];
    const isSame = sayPassage(before.passage, before.extraction) === sayPassage(passage, extraction);
    const isExact = before.passage.quote !== null && before.extraction === extraction;
    return isSame || (isExact && isWholeParagraph(passage)) ? [] : [passage];
  });

const isWholeParagraph = ({ quote, region }: Passage) => quote === null && region === null;

/** A region is the same in every extraction. */
const sayPassage = ({ page, paragraph, quote, start, end, region }: Passage, extraction: number | null) =>
  JSON.stringify([region === null ? extraction : null, page, paragraph, quote, start, end, region]);
