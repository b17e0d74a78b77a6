/** Keeps whoever is refused again and again from filling the audit: some entries a minute, then one that counts the rest. */

export interface RefusalBounds {
  /** Entries of one address that are written in a minute. */
  readonly atMost: number;
  /** Addresses that are told apart; all others are one. */
  readonly addresses: number;
  readonly windowMs: number;
}

interface Seen {
  times: number;
}

export class BoundRefusals {
  private seen = new Map<string, Seen>();
  private timer: NodeJS.Timeout | undefined;

  /** In: the bounds, and what is told, at the end of a minute, how many refusals of an address were not written. */
  constructor(
    private readonly bounds: RefusalBounds,
    private readonly onMore: (address: string | undefined, more: number) => void,
  ) {}

  /** Whether a refusal of an address is to be written; it is counted in any case. */
  isToBeWritten(address = 'unknown'): boolean {
    const isNew = !this.seen.has(address);
    const name = isNew && this.seen.size >= this.bounds.addresses ? 'others' : address;
    const known = this.seen.get(name) ?? { times: 0 };
    this.seen.set(name, known);
    known.times += 1;
    this.timer ??= setTimeout(() => this.end(), this.bounds.windowMs).unref();
    return known.times <= this.bounds.atMost;
  }

  /** Ends the minute: tells what was not written. */
  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const ended = this.seen;
    this.seen = new Map();
    for (const [address, { times }] of ended)
      if (times > this.bounds.atMost)
        this.onMore(
          ['others', 'unknown'].includes(address) ? undefined : address,
          times - this.bounds.atMost,
        );
  }
}
