/**
 * Does in batches what is asked for one by one: what is asked while a batch is under way goes into the next
 * one.
 */

export interface Sharing<Item, Outcome> {
  /** Batches at the same time: one is prepared here while PostgreSQL works on the other. */
  readonly lanes: number;
  /**
   * Takes the items of the next batch out of `waiting`, in order of arrival; none where all must go on waiting.
   */
  readonly take: (waiting: Item[]) => Item[];
  /**
   * Does one batch. Out: the outcome of each item, in their order; one may fail without the others. An error
   * that is thrown fails all items of the batch.
   */
  readonly work: (taken: readonly Item[]) => Promise<readonly (Outcome | Promise<Outcome>)[]>;
  /** Whether a batch waits a moment for as many as were lately asked for at once; not when not said. */
  readonly gathers?: boolean;
}

export interface Shared<Item, Outcome> {
  ask(asked: Item): Promise<Outcome>;
  /** Batches under way, and items that wait. */
  readonly depth: number;
}

/** In: how many batches at once, what fits into one, and what does it. Out: where to ask. */
export function shareWork<Item extends object, Outcome>({
  lanes,
  take,
  work,
  gathers = false,
}: Sharing<Item, Outcome>): Shared<Item, Outcome> {
  const waiting: Item[] = [];
  const settle = new Map<
    Item,
    { done(outcome: Outcome | Promise<Outcome>): void; fail(error: unknown): void }
  >();
  let underWay = 0;
  const gathering = gathers ? makeGathering(() => void startBatch(true)) : undefined;

  const startBatch = async (isTimeUp = false) => {
    if (underWay >= lanes || waiting.length === 0) return;
    if (!isTimeUp && gathering?.isEnough(waiting.length) === false) return;
    const taken = take(waiting);
    if (taken.length === 0) return;
    gathering?.started(isTimeUp);
    underWay += 1;
    const asking = taken.map((one) => settle.get(one)!);
    taken.forEach((one) => settle.delete(one));
    try {
      const outcomes = await work(taken);
      asking.forEach(({ done }, i) => done(outcomes[i]!));
    } catch (error) {
      asking.forEach(({ fail }) => fail(error));
    } finally {
      underWay -= 1;
      gathering?.ended(taken.length);
      void startBatch();
    }
  };

  return {
    ask: (asked) =>
      new Promise((done, fail) => {
        // A copy for each call: two calls may pass the same object.
        const own = { ...asked };
        settle.set(own, { done, fail });
        waiting.push(own);
        gathering?.came();
        // Started in a later turn of the event loop: what is asked in one turn goes into one batch.
        setImmediate(() => void startBatch());
      }),
    get depth() {
      return waiting.length + underWay;
    },
  };
}

/** Up to so few at once, each starts when it comes. */
const few = 3;
/** How long the first of a batch waits for others (ms): it may be that they do not come. */
const waitMs = 1;

/**
 * When a batch is worth starting. Clients that wait for their answers send again soon after, so a batch that starts with the
 * first of them leaves the others to a batch of their own, and each batch costs a statement and a commit.
 */
export interface Gathering {
  /** One more was asked for. */
  came(): void;
  /** In: how many wait. Out: whether a batch may start with them. If not, `onTimeUp` is called soon, whoever comes. */
  isEnough(waiting: number): boolean;
  /** A batch has started, because it was enough or because the time was up. */
  started(isTimeUp: boolean): void;
  /** So many have their outcome. */
  ended(count: number): void;
}

/** In: what starts a batch with those that wait, however few they are. */
export function makeGathering(onTimeUp: () => void): Gathering {
  /** Asked for and without an outcome: now, and at most since the last batch started, and between the two before. */
  let open = 0;
  let most = 0;
  let mostBefore = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    came() {
      open += 1;
      most = Math.max(most, open);
    },
    isEnough(waiting) {
      const expected = Math.max(most, mostBefore);
      // Half of them: the others are read and answered meanwhile.
      if (expected <= few || waiting >= expected / 2) return true;
      timer ??= setTimeout(() => {
        timer = undefined;
        onTimeUp();
      }, waitMs);
      return false;
    },
    started(isTimeUp) {
      clearTimeout(timer);
      timer = undefined;
      mostBefore = isTimeUp ? 0 : most;
      most = open;
    },
    ended(count) {
      open -= count;
    },
  };
}
