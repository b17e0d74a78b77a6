/** One run of an import: compares the file's replies with the stored ones, and appends the changes. */
import { randomUUID } from 'node:crypto';
import {
  evolve,
  findRound,
  noReply,
  readStreamEvents,
  replyStream,
  roundStream,
  toNewEvent,
  type DomainEvent,
  type ReplyState,
  type RoundOpened,
} from '@rapporteur/domain';
import { readStanding, readStream, readStreams, saveRelease, type Append } from '@rapporteur/event-store';
import type pg from 'pg';
import { awaitPositions } from './await-positions.js';
import { checkOrder, checkReceipt, newRound } from './check-round.js';
import {
  findBeganAfter,
  findImportedRounds,
  findRespondents,
  isThrough,
  saveEnd,
  saveStart,
} from './import-records.js';
import { findTasks } from './find-tasks.js';
import { keepFile } from '@rapporteur/documents';
import { inCommits, type Present, type Task } from './list-tasks.js';
import { countConflicts, planReply, type Plan } from './plan-reply.js';
import type { ImportedTable } from '../table/read-table.js';
import type { Importing, ImportResult, OnProgress, RunRequest } from './importing.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';
import { WithdrawalGuard } from './withdrawal-guard.js';
import { noWithdrawals, type Withdrawals } from './withdrawals.js';
import { saveVersion, saveWords } from './word-records.js';

const tries = 5;

/** Made for one file, and run once. The caller holds the lock of the collection. */
export class ImportRun {
  private readonly ids: string[] = [];
  private readonly sum = { stored: 0, repeated: 0, withdrawn: 0, withdrawnWaiting: 0 };
  /** The opening of the round, until it is stored. */
  private opening: Append | undefined;
  /** Undefined in a dry run, and until the file may be stored. */
  private guarded: WithdrawalGuard | undefined;

  constructor(
    private readonly importing: Importing,
    private readonly client: pg.PoolClient,
    private readonly request: RunRequest,
    private readonly table: ImportedTable,
    private readonly onProgress: OnProgress,
  ) {}

  async run(): Promise<ImportResult> {
    const { request, table, client } = this;
    const earlier = await findImportedRounds(client, request.collection);
    checkOrder(request, earlier);
    const round = await this.findRound();
    checkReceipt(request, round);
    // Where every row waits, nothing is stored: an empty publication would withdraw all that was there before.
    const isHeld = request.again !== 'touched' && table.replies.size === 0 && table.waiting.count > 0;
    const present = await findRespondents(client, request.collection);
    const tasks = isHeld ? [] : await findTasks(client, request, table, { round, earlier, present });
    const withdrawals = await this.guard(tasks, present);
    if (!request.dryRun) await this.begin();
    for (const together of inCommits(tasks)) {
      await this.store(together);
      const { stored, repeated } = this.sum;
      this.onProgress('storing', table.refused + table.waiting.count + stored + repeated, table.rows);
    }
    if (request.again === 'touched') this.countUntouched();
    const { rows, refused, replies, waiting } = table;
    const counts = { rows, refused, waiting: waiting.count, respondents: replies.size };
    const position = await awaitPositions(client, this.ids);
    if (!request.dryRun) {
      // Whatever is run again without storing anything is no news.
      const isNews = this.ids.length > 0 || !(await isThrough(client, request));
      if (!isHeld && isNews) await saveRelease(client, { ...request, position });
      await saveEnd(client, request, counts, !isHeld);
      await saveVersion(client, request, request.decided);
    }
    return this.conclude({ ...counts, withdrawals, position });
  }

  private async begin(): Promise<void> {
    const { client, request, table } = this;
    const { header, refused, refusedRows, waiting } = table;
    if (!request.again) await this.keep();
    this.guarded?.begin(await saveStart(client, { ...request, header, refused, refusedRows }));
    const { mappingText: mapping, confirmed = [], partial = false } = request;
    await saveWords(client, request, { mapping, confirmed, partial }, waiting);
    if (!request.again) await saveVersion(client, request, null);
  }

  /** Keeps the file as it came, so that rows that wait can come in later. */
  private async keep(): Promise<void> {
    const { importing, client, request } = this;
    const work = () => keepFile(client, request.file, request.path);
    await (importing.store ? importing.store(work) : work());
  }

  /** Rows of respondents that were not looked at repeat what is stored. */
  private countUntouched(): void {
    const { rows, refused, waiting } = this.table;
    this.sum.repeated = rows - refused - waiting.count - this.sum.stored;
  }

  private conclude(counts: Omit<ImportResult, 'conflicting' | keyof typeof this.sum>): ImportResult {
    const { rows, refused, waiting, ...rest } = counts;
    const { stored, repeated } = this.sum;
    if (rows !== stored + repeated + refused + waiting)
      throw new Error(
        `the rows do not add up: ${rows} read, ${stored} stored, ${repeated} repeated, ${refused} refused, ${waiting} waiting`,
      );
    const conflicting = [...this.table.replies.values()].reduce(
      (sum, reply) => sum + countConflicts(reply),
      0,
    );
    return { rows, refused, waiting, conflicting, ...this.sum, ...rest };
  }

