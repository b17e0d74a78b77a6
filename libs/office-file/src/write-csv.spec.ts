/** No cell of a CSV is run by the program that opens it or breaks its row. */
import { expect, it } from '@jest/globals';
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

it('writes members of objects in the order of the columns, and more rows than a slice has', () => {
  const rows = Array.from({ length: 2500 }, (_, i) => ({ b: i, a: i === 1 ? { low: 1 } : null }));
  const text = writeCsv(rows, { columns: ['a', 'b'], header: true, show: () => 'shown' });
  expect(text.split('\n').slice(0, 4)).toEqual(['a,b', ',0', 'shown,1', ',2']);
  expect(text.split('\n')).toHaveLength(2502);
});
