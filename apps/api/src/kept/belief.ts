/** What an api knows of the tables: how far they have come, what was recorded of whom, and whether that is still so. */
import { makeLastChanges, type About, type Change, type Touched } from './last-changes.js';

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

/** The moment at which the computation of an answer began. */
export interface Moment {
  /** Grows whenever the tables may have changed. */
  readonly generation: number;
  /** Grows when they changed in another way than by what was recorded: a rebuild, or a dead letter. */
  readonly epoch: number;
  /** How many notices have been heard. */
  readonly notices: number;
}

const believedForMs = 1000;

/**
 * Goes on with what is recorded. A notice that names whom it is about ends the belief for these only: answers about others
 * are given as of what is known, until a look that begins at once has found how far the tables are. Whoever has seen the
 * tables further on waits for such a look before telling anybody, so that no answer goes back to before another.
 */
export class Belief {
  private readonly changes = makeLastChanges();
  private readonly heard = makeLastChanges();
  private facts: string | undefined;
  private letters: string | undefined;
  /** The furthest position that somebody was told of. */
  private newest = 0;
  /** Up to where it is known what was recorded; -1: nowhere. */
  private known = -1;
  private doubts = 0;
  private believedUntil = 0;
  private looking: Promise<boolean> | undefined;
  private wasAsked = false;
  private readonly now = { generation: 0, epoch: 0, notices: 0 };

  /** In: a function that looks at the tables, and at what was recorded after a position; and a clock in milliseconds. */
  constructor(
    private readonly look: (after: number | undefined) => Promise<TablesState>,
    private readonly clock: () => number,
  ) {}

  get moment(): Moment {
    return this.now;
  }

  get position(): number {
    return Math.max(this.known, 0);
  }

  /** The position of the last event that an answer depends on, among those known; or a later one. */
  lastChange(about: About): number {
    return this.changes.of(about);
  }

  /** The number of the last notice of something that an answer depends on, or a later one. */
  lastNotice(about: About): number {
    return this.heard.of(about);
  }

  isBelieved(): boolean {
    this.wasAsked = true;
    return this.clock() < this.believedUntil && this.known >= this.newest;
  }

  async learn(position: number): Promise<void> {
    if (position <= this.known) return;
    await this.lookAnew().catch(() => this.doubt());
    if (position <= this.known) return;
    this.newest = Math.max(this.newest, position);
    this.doubt();
  }

  async see(seen: TablesSeen): Promise<void> {
    // What an older snapshot saw is ignored.
    if (seen.position === this.known && factsOf(seen) !== this.facts)
      await this.lookAnew().catch(() => this.doubt());
    await this.learn(seen.position);
  }

  hear(touched: readonly Touched[] | undefined): void {
    this.now.notices += 1;
    this.now.generation += 1;
    const { notices } = this.now;
    this.heard.note(
      touched?.map((of) => ({ position: notices, of })),
      notices,
    );
    // While nobody reads, nobody looks.
    if (!touched || !this.wasAsked) return this.doubt();
    this.wasAsked = false;
    void this.lookAnew().catch(() => this.doubt());
  }

  async confirm(): Promise<boolean> {
    if (this.isBelieved()) return true;
    if (this.looking) {
      await this.looking;
      if (this.isBelieved()) return true;
    }
    return this.lookAnew();
  }

  private doubt(): void {
    this.now.generation += 1;
    this.doubts += 1;
    this.believedUntil = 0;
  }

  /** A look that begins after now: one that is under way may have seen what was before. */
  private async lookAnew(): Promise<boolean> {
    if (this.looking) await this.looking.catch(() => undefined);
    return (this.looking ??= this.lookOnce().finally(() => (this.looking = undefined)));
  }

  private async lookOnce(): Promise<boolean> {
    const [lookedAt, doubtsBefore] = [this.clock(), this.doubts];
    const seen = await this.look(this.known < 0 ? undefined : this.known);
    // Tables do not go back, but for a backup that was put in their place: then nothing is known until they are further on.
    if (seen.position < this.known) return false;
    if (seen.position > this.known) {
      this.changes.note(seen.changes, seen.position);
      this.known = seen.position;
      this.now.generation += 1;
    }
    const facts = factsOf(seen);
    if (facts !== this.facts || seen.letters !== this.letters) {
      [this.facts, this.letters] = [facts, seen.letters];
      this.now.epoch += 1;
      this.now.generation += 1;
    }
    if (this.doubts === doubtsBefore) this.believedUntil = lookedAt + believedForMs;
    return true;
  }
}

const factsOf = ({ deadLetters, tables }: TablesSeen) => `${deadLetters} ${tables}`;
