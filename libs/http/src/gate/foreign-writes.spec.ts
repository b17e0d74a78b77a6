/**
 * What a foreign page may have sent through a reader's browser is told apart from what our page and programs
 * send.
 */
import { describe, expect, it } from '@jest/globals';
import type { IncomingHttpHeaders } from 'node:http';
import { findForeignOrigin, needsHeader } from './foreign-writes.js';

const host = '127.0.0.1:3000';
const isForeign = (headers: IncomingHttpHeaders, publicUrl?: string) =>
  findForeignOrigin({ host, ...headers }, publicUrl) !== undefined;

describe('a request that changes something', () => {
  it.each<[string, IncomingHttpHeaders]>([
    ['no browser', {}],
    ['our page', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }],
    ['a reader who typed it', { 'sec-fetch-site': 'none' }],
    ['our page, the port not told', { host: 'Localhost:80', origin: 'http://localhost' }],
  ])('may come from %s', (_, headers) => expect(isForeign(headers)).toBe(false));

  it.each<[string, IncomingHttpHeaders]>([
    ['another origin', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:3001' }],
    ['another scheme', { origin: 'https://127.0.0.1:3000' }],
    ['an origin that is not named', { origin: 'null' }],
    ['what is no origin', { origin: '' }],
    ['two origins', { origin: 'http://127.0.0.1:3000, http://evil.example' }],
    ['the same site', { 'sec-fetch-site': 'same-site' }],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' }],
    ['two sites', { 'sec-fetch-site': 'same-origin, cross-site' }],
  ])('may not come from %s', (_, headers) => expect(isForeign(headers)).toBe(true));

  it('may come from the origin that readers use, behind a proxy', () => {
    const headers = { origin: 'https://figures.example' };
    expect([isForeign(headers), isForeign(headers, 'https://figures.example')]).toEqual([true, false]);
    expect(isForeign({ origin: 'http://figures.example' }, 'https://figures.example')).toBe(true);
  });
});

describe('a body', () => {
  it.each([
    'text/plain',
    'text/plain; application/json',
    'Multipart/Form-Data; boundary=x',
    'application/x-www-form-urlencoded;charset=UTF-8',
    ' text/plain ;a=b',
    undefined,
    '',
    ';application/json',
    'json',
    'text/plain, application/json',
    'application/json/x',
    'application /json',
  ])('of type %s needs a header that no form can send', (type) => {
    expect(needsHeader({ 'content-type': type })).toBe(true);
    expect(needsHeader({ 'content-type': type, 'rapporteur-request': '' })).toBe(true);
    expect(needsHeader({ 'content-type': type, 'rapporteur-request': '1' })).toBe(false);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'text/csv', 'application/octet-stream'])(
    'of type %s needs none',
    (type) => expect(needsHeader({ 'content-type': type })).toBe(false),
  );
});
