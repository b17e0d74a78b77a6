/** What an api knows of the tables: how far they have come, what was recorded of whom, and whether that is still so. */
import { makeLastChanges, type About, type Change } from './last-changes.js';

/** The facts by which two states of the tables differ, as a read's snapshot knows them. */
export interface TablesSeen {
  readonly position: number;
  readonly deadLetters: number;
  /** Identifies the set of tables, since a rebuild replaces them. */
  readonly tables: number;
}

/** The state of the tables, and what was recorded since the state before. */
export interface TablesState extends TablesSeen {
  /** Differs where other events up to the position could not be applied. */
  readonly letters: string;
  /** Undefined where that is too much to tell, or nothing was known before. */
  readonly changes: readonly Change[] | undefined;
}

export interface Moment {
  /** Grows whenever the tables may have changed. */
  readonly generation: number;
  /** Grows when they changed in another way than by what was recorded: a rebuild, or a dead letter. */
  readonly epoch: number;
}

export interface Belief {
  readonly moment: Moment;
  /** Up to where it is known what was recorded. */
  readonly position: number;
  isBelieved(): boolean;
  /** The position of the last event that an answer depends on, among those known; or a later one. */
  lastChange(about: About): number;
  learn(position: number): void;
  see(seen: TablesSeen): void;
  doubt(): void;
  confirm(): Promise<boolean>;
}

const believedForMs = 1000;

/** In: a function that looks at the tables, and at what was recorded after a position; and a clock in milliseconds. */
export function makeBelief(
  look: (after: number | undefined) => Promise<TablesState>,
  clock: () => number,
): Belief {
  const lastChanges = makeLastChanges();
  let [generation, epoch, doubts, believedUntil] = [0, 0, 0, 0];
  /** The furthest position heard of, and the one up to which it is known what was recorded. */
  let newest = 0;
  let known: number | undefined;
  const facts = makeMemory();
  const letters = makeMemory();
  let looking: Promise<boolean> | undefined;

  const isBelieved = () => clock() < believedUntil && known !== undefined && known >= newest;
  const doubt = () => {
    generation += 1;
    doubts += 1;
    believedUntil = 0;
  };
  const learn = (position: number) => {
    if (position <= newest) return;
    newest = position;
    doubt();
  };
  const lookOnce = async () => {
    const [lookedAt, doubtsBefore] = [clock(), doubts];
    const seen = await look(known);
    // Tables do not go back, but for a backup that was put in their place: then nothing is known until they are further on.
    if (seen.position < (known ?? 0)) return false;
    if (seen.position > (known ?? -1)) lastChanges.note(seen.changes, seen.position);
    known = seen.position;
    if (known > newest) [newest, generation] = [known, generation + 1];
    // Both are remembered, whichever differs.
    if ([facts.isNew(factsOf(seen)), letters.isNew(seen.letters)].includes(true)) {
      epoch += 1;
      generation += 1;
    }
    believedUntil = doubts === doubtsBefore ? lookedAt + believedForMs : 0;
    return true;
  };
  return {
    get moment() {
      return { generation, epoch };
    },
    get position() {
      return known ?? 0;
    },
    isBelieved,
    lastChange: lastChanges.of,
    learn,
    see(seen) {
      // What an older snapshot saw is ignored.
      if (seen.position < newest) return;
      learn(seen.position);
      if (!facts.isNew(factsOf(seen))) return;
      epoch += 1;
      doubt();
    },
    doubt,
    async confirm() {
      if (isBelieved()) return true;
      // A look that is under way may have begun before what who asks knows of; one that begins after it did not.
      if (looking) {
        await looking;
        if (isBelieved()) return true;
      }
      return (looking ??= lookOnce().finally(() => (looking = undefined)));
    },
  };
}

/** Remembers one text. */
function makeMemory() {
  let known: string | undefined;
  return {
    isNew(text: string): boolean {
      const was = known;
      known = text;
      return was !== text;
    },
  };
}

const factsOf = ({ deadLetters, tables }: TablesSeen) => `${deadLetters} ${tables}`;
