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
  /** Version of the extraction that its places count in. */
  readonly extraction: number;
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
 * In: a text, what was looked for in it, and what is known. Out: the same, but what had exact words in another extraction has
 * the same words in this one: a person may have pointed at them. Where these are not there once, what was looked for counts,
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
 * extraction: a person may have said these.
 */
export const findNew = (anchored: readonly Anchored[], known: KnownPassages, extraction: number): Passage[] =>
  anchored.flatMap(({ passage }) => {
    if (!passage) return [];
    const before = known.get(keyOf(passage.event, passage.ordinal));
    if (!before) return [passage];
    const isSame = sayPassage(before.passage, before.extraction) === sayPassage(passage, extraction);
    const isExact = before.passage.quote !== null && before.extraction === extraction;
    return isSame || (isExact && passage.quote === null) ? [] : [passage];
  });

const sayPassage = ({ page, paragraph, quote, start, end }: Passage, extraction: number) =>
  JSON.stringify([extraction, page, paragraph, quote, start, end]);
