/** Where somebody may be led after signing in, and every form of another site. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toOwnPath } from './own-path.js';

it.each([
  ['/'],
  ['/?page=round&lang=en#SV'],
  ['/v1/rounds/ecosoc-2006-27%2F2008/report?format=pdf'],
  ['/?next=https://evil.example/'],
  ['/#//evil.example'],
])('takes %s', (path) => expect(toOwnPath(path)).toBe(path));

it.each([
  [''],
  ['page'],
  ['//evil.example'],
  ['///evil.example'],
  ['/\\evil.example'],
  ['\\\\evil.example'],
  ['/a\\..\\..\\evil.example'],
  ['https://evil.example'],
  ['https:evil.example'],
  ['javascript:alert(1)'],
  ['/\t/evil.example'],
  ['/\n/evil.example'],
  ['/\r\nLocation: https://evil.example'],
  ['\u0000//evil.example'],
  [' //evil.example'],
  ['/%2Fevil.example'],
  ['/%2fevil.example'],
  ['/%5Cevil.example'],
  ['/%252Fevil.example'],
  ['/%25%32%46evil.example'],
  ['%2F%2Fevil.example'],
  ['/.//evil.example'],
  ['/a/..//evil.example'],
  ['/%2e//evil.example'],
  ['/.%2F/evil.example'],
  ['/a/..%2F/evil.example'],
  ['/a//b'],
  ['/\u2028/evil.example'],
  ['/\uff0fevil.example'],
  [`/${'a'.repeat(2001)}`],
  [undefined],
  [['/', '//evil.example']],
])('refuses %j', (path) => expect(toOwnPath(path)).toBeUndefined());

it('takes nothing that a browser would resolve to another host, also once it is decoded', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '%2F',
    '%2f',
    '%5c',
    '%25',
    '2f',
    'evil',
    ':',
    '@',
    '?',
    '#',
    '\t',
    '//',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const taken = toOwnPath(parts.join(''));
      if (taken === undefined) return;
      const base = 'https://figures.example';
      expect(new URL(taken, base).origin).toBe(base);
      const { pathname } = new URL(taken, base);
      let decoded = pathname;
      for (let i = 0; i < 5; i += 1)
        decoded = new URL(
          decoded.replace(/%[0-7][0-9a-f]/gi, (all) => decodeURIComponent(all)),
          base,
        ).pathname;
      expect(new URL(decoded, base).origin).toBe(base);
    }),
    { numRuns: 2000 },
  );
});
