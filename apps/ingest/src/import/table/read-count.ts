/** Reads a figure as tables write it: "1,282", "<5", ">3,800". */
import type { Qualifier } from '@rapporteur/domain';

export interface Count {
  readonly value: number | null;
  readonly qualifier: Qualifier;
}

const escape = (separator: string) => (separator === ' ' ? '[ \\u00a0\\u202f]' : `[${separator}]`);

/**
 * In: what may part thousands, and the words that say that nothing is known (folded). Out: a reader of cells that
 * gives the count, or undefined where the cell holds none. A bound is turned into the nearest that the words have:
 * "≤4" and "<5" say the same, ">4" and "≥5".
 */
export function makeCountReader(
  grouping: readonly string[],
  noneKnown: ReadonlySet<string>,
): (cell: string) => Count | undefined {
  // Of two signs in one number the last may begin a fraction.
  const grouped = grouping.map((separator) => `\\d{1,3}(?:${escape(separator)}\\d{3})+|`).join('');
  const form = new RegExp(`^(<=|>=|[<>≤≥~≈]?)\\s*(${grouped}\\d+)$`, 'u');
  return (cell) => {
    const text = cell.trim();
    if (noneKnown.has(text.toLowerCase())) return { value: null, qualifier: 'none-known' };
    const match = form.exec(text);
    if (!match) return undefined;
    const read = readSign(match[1]!, Number(match[2]!.replace(/\D/gu, '')));
    return Number.isSafeInteger(read?.value) ? read : undefined;
  };
}

/** In: the sign before a whole number. Out: what both say together; "<0" says nothing. */
function readSign(sign: string, count: number): Count | undefined {
  switch (sign) {
    case '<':
      return count > 0 ? { value: count, qualifier: 'fewer-than' } : undefined;
    case '<=':
    case '≤':
      return { value: count + 1, qualifier: 'fewer-than' };
    case '>':
      return { value: count + 1, qualifier: 'at-least' };
    case '>=':
    case '≥':
      return { value: count, qualifier: 'at-least' };
    case '~':
    case '≈':
      return { value: count, qualifier: 'approximately' };
    default:
      return { value: count, qualifier: 'exact' };
  }
}
