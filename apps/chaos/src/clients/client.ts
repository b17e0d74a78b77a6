/** One client of a run: submits, corrects, replaces and withdraws replies, tries again, and reads with its token. */
import { setTimeout as sleep } from 'node:timers/promises';
import { noteAnswered, type Command, type Journal, type Sight } from './journal.js';
import type { Random } from '../faults/random.js';

/** One reply that clients work on. */
export interface Target {
  readonly collection: string;
  readonly respondent: string;
  /** As the event store names it. */
  readonly stream: string;
}

export interface ClientOptions {
  readonly name: string;
  readonly random: Random;
  readonly journal: Journal;
  /** Replies that it alone works on. */
  readonly own: readonly Target[];
  /** Replies that every client works on. */
  readonly contested: readonly Target[];
  readonly addressesOf: (app: 'ingest' | 'api') => readonly string[];
  /** A value that no command has had. */
  readonly nextValue: () => number;
  /** Milliseconds between one request and the next, on average. */
  readonly thinkMs: number;
}

const round = '2008';
export const indicators = [
  'cases-recorded',
  'cases-investigated',
  'persons-prosecuted',
  'persons-convicted',
  'victims-identified',
];
const receivedOn = '2008-01-20';
const patienceMs = 60_000;

interface Belief {
  status: 'none' | 'standing' | 'withdrawn';
  version: number;
}

export class Client {
  private readonly beliefs = new Map<string, Belief>();
  private token: { readonly text: string; readonly eventId: string } | undefined;
  private sent = 0;

  constructor(private readonly options: ClientOptions) {}

