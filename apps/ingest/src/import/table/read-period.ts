/** Reads the period of a row as tables write it in any of the six languages: "2019", "2019年", "2019 г.", "٢٠١٩". */
import { isInFuture, parsePeriod, toPlainDigits } from '@rapporteur/domain';
import { quote } from '../kinds/unreadable-file.js';
import { Refused } from './read-cells.js';

/** What tables put around a year to say that it is one. */
const around =
  /^(?:(?:سنة|عام)\s*)?(\d{4}(?:[/-]\d{2,4})?)\s*(?:年度?|гг?\.?|годы?)$|^(?:سنة|عام)\s*(\d{4})$/u;

/** The text with digits that programs know, and without a word beside its year that says no more than that it is one. */
export function toPlainPeriod(text: string): string {
  const plain = toPlainDigits(text).trim();
  const [, before, after] = around.exec(plain) ?? [];
  return before ?? after ?? plain;
}

/** In: a cell, and the day on which the file was received. Out: the period. Errors: Refused. */
export function readPeriod(cell: string, receivedOn: string): string {
  const reading = parsePeriod(toPlainPeriod(cell));
  if (!reading.ok) throw new Refused(`${quote(cell)} is no period`);
  if (isInFuture(reading.period, receivedOn))
    throw new Refused(`${cell} lies after ${receivedOn}, when the file was received`);
  return reading.text;
}