  /**
   * Counts what the file withdraws. Errors: UnreadableFile where that is too much, but not of a dry run. Nobody is asked
   * about what a decision changes in a file that is stored: it touches figures of this file alone.
   */
  private async guard(tasks: readonly Task[], present: Present): Promise<Withdrawals> {
    const { client, request } = this;
    if (request.again === 'touched') return noWithdrawals;
    const guard = new WithdrawalGuard(client, request, await findBeganAfter(client, request));
    const withdrawals = await guard.plan(tasks, present);
    if (request.dryRun) return withdrawals;
    guard.check();
    this.guarded = guard;
    return withdrawals;
  }

  /** The round as it stands, or as the first replies will open it. */
  private async findRound(): Promise<RoundOpened> {
    const { collection, round } = this.request;
    const stream = roundStream(collection, round);
    const stored = await readStream(this.client, stream);
    const standing = findRound(stored);
    if (standing) {
      if (standing.complete || this.request.partial) return standing;
      throw new UnreadableFile(
        'bad-request',
        `The round ${collection}/${round} was opened for replies one by one ("complete": false). Import the file as another round, or as a part of this one (--partial).`,
      );
    }
    const data = newRound(this.request);
    this.opening = this.toAppend({ type: 'RoundOpened', data }, stream, stored.at(-1)?.version ?? 0);
    return data;
  }

  /** Compares and stores some replies. Those that another process changed meanwhile are compared again. */
  private async store(tasks: readonly Task[]): Promise<void> {
    let open = tasks;
    for (let i = 0; open.length > 0; i += 1) {
      if (i === tries) throw new Error(`others changed ${open[0]!.respondent}'s reply all the while`);
      const planned = await this.plan(open);
      await this.guarded?.checkAgain(open);
      const changes = planned.filter(({ plan }) => plan.event);
      const stored = this.request.dryRun
        ? new Set(changes.map(({ stream }) => stream))
        : await this.append(
            changes.map(({ plan, stream, version }) => this.toAppend(plan.event!, stream, version)),
          );
      const done = planned.filter(({ plan, stream }) => !plan.event || stored.has(stream));
      for (const { task, plan } of done) {
        if (!task.counts) continue;
        this.sum.stored += plan.stored;
        this.sum.repeated += plan.repeated;
        this.sum.withdrawn += plan.withdrawn;
        this.sum.withdrawnWaiting += plan.withdrawnWaiting;
      }
      open = planned.filter((p) => !done.includes(p)).map(({ task }) => task);
    }
  }

  private async plan(
    tasks: readonly Task[],
  ): Promise<{ task: Task; plan: Plan; stream: string; version: number }[]> {
    const { collection, name, partial } = this.request;
    const streamOf = (round: string, respondent: string) => replyStream(collection, round, respondent);
    const streams = tasks.flatMap(({ round, before, respondent }) => [
      streamOf(round.round, respondent),
      ...(before ? [streamOf(before, respondent)] : []),
    ]);
    const events = await readStreams(this.client, streams);
    const stateOf = (stream: string): ReplyState =>
      readStreamEvents(events.get(stream) ?? []).reduce(evolve, noReply);
    return tasks.map((task) => {
      const stream = streamOf(task.round.round, task.respondent);
      const before = task.before ? stateOf(streamOf(task.before, task.respondent)) : undefined;
      // Only this round's own replies have figures of the file; those of later rounds become empty.
      const isTouched = this.request.again === 'touched' && task.counts;
      const changed = isTouched ? this.table.changes?.get(task.respondent) : undefined;
      const { waiting } = this.table;
      const plan = planReply({ ...task, state: stateOf(stream), before, name, partial, waiting, changed });
      return { task, plan, stream, version: events.get(stream)?.at(-1)?.version ?? 0 };
    });
  }

  private toAppend(event: DomainEvent, stream: string, version: number): Append {
    const { file, name, recorder, by, recordedAt, traceparent } = this.request;
    const meta = {
      ...recorder,
      recordedAt,
      correlationId: `import ${file}`,
      causationId: name,
      ...(traceparent === undefined ? {} : { traceparent }),
    };
    const events = [toNewEvent(event, randomUUID(), meta)];
    return { stream, expectedVersion: version, events, ...(by ? { by } : {}) };
  }

  /** Stops the import where the rights that it rests on have changed. What is stored stays, and the same file goes on. */
  private async checkRights(): Promise<void> {
    const { by } = this.request;
    if (!by || (await readStanding(this.client, by.principal)).version === by.version) return;
    throw new UnreadableFile(
      'rights-changed',
      'Your rights were changed while the file was imported, so the import stopped. What was stored before stays. If you still may: send the same file again, and it goes on.',
    );
  }

  /** Stores appends, and with the first of them the opening of the round. */
  private async append(appends: readonly Append[]): Promise<Set<string>> {
    if (appends.length === 0) return new Set();
    const { opening, importing, client } = this;
    const all = opening ? [opening, ...appends] : appends;
    const stored = await importing.append(client, all, opening?.stream);
    if (stored.size < all.length) await this.checkRights();
    if (opening && !stored.has(opening.stream))
      throw new UnreadableFile(
        'bad-request',
        `Somebody else opened ${this.request.collection}/${this.request.round} meanwhile. Nothing was stored: try again.`,
      );
    this.opening = undefined;
    for (const { stream, events } of all) {
      if (!stored.has(stream)) continue;
      this.guarded?.stored(stream);
      this.ids.push(...events.map(({ id }) => id));
    }
    return stored;
  }
}
