/** Sees to it that an import withdraws no more than its sender was shown: before its first commit, and at each one. */
import { groupBy, replyStream, type DomainEvent } from '@rapporteur/domain';
import { readRecorded, type RecordedEvent } from '@rapporteur/event-store';
import type pg from 'pg';
import { findVersions, type ImportKey } from './import-records.js';
import { countWithdrawn, readKnown, stateOf } from './known-replies.js';
import type { Present, Task } from './list-tasks.js';
import { planReply } from './plan-reply.js';
import { mostUnasked, needAccepted, toWithdrawals, withdrawsMuch, type Counted } from './withdrawals.js';
import type { Withdrawals } from './withdrawals.js';

const respondentsAtOnce = 25;
/** What waits counts as withdrawn here, too: nobody knows yet whether it comes in. */
const noneWaits = { mayBe: () => false };

export interface Guarding extends ImportKey {
  readonly name: string;
  readonly acceptWithdrawals?: number | undefined;
  readonly partial?: boolean | undefined;
}

/** Made for one import, and held together with the lock of the collection. */
export class WithdrawalGuard {
  private readonly counted = new Map<string, Counted>();
  private readonly tasks = new Map<string, Task[]>();
  /** The version of each stream as it was counted, or as the import has stored it since. */
  private versions: Map<string, number> = new Map();

  constructor(
    private readonly client: pg.ClientBase,
    private readonly request: Guarding,
    /** Where the log ended when a run of this import began that broke off; null: there was none. */
    private beganAfter: number | null,
  ) {}

  /** Counts what the whole import withdraws, its part that an earlier run has stored included. */
  async plan(tasks: readonly Task[], present: Present): Promise<Withdrawals> {
    for (const task of tasks)
      this.tasks.set(task.respondent, [...(this.tasks.get(task.respondent) ?? []), task]);
    const respondents = [...new Set([...present.values()].flatMap((names) => [...names]))].sort();
    this.versions = await findVersions(this.client, this.request.collection);
    for (let i = 0; i < respondents.length; i += respondentsAtOnce)
      await this.count(respondents.slice(i, i + respondentsAtOnce));
    return this.summary();
  }

  /** Errors: UnreadableFile `withdraws-much`. */
  check(): void {
    needAccepted(this.summary(), this.request.acceptWithdrawals);
  }

  /** From here on the import stores: what it has stored since this position is its own. */
  begin(beganAfter: number): void {
    this.beganAfter = beganAfter;
  }

  /** Notes that the import has stored its next event in a stream. */
  stored(stream: string): void {
    this.versions.set(stream, (this.versions.get(stream) ?? 0) + 1);
  }

  /**
   * Counts those respondents again of whom somebody else has stored something meanwhile.
   * Errors: UnreadableFile `withdraws-much`, where the import would now withdraw more than was accepted.
   */
  async checkAgain(tasks: readonly Task[]): Promise<void> {
    const respondents = new Set(tasks.map(({ respondent }) => respondent));
    const now = await findVersions(this.client, this.request.collection);
    const changed = new Set<string>();
    for (const [stream, version] of now) {
      const respondent = respondentOf(stream);
      if (respondents.has(respondent) && this.versions.get(stream) !== version) {
        changed.add(respondent);
        this.versions.set(stream, version);
      }
    }
    if (changed.size === 0) return;
    await this.count([...changed]);
    const summary = this.summary();
    const { acceptWithdrawals } = this.request;
    if (summary.withdrawn <= (acceptWithdrawals ?? mostUnasked(summary.standing))) return;
    throw withdrawsMuch(
      summary,
      acceptWithdrawals,
      'Somebody changed these replies while the file was imported, so the import stopped. What it stored stays.',
    );
  }

  private summary(): Withdrawals {
    return toWithdrawals(this.counted);
  }

  private async count(respondents: readonly string[]): Promise<void> {
    const wanted = new Set(respondents);
    const streams = [...this.versions.keys()].filter((stream) => wanted.has(respondentOf(stream)));
    const events = groupBy(await readRecorded(this.client, streams), ({ stream }) => respondentOf(stream));
    for (const respondent of respondents) {
      const known = readKnown(events.get(respondent) ?? [], (event) => this.isOwn(event));
      const planned = (this.tasks.get(respondent) ?? []).flatMap((task): DomainEvent[] => {
        const state = stateOf(known, replyStream(this.request.collection, task.round.round, respondent));
        const { name, partial } = this.request;
        const { event } = planReply({ ...task, state, before: undefined, name, partial, waiting: noneWaits });
        return event ? [event] : [];
      });
      this.counted.set(respondent, countWithdrawn(known, planned));
    }
  }

  private isOwn({ correlationId, position }: RecordedEvent): boolean {
    if (this.beganAfter === null || correlationId !== `import ${this.request.file}`) return false;
    return position === null || position > this.beganAfter;
  }
}

const respondentOf = (stream: string): string => stream.slice(stream.lastIndexOf('/') + 1);