  /** Writes and reads until told to stop; a command that is under way is brought to its end. */
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
      await this.read(random.pick(random.next() < 0.3 ? contested : own), random.next() < 0.2);
      await sleep(random.between(0, 2 * thinkMs));
    }
  }

  private belief({ stream }: Target): Belief {
    const known = this.beliefs.get(stream) ?? { status: 'none', version: 0 };
    this.beliefs.set(stream, known);
    return known;
  }

  private async change(target: Target): Promise<void> {
    const { random, contested } = this.options;
    const belief = this.belief(target);
    const kind = this.choose(belief);
    const ifMatch =
      contested.includes(target) && kind !== 'submit' && random.next() < 0.5 ? belief.version : undefined;
    // Some ask once, do not wait, and never come back: what became of that nobody has told them.
    await this.send(target, kind, ifMatch, random.next() < 0.08 ? 'hasty' : 'patient');
  }

  /** Two corrections of the same version at once, by different ways: one of them at most can be. */
  private async duel(target: Target): Promise<void> {
    const belief = this.belief(target);
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
    const post = this.prepare(target, command, ifMatch);
    const deadline = performance.now() + patienceMs;
    do {
      const isSettled = await this.attempt(post, target, command, patience === 'hasty' ? 15 : 4000, way);
      if (isSettled && command.outcome === 'acknowledged' && random.next() < 0.05)
        await this.attempt(post, target, command, 4000);
      if (isSettled || patience === 'hasty') return;
      await sleep(random.between(50, 300));
    } while (performance.now() < deadline);
  }

  private prepare(
    { collection, respondent }: Target,
    { id, kind, value }: Command,
    ifMatch: number | undefined,
  ) {
    const figures = indicators.map((indicator) => ({ indicator, period: '2007', value, paragraph: 1 }));
    const replies = `/v1/rounds/${collection}/${round}/replies`;
    const one = `${replies}/${respondent}`;
    const reason = `chaos ${id}`;
    const requests = {
      submit: [replies, { respondent, receivedOn, observations: figures }],
      correct: [`${one}/corrections`, { receivedOn, reason, observations: { changed: figures } }],
      replace: [`${one}/replacement`, { receivedOn, reason, observations: figures }],
      withdraw: [`${one}/withdrawal`, { receivedOn, reason }],
    } as const;
    const [path, body] = requests[kind];
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': id,
      'x-request-id': id,
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    };
    return { path, init: { method: 'POST', headers, body: JSON.stringify(body) } };
  }

  /** One try. Out: whether an answer came that settles the command. */
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
    let body: Told;
    try {
      response = await fetch(`${address}${path}`, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      body = (await response.json()) as Told;
    } catch (error) {
      command.isAmbiguous = true;
      return this.failed((error as Error).name === 'TimeoutError' ? 'no answer in time' : 'connection lost');
    }
    if (response.status >= 500) {
      // 503 says that it was not stored, or that this is not known: both are tried again.
      command.isAmbiguous = true;
      if (response.status === 500) this.violated(`${command.id} was answered 500: ${JSON.stringify(body)}`);
      return this.failed(`ingest answered ${response.status}`);
    }
    this.settle(target, command, response.status, body);
    return true;
  }

  private settle(target: Target, command: Command, status: number, body: Told): void {
    const belief = this.belief(target);
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
      if (body.version! >= belief.version)
        Object.assign(belief, {
          version: body.version,
          status: command.kind === 'withdraw' ? 'withdrawn' : 'standing',
        });
      return;
    }
    if (command.outcome === 'acknowledged')
      this.violated(`${command.id} was acknowledged, and then answered ${status}`);
    else command.outcome = 'refused';
    const learnt = {
      'reply-exists': 'standing',
      'reply-withdrawn': 'withdrawn',
      'no-reply': 'none',
    } as const;
    const code = (body.type ?? '').replace('/problems/', '') as keyof typeof learnt | 'stale';
    if (code === 'stale') belief.version = body.version!;
    else if (code in learnt)
      Object.assign(belief, {
        status: isWithdrawn(body) ? 'withdrawn' : learnt[code],
        version: body.version ?? 0,
      });
    else this.violated(`${command.id} was answered ${status}: ${JSON.stringify(body)}`);
  }

  /** Reads one reply, or all of its collection, waiting for what this client was last told is stored. */
  private async read(target: Target, all: boolean): Promise<void> {
    const { name, journal, random, addressesOf, own, contested } = this.options;
    const addresses = addressesOf('api');
    if (addresses.length === 0) return void this.failed('api is down');
    const { token } = this;
    const query = new URLSearchParams({ collection: target.collection, limit: '1000' });
    if (!all) query.set('respondent', target.respondent);
    if (token) query.set('wait', token.text);
    let response: Response;
    let body: Shown;
    try {
      response = await fetch(`${random.pick(addresses)}/v1/observations?${query}`, {
        signal: AbortSignal.timeout(8000),
      });
      body = (await response.json()) as Shown;
    } catch (error) {
      return void this.failed(
        (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'connection lost',
      );
    }
    if (response.status !== 200) {
      if (response.status !== 503)
        this.violated(`a read was answered ${response.status}: ${JSON.stringify(body)}`);
      return void this.failed(`api answered ${response.status}`);
    }
    noteAnswered(journal.gaps.reads);
    if (response.headers.has('rapporteur-degraded'))
      this.violated(`${name} was answered from degraded tables`);
    const targets = all
      ? [...own, ...contested].filter(({ collection }) => collection === target.collection)
      : [target];
    const sights = targets.map((one) => this.see(one, body));
    journal.answers.push({ client: name, position: body.position, waitedFor: token?.eventId, sights });
  }

  /** A reply shows all its figures with one value, or none of them. */
  private see({ respondent, stream }: Target, { items, position }: Shown): Sight {
    const values = items.filter((item) => item.respondent.code === respondent).map(({ value }) => value);
    const [value = null] = values;
    if (values.some((other) => other !== value) || ![0, indicators.length].includes(values.length))
      this.violated(`at position ${position} half of a reply was shown: ${stream} with ${values.join(', ')}`);
    return { stream, value };
  }

  private failed(how: string): false {
    const { failures } = this.options.journal;
    failures.set(how, (failures.get(how) ?? 0) + 1);
    return false;
  }

  private violated(what: string): void {
    this.options.journal.violations.push(what);
  }
}

/** What ingest tells: of a stored event, or of a refusal. */
interface Told {
  readonly version?: number;
  readonly eventId?: string;
  readonly token?: string;
  readonly type?: string;
  readonly title?: string;
}

interface Shown {
  readonly position: number;
  readonly items: readonly { readonly respondent: { readonly code: string }; readonly value: number }[];
}

const isWithdrawn = ({ title }: Told) => title?.includes('a withdrawn reply') ?? false;
