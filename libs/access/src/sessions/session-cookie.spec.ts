/** What a browser is told to keep, and what is taken for it in the header Cookie. */
import { describe, expect, it } from '@jest/globals';
import { makeSecret } from './secrets.js';
import { readSessionCookie, removedCookie, toSetCookie } from './session-cookie.js';

const secret = makeSecret();
const other = makeSecret();
const read = (cookie: string) => readSessionCookie({ cookie });

describe('the cookie of a session', () => {
  it('is kept from scripts, other hosts, other paths, plain HTTP, and requests that other sites cause', () => {
    expect(toSetCookie(secret).split('; ').sort()).toEqual(
      [`__Host-rapporteur=${secret}`, 'HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'].sort(),
    );
    expect(removedCookie.split('; ').sort()).toEqual(
      ['__Host-rapporteur=', 'HttpOnly', 'Max-Age=0', 'Path=/', 'SameSite=Lax', 'Secure'].sort(),
    );
  });

  it.each([
    [`__Host-rapporteur=${secret}`],
    [`a=1; __Host-rapporteur=${secret}; b=2`],
    [`a;__Host-rapporteur=${secret};`],
    [`__Host-rapporteur=${secret}; __Host-rapporteur=${secret}`],
    [`__Host-rapporteur2=${other}; __Host-rapporteur=${secret}`],
  ])('is found in %s', (cookie) => expect(read(cookie)).toBe(secret));

  it.each([
    [''],
    ['a=1'],
    [`rapporteur=${secret}`],
    [`__host-rapporteur=${secret}`],
    [`__Host-rapporteur2=${secret}`],
    [`x__Host-rapporteur=${secret}`],
    ['__Host-rapporteur'],
    // White space that a browser keeps as part of another cookie's name, as it comes through Node (Latin 1).
    [`\u00a0__Host-rapporteur=${secret}`],
    [`\u0085__Host-rapporteur=${secret}`],
    [`\u00e2\u0080\u0080__Host-rapporteur=${secret}`],
    [`__Host-rapporteur\u00a0=${secret}`],
    // What once were attributes of cookies.
    [`$Version=1, __Host-rapporteur=${secret}`],
  ])('is not found in %j', (cookie) => expect(read(cookie)).toBeUndefined());

  it('of which there are two stands for nobody', () => {
    expect(read(`__Host-rapporteur=${secret}; __Host-rapporteur=${other}`)).toBe('');
    expect(read(`__Host-rapporteur=; a=1; __Host-rapporteur=${secret}`)).toBe('');
  });

  it('is taken as it is: nothing in it is decoded or unquoted', () => {
    expect(read('__Host-rapporteur=%41')).toBe('%41');
    expect(read('__Host-rapporteur="A"')).toBe('"A"');
    expect(read('__Host-rapporteur=%')).toBe('%');
  });

  it('is found, or not, in 100 kB', () => {
    const long = 'a=1;'.repeat(25_000);
    expect(read(`${long}__Host-rapporteur=${secret}`)).toBe(secret);
    expect(read(`__Host-rapporteur=${'x'.repeat(100_000)}`)).toHaveLength(100_000);
    expect(readSessionCookie({})).toBeUndefined();
  });
});
