/** Whatever is written twice or forbidden is found, and nothing else is. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findForbiddenNames, findRepeatedNames } from './json-names.js';

const found = (text: string) => {
  JSON.parse(text);
  return findRepeatedNames(text).map(({ pointer }) => pointer);
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
    expect(findForbiddenNames(text).map(({ pointer }) => pointer)).toEqual(pointers),
  );
});
