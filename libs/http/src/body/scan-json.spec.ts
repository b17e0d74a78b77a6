/** Whatever is written twice, forbidden, or more than a number can hold is found, and nothing else is. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isExact, scanJson } from './scan-json.js';

const found = (text: string) => {
  JSON.parse(text);
  return scanJson(text).problems.map(({ pointer }) => pointer);
};

describe('names that are given more than once', () => {
  it.each([
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', []],
    ['{"a":[{"value":5,"value":6}, {"x":1}, {"y":[0,{"z":1,"z":1}]}]}', ['/a/0/value', '/a/2/y/1/z']],
    ['{"a":1,"a":1,"a":1}', ['/a', '/a']],
    ['{"a":1,"\\u0061":2}', ['/a']],
    ['{"a/b~":1 , "a/b~" : 2}', ['/a~1b~0']],
    ['{"a":{"b":1,"b":2},"a":{"b":1}}', ['/a/b', '/a']],
    ['{"__proto__":1,"__proto__":2,"constructor":3}', ['/__proto__']],
    ['{"text":"\\"text\\":1, {\\"a\\":1,\\"a\\":2}","b":"\\\\"}', []],
    ['{"":1,"":2}', ['/']],
    ['"a"', []],
    ['[1,"a","a",{"a":"a"}]', []],
    [' \n[ ]', []],
  ])('in %s', (text, pointers) => expect(found(text)).toEqual(pointers));

  it('are never found in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(2), (json, indent) => {
        expect(found(JSON.stringify(JSON.parse(json), null, indent))).toEqual([]);
      }),
    );
  });

  it('are found wherever one is added', () => {
    const member = fc.tuple(fc.string(), fc.jsonValue());
    const members = fc.uniqueArray(member, { minLength: 1, selector: ([name]) => name });
    fc.assert(
      fc.property(members, fc.nat(), fc.nat(), (list, which, where) => {
        const again = list[which % list.length]!;
        const all = list.toSpliced(where % (list.length + 1), 0, again);
        const text = `[0,{${all.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}]`;
        const name = again[0].replaceAll('~', '~0').replaceAll('/', '~1');
        expect(found(text)).toEqual([`/1/${name}`]);
      }),
    );
  });
});

describe('names that are forbidden', () => {
  it.each([
    ['{"constructor":{"prototype":1},"prototype":2,"a":{"prototype":3}}', ['/constructor/prototype']],
    ['[{"constructor":"prototype","b":"__proto__"}]', []],
    [
      '{"constructor":[{"prototype":1}],"a":[{"__proto__":{"__proto__":1}}]}',
      ['/a/0/__proto__', '/a/0/__proto__/__proto__'],
    ],
  ])('in %s', (text, pointers) =>
    expect(scanJson(text).forbidden.map(({ pointer }) => pointer)).toEqual(pointers),
  );
});

describe('numbers that JavaScript cannot hold', () => {
  it.each([
    '1e-400',
    '-1e-400',
    '1e400',
    '-1E+400',
    '9007199254740993',
    '-9007199254740993',
    '1.0000000000000000001',
    '0.1000000000000000055511151231257827',
    '123456789012345678901',
    `1${'0'.repeat(400)}`,
    `0.${'0'.repeat(400)}1`,
  ])('are found: %s', (written) => {
    const [problem, ...more] = scanJson(`{"a":[0,${written},"${written}"]}`).problems;
    expect(problem).toMatchObject({ pointer: '/a/1', code: 'number-not-exact' });
    expect(problem!.message).toContain(written.slice(0, 80));
    expect(problem!.message.length).toBeLessThan(200);
    expect(more).toEqual([]);
  });

  it.each([
    '0',
    '-0',
    '0.0',
    '0e999999',
    '1.0',
    '1e2',
    '1E+2',
    '0.10',
    '100e-2',
    '9007199254740991',
    '9007199254740992',
    '9007199254740994',
    '12345678901234567000',
    '1.7976931348623157e308',
    '5e-324',
    '0.1',
    `1${'0'.repeat(22)}`,
    `0.${'0'.repeat(20)}5`,
  ])('are others than %s', (written) => expect(scanJson(`[${written}]`).problems).toEqual([]));

  it('are none of those that JavaScript itself writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(isExact(String(value))).toBe(true);
        expect(isExact(value.toExponential())).toBe(true);
      }),
    );
  });

  it('are all whole ones but those that come back as they were', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat(30), (whole, zeros) => {
        // What JavaScript writes for it, written without an exponent.
        const [digits = '', power = '0'] = String(Number(whole)).split('e+');
        const [head = '', tail = ''] = digits.split('.');
        const written = BigInt(head + tail.padEnd(Number(power), '0'));
        expect(isExact(String(whole))).toBe(written === whole);
        expect(isExact(`${whole}.${'0'.repeat(zeros + 1)}`)).toBe(written === whole);
        expect(isExact(`${whole}${'0'.repeat(zeros)}e-${zeros}`)).toBe(written === whole);
      }),
    );
  });
});

describe('a text that is all faults', () => {
  const pointersIn = (text: string) => scanJson(text).problems.map(({ pointer }) => pointer);

  it('has a hundred of them told, by pointers of no great length', () => {
    const name = 'n'.repeat(100_000);
    const text = `{"${name}":{"${name}":[{${Array.from({ length: 300 }, () => '"a":1').join()}}],"${name}":1}}`;
    const found = pointersIn(text);
    expect(found).toHaveLength(100);
    expect(Math.max(...found.map((pointer) => pointer.length))).toBeLessThan(200);
    expect(scanJson(`[${'{"__proto__":1},'.repeat(300)}0]`).forbidden).toHaveLength(100);
    expect(scanJson(`{"${name}":1,"${name}":2}`).problems[0]!.message.length).toBeLessThan(200);
  });

  it('is read once, however long it is, and deep as far as is allowed', () => {
    const deep = '{"a":'.repeat(63);
    const many = `{${'"a":1e400,'.repeat(480_000)}"a":1}`;
    const found = scanJson(`${deep}${many}${'}'.repeat(63)}`);
    expect([found.problems.length, found.tooDeep]).toEqual([100, undefined]);
  });

  it('is still searched for nesting that is too deep', () => {
    expect(scanJson(`[${'1e400,'.repeat(200)}${'['.repeat(64)}`).tooDeep).toBe(`/200${'/0'.repeat(63)}`);
  });
});

describe('a text that is no JSON', () => {
  it('is scanned to its end all the same', () => {
    const piece = fc.constantFrom(...'{}[]:,"\\-.eE019 a'.split(''), '"a":', '1e', '\\u');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => scanJson(pieces.join(''))).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

it('stops where there is more than anybody sends, and says where', () => {
  const empties = (n: number) => `{"observations":[${Array(n).fill('{}').join(',')}]}`;
  expect(scanJson(empties(399_998)).tooMany).toBeUndefined();
  expect(scanJson(empties(399_999)).tooMany).toMatchObject({
    pointer: '/observations',
    code: 'too-many-values',
  });
  const names = (n: number) => `[{"a":{${Array.from({ length: n }, (_, i) => `"k${i}":1`).join(',')}}}]`;
  expect(scanJson(names(1000)).tooMany).toBeUndefined();
  expect(scanJson(names(1001)).tooMany).toMatchObject({ pointer: '/0/a', code: 'too-many-values' });
});
