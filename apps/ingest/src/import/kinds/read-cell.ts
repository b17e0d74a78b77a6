/** Reads a cell of an .xlsx from its kind and its stored text. */

/** The text of a cell. If `isCount` is false, it is no count, even if its text has only digits. */
export interface ReadCell {
  readonly text: string;
  readonly isCount: boolean;
}

/** As what the number of a cell is shown, which decides what it means. */
export type Shown = 'number' | 'day' | 'share';

/** Characters of a number at most: far more than the 25 that spreadsheet programs write. */
const longestNumber = 100;
const numberForm = /^[+-]?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Whether a written decimal number is whole: "1.20E1" is, "1.0000000000000000001" is not. */
function isWhole(written: string): boolean {
  const [, whole, fraction = '', exponent = '0'] = numberForm.exec(written)!;
  const digits = `${whole}${fraction}`.replace(/0+$/, '');
  return digits === '' || digits.length <= whole!.length + Number(exponent);
}

/** The day behind a spreadsheet's day number. Spreadsheets count 29 February 1900, which did not exist. */
function toDay(serial: number, from1904: boolean): string | undefined {
  const first = Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30);
  const day = Math.floor(serial) + (!from1904 && serial < 60 ? 1 : 0);
  const date = new Date(first + day * 86_400_000);
  return serial >= 1 && date.getUTCFullYear() < 10_000 ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * Reads a number. Only a whole number that JavaScript holds exactly may be a count. A number that it cannot
 * hold keeps its written text, so that nobody sees another number than the file has.
 */
export function readNumber(written: string, shown: Shown, from1904: boolean): ReadCell {
  const text = written.trim();
  const value = Number(text);
  const isNumber = text.length <= longestNumber && /\d/.test(text) && numberForm.test(text);
  if (!isNumber || !Number.isFinite(value)) return { text, isCount: false };
  if (shown === 'day') return { text: toDay(value, from1904) ?? text, isCount: false };
  if (shown === 'share') return { text: `${Number((value * 100).toPrecision(15))}%`, isCount: false };
  if (!Number.isInteger(value)) return { text: String(value), isCount: false };
  return isWhole(text) && Number.isSafeInteger(value)
    ? { text: String(value), isCount: true }
    : { text, isCount: false };
}

const truths = new Map([
  ['1', 'TRUE'],
  ['true', 'TRUE'],
  ['0', 'FALSE'],
  ['false', 'FALSE'],
]);

export const readTruth = (written: string): ReadCell => ({
  text: truths.get(written.trim()) ?? written,
  isCount: false,
});
