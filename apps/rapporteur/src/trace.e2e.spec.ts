/** One trace leads from a POST to the tables, across processes and through both transports; without an endpoint, none. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  canHaveBroker,
  createTestDatabase,
  startBroker,
  startCommand,
  startTraceReceiver,
  type Broker,
  type ReceivedSpan,
  type RunningCommand,
  type TestDatabase,
  type TraceReceiver,
  ownerHeaders,
} from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const canRun = await canHaveBroker();

let test: TestDatabase;
let receiver: TraceReceiver;
let commands: RunningCommand[];
beforeEach(async () => {
  test = await createTestDatabase();
  receiver = await startTraceReceiver();
  commands = [];
});
afterEach(async () => {
  for (const { child } of commands) child.kill('SIGKILL');
  await Promise.all(commands.map(({ ended }) => ended));
  await receiver.close();
  await test.drop();
}, 30_000);

const tracing = () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_BSP_SCHEDULE_DELAY: '50' });
const none = { OTEL_EXPORTER_OTLP_ENDPOINT: '', OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '', KAFKA_BROKERS: '' };

/** Starts an app, with flags for Node. Out: its address. */
async function start(app: string, env: Record<string, string>, flags: string[] = []) {
  const command = startCommand(process.execPath, [...flags, `apps/${app}/dist/main.js`], {
    cwd: root,
    env: { DATABASE_URL: test.url, PORT: '0', LOG_LEVEL: '', ...none, ...env },
  });
  commands.push(command);
  const [, url = ''] = await command.waitFor(/(?:\w+ is at|Rapporteur is at) (http\S+)/);
  return { url, command };
}

const post = (url: string, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/rounds${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...ownerHeaders(), 'content-type': 'application/json', ...headers },
  });
const openRound = (url: string) => post(url, '', { collection: 'c', round: '2008', cutOff: '2008-01-24' });
const observations = [{ indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 }];
const reply = { respondent: 'SV', receivedOn: '2008-01-20', observations };
const traceId = 'a'.repeat(32);
const parent = 'b'.repeat(16);

/** Sends a reply as a client that is traced itself. Out: the spans of its trace, as soon as it has all of `names`. */
async function sendTraced(url: string, names: readonly string[]): Promise<ReceivedSpan[]> {
  expect((await openRound(url)).status).toBe(201);
  const answer = await post(url, '/c/2008/replies', reply, { traceparent: `00-${traceId}-${parent}-01` });
  expect(answer.status).toBe(201);
  const own = () => receiver.spans.filter((span) => span.traceId === traceId);
  const lacks = () => names.filter((name) => !own().some((span) => span.name === name));
  for (let i = 0; i < 400 && lacks().length > 0; i += 1) await sleep(50);
  expect(lacks()).toEqual([]);
  return own();
}

/** Each span as `service name < name of its parent span`, in the order of the event's path. */
function toTree(spans: readonly ReceivedSpan[]): string[] {
  const nameOf = (id: string | undefined) =>
    id === parent ? 'the client' : (spans.find(({ spanId }) => spanId === id)?.name ?? 'nothing');
  return spans.map((span) => `${span.service} ${span.name} < ${nameOf(span.parentSpanId)}`).sort();
}

const postSpan = 'POST /v1/rounds/:collection/:round/replies';

/** Checks what the trace of every transport says, beside its tree. */
async function expectWay(spans: readonly ReceivedSpan[]): Promise<void> {
  const named = (name: string) => spans.find((span) => span.name === name)!;
  expect(named(postSpan)).toMatchObject({
    kind: 2,
    attributes: { 'http.request.method': 'POST', 'http.response.status_code': 201 },
  });
  const id = named('append').attributes['cloudevents.event_id'];
  expect(named('sequence').attributes['rapporteur.position']).toBeGreaterThan(0);
  const position = named('sequence').attributes['rapporteur.position'];
  expect(named('apply')).toMatchObject({
    kind: 5,
    attributes: {
      'rapporteur.position': position,
      'rapporteur.projection': 'tables',
      'cloudevents.event_id': id,
      'cloudevents.event_type': 'ReplySubmitted',
      'cloudevents.event_subject': 'reply/c/2008/SV',
    },
  });
  expect(spans.map(({ status }) => status)).toEqual(spans.map(() => 0));
}

describe('the composed process', () => {
  it('tells one trace from the POST to the tables, under the span of the client', async () => {
    const { url, command } = await start('rapporteur', tracing());
    const spans = await sendTraced(url, [postSpan, 'append', 'sequence', 'apply']);
    expect(toTree(spans)).toEqual([
      `rapporteur ${postSpan} < the client`,
      `rapporteur append < ${postSpan}`,
      `rapporteur apply < ${postSpan}`,
      `rapporteur sequence < ${postSpan}`,
    ]);
    await expectWay(spans);
    // The stored event names its trace for ever. Events that did not come by a request name none.
    const position = spans.find(({ name }) => name === 'apply')!.attributes['rapporteur.position'];
    const metaOf = async (at: unknown) =>
      ((await (await fetch(`${url}/v1/events/${at}`)).json()) as { meta: { traceparent?: string } }).meta;
    const { spanId } = spans.find(({ name }) => name === postSpan)!;
    expect((await metaOf(position)).traceparent).toBe(`00-${traceId}-${spanId}-01`);
    expect(await metaOf(1)).not.toHaveProperty('traceparent');
    // A refusal is traced too, and a request without a trace begins one.
    expect((await post(url, '/c/2008/replies', {})).status).toBe(422);
    const refused = () => receiver.spans.find((s) => s.attributes['http.response.status_code'] === 422);
    for (let i = 0; i < 100 && !refused(); i += 1) await sleep(50);
    expect(refused()).toMatchObject({ name: postSpan, parentSpanId: undefined, status: 0 });
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  }, 60_000);

  it('leaves out what the client or the sampler has decided not to trace', async () => {
    const { url, command } = await start('rapporteur', tracing());
    expect((await openRound(url)).status).toBe(201);
    const unsampled = { traceparent: `00-${traceId}-${parent}-00` };
    expect((await post(url, '/c/2008/replies', reply, unsampled)).status).toBe(201);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
    expect(receiver.spans.some(({ name }) => name === 'POST /v1/rounds')).toBe(true);
    expect(receiver.spans.filter((span) => span.traceId === traceId)).toEqual([]);
  }, 60_000);
});

