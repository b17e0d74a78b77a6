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
}: Sharing<Item, Outcome>): Shared<Item, Outcome> {
  const waiting: Item[] = [];
  const settle = new Map<
    Item,
    { done(outcome: Outcome | Promise<Outcome>): void; fail(error: unknown): void }
  >();
  let underWay = 0;

  const startBatch = async () => {
    if (underWay >= lanes || waiting.length === 0) return;
    const taken = take(waiting);
    if (taken.length === 0) return;
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
        // Started in a later turn of the event loop: what is asked in one turn goes into one batch.
        setImmediate(() => void startBatch());
      }),
    get depth() {
      return waiting.length + underWay;
    },
  };
}
