/** Up to which position something was last recorded, and of whom: from this it follows which answers still stand. */

/** What an answer depends on: what is recorded of these collections and respondents. An absent part does not narrow. */
export interface About {
  readonly collections?: readonly string[] | undefined;
  readonly respondents?: readonly string[] | undefined;
}

/** A respondent in a collection of whom something was recorded. */
export interface Touched {
  readonly collection: string;
  readonly respondent: string;
}

/** The last event of a respondent in a collection among those looked at; null: of something that any answer may depend on. */
export interface Change {
  readonly position: number;
  readonly of: Touched | null;
}

export interface LastChanges {
  /** In: all that was recorded after the positions noted before, up to this one; undefined where that is not known. */
  note(changes: readonly Change[] | undefined, upTo: number): void;
  /** The position of the last event that an answer may depend on, or a later one. */
  of(about: About): number;
}

/** With more pairs of collection and respondent all is forgotten, and counts as changed. */
const pairsAtMost = 50_000;
/** Of more pairs only the respondents are looked at. */
const pairsLookedAt = 300;

const toPair = (collection: string, respondent: string) => `${collection}/${respondent}`;

export function makeLastChanges(): LastChanges {
  const ofPairs = new Map<string, number>();
  const ofCollections = new Map<string, number>();
  const ofRespondents = new Map<string, number>();
  /** The last change of anything, and the last that any answer may depend on. */
  let last = 0;
  let ofAll = 0;
  const latest = (positions: Map<string, number>, keys: readonly string[]) =>
    keys.reduce((most, key) => Math.max(most, positions.get(key) ?? 0), ofAll);
  const forget = (upTo: number) => {
    ofAll = Math.max(ofAll, upTo);
    for (const positions of [ofPairs, ofCollections, ofRespondents]) positions.clear();
  };
  const noteOne = ({ position, of }: Change) => {
    if (!of) return void (ofAll = Math.max(ofAll, position));
    const raise = (positions: Map<string, number>, key: string) =>
      positions.set(key, Math.max(position, positions.get(key) ?? 0));
    raise(ofPairs, toPair(of.collection, of.respondent));
    raise(ofCollections, of.collection);
    raise(ofRespondents, of.respondent);
  };
  return {
    note(changes, upTo) {
      last = Math.max(last, upTo);
      changes?.forEach(noteOne);
      if (!changes || ofPairs.size > pairsAtMost) forget(upTo);
    },
    of({ collections, respondents }) {
      if (!respondents) return collections ? latest(ofCollections, collections) : last;
      if (!collections || collections.length * respondents.length > pairsLookedAt)
        return latest(ofRespondents, respondents);
      return latest(
        ofPairs,
        collections.flatMap((collection) => respondents.map((respondent) => toPair(collection, respondent))),
      );
    },
  };
}