(canRun ? describe : describe.skip)('the services apart, on Kafka', () => {
  let broker: Broker;
  beforeEach(async () => {
    broker = await startBroker({ brokers: 1 });
  }, 180_000);
  afterEach(() => broker?.stop());

  it('tell one trace from the POST through the topic to the tables', async () => {
    const topic = `t-${randomUUID()}`;
    const env = {
      ...tracing(),
      KAFKA_BROKERS: broker.addresses,
      KAFKA_TOPIC: topic,
      KAFKA_GROUP: `g-${randomUUID()}`,
    };
    const ingest = await start('ingest', env);
    await start('aggregator', env);
    const publish = `publish ${topic}`;
    const spans = await sendTraced(ingest.url, [postSpan, 'append', 'sequence', publish, 'apply']);
    expect(toTree(spans)).toEqual([
      `rapporteur-aggregator apply < ${publish}`,
      `rapporteur-ingest ${postSpan} < the client`,
      `rapporteur-ingest append < ${postSpan}`,
      `rapporteur-ingest ${publish} < ${postSpan}`,
      `rapporteur-ingest sequence < ${postSpan}`,
    ]);
    await expectWay(spans);
    expect(spans.find(({ name }) => name === publish)).toMatchObject({
      kind: 4,
      attributes: { 'messaging.system': 'kafka', 'messaging.destination.name': topic },
    });
  }, 120_000);
});

describe('a process', () => {
  /**
   * Prints at the end how many files of OpenTelemetry the process has loaded. Its API package is not counted,
   * since the metrics load it anyway.
   */
  const probe = [
    '--import',
    `data:text/javascript,${encodeURIComponent(
      `import { createRequire } from 'node:module';
       const { cache } = createRequire('${root}/package.json');
       process.on('exit', () => console.log('loaded ' + Object.keys(cache).filter((f) => /@opentelemetry.(?!api.)/.test(f)).length));`,
    )}`,
  ];

  it("without an endpoint loads nothing of OpenTelemetry's SDK, and sends nothing", async () => {
    const loaded = async (env: Record<string, string>) => {
      const { url, command } = await start('rapporteur', env, probe);
      expect((await openRound(url)).status).toBeLessThan(300);
      const headers = { traceparent: `00-${traceId}-${parent}-01` };
      expect((await post(url, '/c/2008/replies', reply, headers)).status).toBeLessThan(300);
      command.child.kill('SIGTERM');
      expect(await command.ended).toBe(0);
      return Number((await command.waitFor(/loaded (\d+)/))[1]);
    };
    expect(await loaded({ OTEL_BSP_SCHEDULE_DELAY: '50' })).toBe(0);
    expect(await loaded({ ...tracing(), OTEL_SDK_DISABLED: 'true' })).toBe(0);
    expect(receiver.requests).toEqual([]);
    expect(await loaded(tracing())).toBeGreaterThan(0);
    expect(receiver.requests.length).toBeGreaterThan(0);
  }, 90_000);

  it('answers as fast and ends as soon when the collector is not there or never answers', async () => {
    const held = createServer(() => undefined);
    await new Promise<void>((done) => held.listen(0, '127.0.0.1', done));
    const silent = `http://127.0.0.1:${(held.address() as AddressInfo).port}`;
    for (const endpoint of [silent, 'http://127.0.0.1:9']) {
      const { url, command } = await start('rapporteur', {
        ...tracing(),
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
      });
      expect((await openRound(url)).status).toBeLessThan(300);
      const started = performance.now();
      for (let value = 0; value < 50; value += 1) {
        const body = { ...reply, observations: [{ ...observations[0], value }] };
        const sent = await post(url, `/c/2008/replies`, body);
        expect([201, 200, 409]).toContain(sent.status);
      }
      expect(performance.now() - started).toBeLessThan(5000);
      await command.waitFor(/traces cannot be sent to http:\/\/127\.0\.0\.1:\d+ and are dropped/);
      const stopping = performance.now();
      command.child.kill('SIGTERM');
      expect(await command.ended).toBe(0);
      expect(performance.now() - stopping).toBeLessThan(5000);
      expect(command.output().match(/traces cannot be sent/g)).toHaveLength(1);
    }
    held.close();
  }, 90_000);

  it('does not start with an endpoint that is none, and says so', async () => {
    const command = startCommand(process.execPath, ['apps/ingest/dist/main.js'], {
      cwd: root,
      env: { ...none, DATABASE_URL: test.url, PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    });
    commands.push(command);
    expect(await command.ended).toBe(1);
    expect(command.output()).toMatch(/OTEL_EXPORTER_OTLP_ENDPOINT=collector:4318 is no address/);
  }, 30_000);
});
