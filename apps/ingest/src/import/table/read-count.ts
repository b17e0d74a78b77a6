/** Reads a figure as tables write it: "1,282", "<5", ">3,800". */
import { readSign, toPlainDigits, type MissingReason, type Qualifier } from '@rapporteur/domain';
import { foldWord } from './mapping.js';

export interface Count {
  readonly value: number | null;
  readonly qualifier: Qualifier;
}

/** A figure with digits that programs know; the Arabic sign that parts thousands becomes a comma. */
export const toPlainCount = (cell: string): string => toPlainDigits(cell.trim()).replaceAll('٬', ',');

const escape = (separator: string) => (separator === ' ' ? '[ \\u00a0\\u202f]' : `[${separator}]`);

/**
 * In: the signs that may separate thousands, and the words that say why there is no number (folded). Out: a
 * reader of cells that gives the count or the reason, or undefined where the cell holds neither. A bound becomes the nearest qualifier: "≤4" is
 * read as "<5", and ">4" as "≥5".
 */
export function makeCountReader(
  grouping: readonly string[],
  reasons: ReadonlyMap<string, MissingReason>,
): (cell: string) => Count | undefined {
  // All separators of one number must be the same sign: of two different signs the last may begin a fraction.
  const grouped = grouping.map((separator) => `\\d{1,3}(?:${escape(separator)}\\d{3})+|`).join('');
  const form = new RegExp(`^(<=|>=|[<>≤≥~≈]?)\\s*(${grouped}\\d+)$`, 'u');
  return (cell) => {
    const text = toPlainCount(cell);
    const reason = reasons.get(foldWord(cell));
    if (reason) return { value: null, qualifier: reason };
    const match = form.exec(text);
    if (!match) return undefined;
    const read = readSign(match[1]!, Number(match[2]!.replace(/\D/gu, '')));
    return Number.isSafeInteger(read?.value) ? read : undefined;
  };
}
