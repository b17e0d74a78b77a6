/** One client of a run: submits, corrects, replaces and withdraws replies, tries again, and reads with its token. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Beliefs, learnRefused, learnStored, type Belief } from './beliefs.js';
import { noteAnswered, noteFailed, type Command } from './journal.js';
import { readFigures, type Reader, type Token } from './read-figures.js';
import { toRequest, type Target, type IngestAnswer } from './requests.js';

export interface ClientOptions extends Reader {
  /** Gives a value that no command has had yet. */
  readonly nextValue: () => number;
  /** Milliseconds between one request and the next, on average. */
  readonly thinkMs: number;
  /** The header with the key that the client has now. */
  readonly headers: () => { readonly authorization: string };
}

const patienceMs = 60_000;

export class Client {
  private readonly beliefs = new Beliefs();
  private token: Token | undefined;
  private sent = 0;

  constructor(private readonly options: ClientOptions) {}

  /** Writes and reads until the signal; a command that is under way is finished first. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([this.write(signal), this.readOn(signal)]);
  }

  private async write(signal: AbortSignal): Promise<void> {
    const { random, own, contested, thinkMs } = this.options;
    while (!signal.aborted) {
      if (random.next() < 0.12) await this.duel(random.pick(contested));
      else await this.change(random.pick(random.next() < 0.3 ? contested : own));
      await sleep(random.between(0, 2 * thinkMs));
    }
  }

  private async readOn(signal: AbortSignal): Promise<void> {
    const { random, own, contested, thinkMs } = this.options;
    while (!signal.aborted) {
      const target = random.pick(random.next() < 0.3 ? contested : own);
      await readFigures(this.options, target, random.next() < 0.2, this.token);
      await sleep(random.between(0, 2 * thinkMs));
    }
  }

  private async change(target: Target): Promise<void> {
    const { random, contested } = this.options;
    const belief = this.beliefs.of(target);
    const kind = this.choose(belief);
    const ifMatch =
      contested.includes(target) && kind !== 'submit' && random.next() < 0.5 ? belief.version : undefined;
    // Some commands are sent once, with a very short wait and no second try, so the client does not learn
    // whether they were stored.
    await this.send(target, kind, ifMatch, random.next() < 0.08 ? 'hasty' : 'patient');
  }

  /** Sends two corrections of the same version at once, to different ingests. At most one of them may be stored. */
  private async duel(target: Target): Promise<void> {
    const belief = this.beliefs.of(target);
    if (belief.status !== 'standing') return this.change(target);
    const { version } = belief;
    await Promise.all([0, 1].map((way) => this.send(target, 'correct', version, 'patient', way)));
  }

  private choose({ status }: Belief): Command['kind'] {
    if (status === 'none') return 'submit';
    if (status === 'withdrawn') return 'replace';
    const dice = this.options.random.next();
    return dice < 0.75 ? 'correct' : dice < 0.9 ? 'replace' : 'withdraw';
  }

  private async send(
    target: Target,
    kind: Command['kind'],
    ifMatch: number | undefined,
    patience: 'hasty' | 'patient',
    way?: number,
  ): Promise<void> {
    const { name, journal, random, nextValue } = this.options;
    const value = kind === 'withdraw' ? null : nextValue();
    const id = `${name}-${(this.sent += 1)}`;
    const command: Command = {
      id,
      stream: target.stream,
      kind,
      value,
      outcome: 'unknown',
      tries: 0,
      isAmbiguous: false,
    };
    journal.commands.push(command);
    const post = toRequest(target, command, ifMatch);
    const deadline = performance.now() + patienceMs;
    do {
      const isSettled = await this.attempt(post, target, command, patience === 'hasty' ? 15 : 4000, way);
      if (isSettled && command.outcome === 'acknowledged' && random.next() < 0.05)
        await this.attempt(post, target, command, 4000);
      if (isSettled || patience === 'hasty') return;
      await sleep(random.between(50, 300));
    } while (performance.now() < deadline);
  }

  /** Tries a command once. Out: whether an answer came that says if the command was stored. */
  private async attempt(
    { path, init }: { path: string; init: RequestInit },
    target: Target,
    command: Command,
    timeoutMs: number,
    way?: number,
  ): Promise<boolean> {
    const { random, addressesOf } = this.options;
    const addresses = addressesOf('ingest');
    if (addresses.length === 0) return this.failed('ingest is down');
    const address =
      way === undefined || command.tries > 0 ? random.pick(addresses) : addresses[way % addresses.length]!;
    command.tries += 1;
    let response: Response;
    let body: IngestAnswer;
    try {
      response = await fetch(`${address}${path}`, {
        ...init,
        headers: { ...init.headers, ...this.options.headers() },
        signal: AbortSignal.timeout(timeoutMs),
      });
      body = (await response.json()) as IngestAnswer;
    } catch (error) {
      command.isAmbiguous = true;
      return this.failed((error as Error).name === 'TimeoutError' ? 'no answer in time' : 'connection lost');
    }
    // Its key was revoked on the way. It tries again with the one that it has by then.
    if (response.status === 401) return this.failed('the key was revoked');
    if (response.status >= 500) {
      // After 503 the command was not stored, or this is not known. In both cases it is tried again.
      command.isAmbiguous = true;
      if (response.status === 500) this.violated(`${command.id} was answered 500: ${JSON.stringify(body)}`);
      return this.failed(`ingest answered ${response.status}`);
    }
    this.settle(target, command, response.status, body);
    return true;
  }

  private settle(target: Target, command: Command, status: number, body: IngestAnswer): void {
    const belief = this.beliefs.of(target);
    if (status === 201) {
      noteAnswered(this.options.journal.gaps.writes);
      if (
        command.outcome === 'acknowledged' &&
        (command.eventId !== body.eventId || command.version !== body.version)
      )
        this.violated(
          `${command.id} was answered version ${command.version}, and again version ${body.version}`,
        );
      Object.assign(command, { outcome: 'acknowledged', version: body.version, eventId: body.eventId });
      this.token = { text: body.token!, eventId: body.eventId! };
      learnStored(belief, command, body.version!);
      return;
    }
    if (command.outcome === 'acknowledged')
      this.violated(`${command.id} was acknowledged, and then answered ${status}`);
    else command.outcome = 'refused';
    if (!learnRefused(belief, body))
      this.violated(`${command.id} was answered ${status}: ${JSON.stringify(body)}`);
  }

  private failed(how: string): false {
    noteFailed(this.options.journal, how);
    return false;
  }

  private violated(what: string): void {
    this.options.journal.violations.push(what);
  }
}
