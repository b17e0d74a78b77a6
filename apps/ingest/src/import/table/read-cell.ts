/** What a cell of an .xlsx says, from its kind and the text that it is stored as. */

/** `isCount` false: it is no count, whatever digits its text has. */
export interface ReadCell {
  readonly text: string;
  readonly isCount: boolean;
}

/** How the number of a cell is shown, as far as it matters to what it means. */
export type Shown = 'number' | 'day' | 'share';

/** Programs write 25 characters at most. */
const longestNumber = 100;
const numberForm = /^[+-]?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Whether a decimal number as written is a whole one: "1.20E1" is, "1.0000000000000000001" is not. */
function isWhole(written: string): boolean {
  const [, whole = '', fraction = '', exponent = '0'] = numberForm.exec(written)!;
  const digits = `${whole}${fraction}`.replace(/0+$/, '');
  return digits === '' || digits.length <= whole.length + Number(exponent);
}

/** The day that a spreadsheet counts so many days from its beginning; it believes in 29 February 1900. */
function toDay(serial: number, from1904: boolean): string | undefined {
  const first = Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30);
  const day = Math.floor(serial) + (!from1904 && serial < 60 ? 1 : 0);
  const date = new Date(first + day * 86_400_000);
  return serial >= 1 && date.getUTCFullYear() < 10_000 ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * A number. Only a whole one that JavaScript holds as it is written may be a count; one that it does not hold is left
 * as it is written, so that nobody sees another number than stands in the file.
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
