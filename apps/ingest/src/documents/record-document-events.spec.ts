/** Events about a document are decided on those of others, with the rights of that moment, and given up after some tries. */
import { describe, expect, it } from '@jest/globals';
import { service, type Authority, type DocumentEvent } from '@rapporteur/domain';
import type { Append, AppendOutcome, StreamEvent } from '@rapporteur/event-store';
import { makeTurns } from '../commands/in-turn.js';
import type { Recording } from '../commands/recording.js';
import { needDocument, recordDocumentEvents } from './record-document-events.js';

const meta = { recordedAt: '2024-06-01T00:00:00.000Z', correlationId: 'c', causationId: 'r' };
const removed = { type: 'DocumentRemoved', data: { document: 'd', reason: 'why' } } as DocumentEvent;
const ofSalvador: Authority = {
  ...service,
  principal: {
    ...service.principal,
    ...{ id: 'ana', kind: 'person' },
    grants: [{ number: 1, role: 'focal-point', scope: { respondents: ['SV'], collections: 'all' } }],
  },
  standing: { principal: 'ana', version: 3 },
};

/** A log of one document of which somebody else is faster so many times. */
function open(overtaken: number) {
  const [appends, read]: [Append[], string[]] = [[], []];
  const recording = {
    inTurn: makeTurns(),
    read: async (stream: string) => {
      read.push(stream);
      return [] as StreamEvent[];
    },
    append: async (append: Append): Promise<AppendOutcome> => {
      appends.push(append);
      return appends.length > overtaken ? 'stored' : ('conflict' as AppendOutcome);
    },
  } as unknown as Recording;
  const record = (authority: Authority, target: object, news = [removed, removed]) =>
    recordDocumentEvents(
      recording,
      { document: 'd', action: 'add-document', target, decide: () => news },
      { authority, meta },
    );
  return { record, appends, read };
}

describe('events about a document', () => {
  it('are stored together after those that are there, with who recorded them and by which rights', async () => {
    const { record, appends, read } = open(0);
    const { token, ...told } = await record(ofSalvador, { collection: 'c', respondent: 'SV' });
    expect(told).toEqual({ recorded: true, version: 2 });
    expect(read).toEqual(['document/d']);
    const [{ stream, expectedVersion, events, by }] = appends as [Append];
    expect([stream, expectedVersion, events.length, by]).toEqual(['document/d', 0, 2, ofSalvador.standing]);
    expect(events[0]).toMatchObject({
      type: 'DocumentRemoved',
      meta: { ...meta, recordedBy: expect.any(String) },
    });
    expect(token).toBe(Buffer.from(events[1]!.id.replaceAll('-', ''), 'hex').toString('base64url'));
    await expect(record(ofSalvador, { collection: 'c', respondent: 'AT' })).rejects.toMatchObject({
      options: { status: 403 },
    });
  });

  it('are none where nothing is new', async () => {
    const { record, appends } = open(0);
    expect(await record(service, {}, [])).toEqual({ recorded: false, version: 0, token: null });
    expect(appends).toEqual([]);
  });

  it('are tried twenty times while others are faster, each time with the rights as they are then', async () => {
    let renewed = 0;
    const authority: Authority = {
      ...service,
      renew: async () => {
        renewed += 1;
        return authority;
      },
    };
    const some = open(19);
    expect(await some.record(authority, {})).toMatchObject({ recorded: true });
    expect([some.appends.length, renewed]).toEqual([20, 19]);
    expect(some.appends[0]).not.toHaveProperty('by');
    const all = open(20);
    await expect(all.record(authority, {})).rejects.toMatchObject({
      options: {
        ...{ status: 503, code: 'overtaken', title: 'Others wrote about this document all the while' },
        headers: { 'retry-after': '1' },
      },
    });
    expect(all.appends).toHaveLength(20);
    const ended = { ...service, renew: async () => ofSalvador };
    await expect(open(1).record(ended, { collection: 'c', respondent: 'AT' })).rejects.toMatchObject({
      options: { status: 403 },
    });
  });
});

it('a document is there once it was received, and until it is removed', () => {
  const received = { type: 'DocumentReceived', data: { document: 'd', name: 'n' } } as DocumentEvent;
  expect(needDocument('d', [received, received])).toEqual([received.data, received.data]);
  expect(() => needDocument('d', [])).toThrow(
    expect.objectContaining({
      options: {
        ...{ status: 404, code: 'unknown-document', title: 'There is no such document' },
        detail: 'GET /v1/documents?round=collection/round lists those of a round.',
      },
    }) as never,
  );
  expect(() => needDocument('d', [received, removed])).toThrow(
    expect.objectContaining({ options: expect.objectContaining({ status: 410, detail: 'd: why' }) }) as never,
  );
});
