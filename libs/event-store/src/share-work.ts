/** What is asked for one by one and done together: those who ask while others are served share the next go. */

export interface Sharing<Asked, Outcome> {
  /** Goes at once: one is prepared here while PostgreSQL works on the other. */
  readonly lanes: number;
  /** Takes what is done in the next go out of what waits, in order of arrival; nothing where all must go on waiting. */
  readonly take: (waiting: Asked[]) => Asked[];
  /**
   * Does what was taken. Out: the outcome of each, in their order; one may fail without the others. Errors: meet all
   * who shared the go.
   */
  readonly work: (taken: readonly Asked[]) => Promise<readonly (Outcome | Promise<Outcome>)[]>;
}

export interface Shared<Asked, Outcome> {
  ask(asked: Asked): Promise<Outcome>;
  /** Goes under way, and what waits for one. */
  readonly depth: number;
}

/** In: how many goes at once, what fits one, and what does it. Out: where to ask. */
export function shareWork<Asked extends object, Outcome>({
  lanes,
  take,
  work,
}: Sharing<Asked, Outcome>): Shared<Asked, Outcome> {
  const waiting: Asked[] = [];
  const settle = new Map<
    Asked,
    { done(outcome: Outcome | Promise<Outcome>): void; fail(error: unknown): void }
  >();
  let underWay = 0;

  const goOn = async () => {
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
      void goOn();
    }
  };

  return {
    ask: (asked) =>
      new Promise((done, fail) => {
        // An object of its own for each who asks: the same may be asked for twice.
        const own = { ...asked };
        settle.set(own, { done, fail });
        waiting.push(own);
        // A later turn of the event loop: what one turn brings shares a go.
        setImmediate(() => void goOn());
      }),
    get depth() {
      return waiting.length + underWay;
    },
  };
}
