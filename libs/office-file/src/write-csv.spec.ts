/** No cell of a CSV is run by the program that opens it. */
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
