/** The list of refused rows can be read by people, and by the programs that open it. */
import { expect, it } from '@jest/globals';
import { toRefusedCsv } from './to-refused-csv.js';

it('has each row with its number and reason, and no formula', () => {
  const rows = [
    { row: 2, reason: '"=1" is no count', cells: ['=1+1', '-5', 'a,b'] },
    { row: 3, reason: '@x', cells: [] },
  ];
  expect(toRefusedCsv(['Area', '=Value'], rows, 2)).toBe(
    'row,reason,Area,\'=Value\n2,"""=1"" is no count",\'=1+1,\'-5,"a,b"\n3,\'@x\n',
  );
});

it('says how many rows it does not list', () => {
  expect(toRefusedCsv(['Area'], [{ row: 2, reason: 'r', cells: [] }], 101)).toBe(
    'row,reason,Area\n2,r\n,100 more rows were refused or wait and are not listed\n',
  );
});
