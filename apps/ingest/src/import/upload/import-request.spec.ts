/** What is answered where a file is not taken: the client's fault, a full disk, or nobody's. */
import { describe, expect, it } from '@jest/globals';
import { service, type Authority } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import { UnreadableFile } from '../kinds/unreadable-file.js';
import { importQuerySchema, readQuery, refuse, toRequest } from './import-request.js';

function refusalOf(error: unknown): unknown {
  try {
    return refuse(error);
  } catch (refusal) {
    return refusal;
  }
}

it.each([
  ['too-large', 413],
  ['bad-form', 400],
  ['bad-request', 409],
  ['truncated', 422],
  ['bad-date', 422],
] as const)('a file that is %s is answered with status %s', (code, status) => {
  const refusal = refusalOf(new UnreadableFile(code, 'why'));
  expect(refusal).toBeInstanceOf(HttpProblem);
  expect(refusal).toMatchObject({ options: { status, code, title: 'why' } });
});

it('a full disk is answered as such, and that the file may come again', () => {
  const refusal = refusalOf(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  expect(refusal).toBeInstanceOf(HttpProblem);
  expect(refusal).toMatchObject({
    options: {
      ...{ status: 507, code: 'disk-full', title: 'The disk of the server is full' },
      detail: 'Nothing of the file was taken. Send it again when there is room.',
      headers: { 'retry-after': '60' },
    },
  });
});

it('anything else stays what it is', () => {
  const problem = new HttpProblem({ status: 503, code: 'too-busy', title: 'x' });
  for (const error of [problem, Object.assign(new Error('x'), { code: 'ECONNREFUSED' })])
    expect(refusalOf(error)).toBe(error);
});

it('a parameter that is wrong is pointed to, and of several values in it the one that is', () => {
  const query = { collection: 'c', round: 'B', received: '2023-05-30', confirm: 'received-before-round,yes' };
  let refusal: unknown;
  try {
    readQuery(importQuerySchema, query);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({
    options: { problems: [{ pointer: '/round' }, { pointer: '/confirm/1' }] },
  });
  expect(readQuery(importQuerySchema, { ...query, round: 'b', confirm: 'received-before-round' })).toEqual({
    ...{ collection: 'c', round: 'b', received: '2023-05-30', confirm: ['received-before-round'] },
  });
});

it.each([
  ['rights-changed', 403],
  ['withdraws-much', 409],
  ['corrected-since', 409],
  ['nothing-to-undo', 409],
  ['another-import', 409],
  ['other-events', 409],
  ['not-a-spreadsheet', 422],
] as const)('what is %s is answered with status %s, and with what it says for programs', (code, status) => {
  const refusal = refusalOf(new UnreadableFile(code, 'why', { withdrawn: 7 }));
  expect(refusal).toMatchObject({ options: { status, code, extra: { withdrawn: 7 } } });
  expect((refusalOf(new UnreadableFile(code, 'why')) as HttpProblem).options).toEqual({
    ...{ status, code, title: 'why' },
  });
});

describe('the parameters of an upload', () => {
  const least = { collection: 'c', round: '2023', received: '2023-05-30' };
  const read = (more: object) => readQuery(importQuerySchema, { ...least, ...more });
  it('are read up to their bounds', () => {
    expect(read({ name: 'n'.repeat(200), acceptWithdrawals: '123456789' })).toMatchObject({
      ...{ name: 'n'.repeat(200), acceptWithdrawals: 123456789 },
    });
    for (const more of [
      ...[{ name: 'n'.repeat(201) }, { name: 'a\u0000' }, { acceptWithdrawals: '1234567890' }],
      ...[
        { acceptWithdrawals: '' },
        { acceptWithdrawals: '1x' },
        { acceptWithdrawals: 'x1' },
        { dryRun: 'yes' },
      ],
      ...[{ partial: '1' }, { more: '' }, { received: '2023-02-30' }],
    ])
      expect(() => read(more)).toThrow(
        expect.objectContaining({
          options: expect.objectContaining({
            ...{
              status: 400,
              code: 'bad-parameter',
              title: 'The address lacks a parameter, or has a wrong one',
            },
            detail: '/v1/imports?collection=unodc-glotip&round=2023&received=2023-05-30',
            problems: [
              expect.objectContaining({ code: 'bad-parameter', message: expect.stringMatching(/./) }),
            ],
          }),
        }) as never,
      );
    expect(() => readQuery(importQuerySchema, {}, '/an/example')).toThrow(
      expect.objectContaining({ options: expect.objectContaining({ detail: '/an/example' }) }) as never,
    );
  });

  const request = (grants: Authority['principal']['grants'] = service.principal.grants) => {
    const authority: Authority = { ...service, principal: { ...service.principal, grants } };
    return { headers: {}, authority } as unknown as FastifyRequest;
  };
  const upload = {
    path: '/p',
    file: 'f',
    name: undefined,
    mapping: undefined,
    remove: async () => undefined,
  };
  it('become a request: of the name that is said, or that of the form, or of none', () => {
    const made = toRequest(read({}), upload, request());
    expect(made).toMatchObject({
      ...{
        path: '/p',
        file: 'f',
        name: 'an uploaded file',
        collection: 'c',
        round: '2023',
        receivedOn: '2023-05-30',
      },
      ...{ mapping: undefined, dryRun: false, partial: false, acceptWithdrawals: undefined, confirmed: [] },
      recorder: { principal: service.principal.id },
    });
    expect(made).not.toHaveProperty('remove');
    expect(Math.abs(Date.parse(made.recordedAt) - Date.now())).toBeLessThan(60_000);
    const named = (name: string, more: object = {}) =>
      toRequest(read(more), { ...upload, name }, request()).name;
    expect([named('form.csv'), named('form.csv', { name: 'own' })]).toEqual(['form.csv', 'own']);
    expect(named('n'.repeat(201))).toBe('n'.repeat(200));
    // No half of a character is left at its end.
    expect(named(`${'n'.repeat(199)}😀`)).toBe('n'.repeat(199));
    expect(() => named('a\u0001')).toThrow(
      'The name of the file in the form must not hold control characters, nor U+FFFE or U+FFFF: "a\ufffd".',
    );
  });

  it('say yes by "true" or by nothing', () => {
    for (const [said, is] of [
      ['true', true],
      ['', true],
      ['false', false],
    ] as const)
      expect(toRequest(read({ dryRun: said, partial: said }), upload, request())).toMatchObject({
        ...{ dryRun: is, partial: is },
      });
  });

  it('may bring a mapping only of whoever may decide about words', () => {
    const grants = [
      { number: 1, role: 'desk-officer', scope: { respondents: 'all', collections: 'all' } },
    ] as const;
    expect(toRequest(read({}), { ...upload, mapping: '{}' }, request()).mapping).toBe('{}');
    expect(toRequest(read({}), upload, request(grants)).mapping).toBeUndefined();
    expect(() => toRequest(read({}), { ...upload, mapping: '{}' }, request(grants))).toThrow(
      expect.objectContaining({ options: expect.objectContaining({ status: 403 }) }) as never,
    );
  });
});
