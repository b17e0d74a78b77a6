/**
 * A cell's number is a count only if it is whole, is shown as a number, and JavaScript holds it exactly as it
 * is written.
 */
import { expect, it } from '@jest/globals';
import { readNumber, readTruth } from './read-cell.js';

it.each([
  ['12', '12', true],
  ['-3', '-3', true],
  ['1.20E1', '12', true],
  ['12.0', '12', true],
  ['1200E-2', '12', true],
  ['0', '0', true],
  ['0.0', '0', true],
  ['0E-5', '0', true],
  ['9007199254740991', '9007199254740991', true],
  ['9007199254740993', '9007199254740993', false],
  ['1.0000000000000000001', '1.0000000000000000001', false],
  ['1.5', '1.5', false],
  ['1E-1', '0.1', false],
  ['.5', '0.5', false],
  ['', '', false],
  ['.', '.', false],
  ['1e400', '1e400', false],
  ['0x10', '0x10', false],
  [`${'0'.repeat(99)}5`, '5', true],
  [`${'0'.repeat(100)}5`, `${'0'.repeat(100)}5`, false],
])('the number %j is %j, a count: %s', (written, text, isCount) => {
  expect(readNumber(written, 'number', false)).toEqual({ text, isCount });
  expect(readNumber(` ${written} `, 'number', false)).toEqual({ text, isCount });
});

it.each([
  ['1', false, '1900-01-01'],
  ['59', false, '1900-02-28'],
  ['60', false, '1900-02-28'],
  ['61', false, '1900-03-01'],
  ['39448', false, '2008-01-01'],
  ['39448.99', false, '2008-01-01'],
  ['0', false, '0'],
  ['0.99', false, '0.99'],
  ['1', true, '1904-01-02'],
  ['37986', true, '2008-01-01'],
  ['2958465', false, '9999-12-31'],
  ['2958466', false, '2958466'],
])('%s days, counted from 1904: %s, are %s', (written, from1904, text) => {
  expect(readNumber(written, 'day', from1904)).toEqual({ text, isCount: false });
});

it.each([
  ['0.5', '50%'],
  ['1', '100%'],
  ['0.07', '7%'],
  ['0.123', '12.3%'],
])('a share of %s is %s, and no count', (written, text) => {
  expect(readNumber(written, 'share', false)).toEqual({ text, isCount: false });
});

it.each([
  ['1', 'TRUE'],
  [' true ', 'TRUE'],
  ['0', 'FALSE'],
  ['false', 'FALSE'],
  ['yes', 'yes'],
])('the truth %j is %s, and no count', (written, text) => {
  expect(readTruth(written)).toEqual({ text, isCount: false });
});
