/** What the headers and the address of a command say, and what is answered where they say nothing that can be used. */
import { describe, expect, it } from '@jest/globals';
import type { Command, Decision, DomainEvent } from '@rapporteur/domain';
import type { FastifyRequest } from 'fastify';
import { stale, toBody, toRefusal } from './command-answers.js';
import {
  readCommandQuery,
  readIdempotencyKey,
  readIfMatch,
  readMeta,
  readRound,
  withRound,
} from './command-request.js';

const problem = (options: object) =>
  expect.objectContaining({ options: expect.objectContaining(options) }) as never;

describe('an address', () => {
  it('names a round by two segments or by one', () => {
    expect(withRound('replies')).toEqual([':collection/:round/replies', ':id/replies']);
    const round = { collection: 'c', round: '2008' };
    expect(readRound(round)).toEqual(round);
    expect(readRound({ id: 'c/2008' })).toEqual(round);
  });

  it.each([
    [{ id: 'c' }, 'c'],
    [{ id: 'c/2008/x' }, 'c/2008/x'],
    [{ id: 'C/2008' }, 'C/2008'],
    [{ id: 'c/20 08' }, 'c/20 08'],
    [{ collection: 'c' }, 'c'],
    [{}, ''],
  ])('of no round %j is told as such', (params, name) => {
    expect(() => readRound(params)).toThrow(
      problem({
        ...{ status: 404, code: 'unknown-round', title: `"${name}" is no round` },
        detail: 'A round is named collection/round, such as ecosoc-2006-27/2008; GET /v1/rounds lists them.',
      }),
    );
  });

  it('asks for a dry run, and confirms what was asked', () => {
    const read = (query: object) => readCommandQuery({ query } as FastifyRequest);
    expect(read({})).toEqual({ isDryRun: false, confirmed: [] });
    for (const dryRun of ['true', '']) expect(read({ dryRun }).isDryRun).toBe(true);
    expect(read({ dryRun: 'false', confirm: 'received-before-round' })).toEqual({
      ...{ isDryRun: false, confirmed: ['received-before-round'] },
    });
    for (const query of [{ dryRun: 'yes' }, { confirm: 'all' }, { more: '1' }])
      expect(() => read(query)).toThrow(
        problem({
          ...{ status: 400, code: 'bad-parameters', title: 'Some parameters cannot be used' },
          detail: expect.stringMatching(
            /^There are dryRun=true, draft= with a SHA-256, and confirm= with .*received-before-round.*\.$/,
          ),
        }),
      );
  });
});

describe('the headers of a command', () => {
  it('name a version, or any', () => {
    const matches = [undefined, '*', '7', '"7"', 'W/"7"', ' "123456789" ', '0'];
    expect(matches.map(readIfMatch)).toEqual([undefined, undefined, 7, 7, 7, 123456789, 0]);
    for (const header of ['', 'x7', '7x', '"7" "8"', '1234567890', 'W/', '-1'])
      expect(() => readIfMatch(header)).toThrow(
        problem({
          ...{ status: 400, code: 'bad-if-match', title: 'If-Match is no version' },
          detail: 'Send the ETag of the answer that told the version, such as "3".',
        }),
      );
  });

  it('have a key without the blanks around it', () => {
    expect([undefined, ' a b ', 'k'.repeat(200)].map(readIdempotencyKey)).toEqual([
      undefined,
      'a b',
      'k'.repeat(200),
    ]);
    for (const key of ['', '  ', 'k'.repeat(201)])
      expect(() => readIdempotencyKey(key)).toThrow(
        problem({
          status: 400,
          code: 'bad-idempotency-key',
          title: 'Idempotency-Key must have 1 to 200 characters',
        }),
      );
  });

  it('say through which request it came, or else that is named anew', () => {
    const read = (headers: object) => readMeta({ headers } as FastifyRequest, '2024-06-01T00:00:00.000Z');
    const recordedAt = '2024-06-01T00:00:00.000Z';
    expect(read({ 'x-request-id': 'r', 'x-correlation-id': 'c' })).toEqual({
      ...{ recordedAt, causationId: 'r', correlationId: 'c' },
    });
    expect(read({ 'x-request-id': 'r' })).toEqual({ recordedAt, causationId: 'r', correlationId: 'r' });
    const [one, other] = [read({}), read({ 'x-correlation-id': 'c' })];
    expect(one.causationId).toMatch(/^[0-9a-f-]{36}$/);
    expect([one.correlationId, other.correlationId]).toEqual([one.causationId, 'c']);
    expect(other.causationId).not.toBe(one.causationId);
  });
});

describe('the answer to a command', () => {
  const id = '00112233-4455-6677-8899-aabbccddeeff';
  const token = 'ABEiM0RVZneImaq7zN3u_w';
  const submit = (more: object = {}) =>
    ({
      ...{ type: 'SubmitReply', collection: 'c', round: '2008', respondent: 'SV', receivedOn: '2008-01-20' },
      ...{ receivedPrecision: 'on', resolved: { code: 'SV', asWritten: 'SV', match: 'code' } },
      ...more,
    }) as unknown as Command;
  const event = (type: string, late: boolean | null) => ({ type, data: { late } }) as unknown as DomainEvent;

  it('says what was recorded, of whom, received when, and whether it was late', () => {
    const recorded = { recorded: true, version: 3, eventId: id, token };
    const reply = { round: 'c/2008', respondent: 'SV', receivedOn: '2008-01-20' };
    expect(toBody(submit(), 3, id, event('ReplySubmitted', false))).toEqual({
      ...reply,
      late: false,
      ...recorded,
    });
    const resolved = { code: 'SV', asWritten: 'El Salvador', match: 'exact' };
    expect(toBody(submit({ resolved }), 3, id, null)).toEqual({
      ...reply,
      resolved,
      ...recorded,
      recorded: false,
    });
    expect(toBody(submit({ type: 'ReplaceReply', resolved }), 3, id, event('RoundOpened', null))).toEqual({
      ...reply,
      ...recorded,
    });
    expect(toBody(submit({ receivedPrecision: 'on-or-before' }), 3, id, null)['receivedOn']).toEqual({
      onOrBefore: '2008-01-20',
    });
    const open = { type: 'OpenRound', data: { collection: 'c', round: '2008' } } as unknown as Command;
    expect(toBody(open, 1, id, event('RoundOpened', null))).toEqual({
      round: 'c/2008',
      ...recorded,
      version: 1,
    });
  });

  it('to a stale one names the version that is', () => {
    expect(stale(7).options).toEqual({
      ...{ status: 409, code: 'stale', title: 'The reply has changed since the version in If-Match' },
      detail: 'It is at version 7 now: read it again, and send the correction for that version.',
      ...{ extra: { version: 7 }, headers: { etag: '"7"' } },
    });
  });

  it.each([
    ['conflict', 409],
    ['missing', 404],
  ])('that is refused as %s has the first problem as its title, and all of them', (reason, status) => {
    const problems = [
      { pointer: '/a', code: 'first', message: 'First.' },
      { pointer: '/b', code: 'second', message: 'Second.' },
    ];
    const refused = { kind: 'refused', reason, problems } as unknown as Extract<
      Decision,
      { kind: 'refused' }
    >;
    expect(toRefusal(refused, 4).options).toEqual({
      ...{ status, code: 'first', title: 'First.', problems, extra: { version: 4 } },
    });
    const invalid = { ...refused, reason: 'invalid' } as typeof refused;
    expect(toRefusal(invalid, 4).options).toMatchObject({ status: 422, problems });
  });
});
