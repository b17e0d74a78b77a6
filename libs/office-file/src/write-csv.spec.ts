/** No cell of a CSV is run by the program that opens it, and all else is as csv-stringify writes it. */
import { expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { writeCsv } from './write-csv.js';

it('guards texts that begin as a formula does, in the header too, and leaves numbers alone', () => {
  const rows = [
    ['=h', 'a'],
    ['=1+1', '+1'],
    ['-1', '@sum'],
    ['\tx', '\rx'],
    [-1, '5-1'],
  ];
  expect(writeCsv(rows)).toBe("'=h,a\n'=1+1,'+1\n'-1,'@sum\n'\tx,\"'\rx\"\n-1,5-1\n");
});

it('quotes a text with either sign of a new line, whichever ends the lines', () => {
  const rows = [['a\nb', 'c\rd']];
  expect(writeCsv(rows, { lineEnd: '\r\n' })).toBe('"a\nb","c\rd"\r\n');
});

it('writes what csv-stringify writes, of lists and of objects', () => {
  const character = fc.constantFrom(...'aä"\',;\r\n\t =+-@\uff1d\uff0b\uff0d\uff20'.split(''));
  const cell = fc.oneof(
    ...[fc.string({ unit: character, maxLength: 4 }), fc.double(), fc.bigInt(), fc.boolean()],
    fc.constantFrom(null, undefined, { low: -1 }, 'x'),
  );
  const columns = ['=a', 'b,', 'c'];
  const show = (value: object | boolean) => `-${JSON.stringify(value)}`;
  const cast = { boolean: show, object: show };
  const row = fc.oneof(
    fc.array(cell, { minLength: 1, maxLength: 4 }),
    fc.tuple(cell, cell, cell).map((cells) => Object.fromEntries(cells.map((one, i) => [columns[i]!, one]))),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), fc.boolean(), fc.boolean(), (rows, header, isWindows) => {
      const theirs = stringify(rows, {
        ...{ columns, header, cast, escape_formulas: true, quote_record_delimiter: true },
        record_delimiter: isWindows ? 'windows' : 'unix',
      });
      expect(writeCsv(rows, { columns, header, show, lineEnd: isWindows ? '\r\n' : '\n' })).toBe(theirs);
    }),
  );
});
