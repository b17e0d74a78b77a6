/** The parameter that selects breakdowns: a single one, every part of a dimension, or the whole. */
import { breakdownOf, findDimension } from '@rapporteur/domain';
import { isRespondentCode } from '@rapporteur/names';
import { z } from 'zod';

const isCodeOf = (dimension: string, code: string) => {
  const found = findDimension(dimension);
  return (
    found?.codes.some((known) => known.code === code) ||
    (found?.respondents === true && isRespondentCode(code.toUpperCase()))
  );
};

/** Whether a text is a breakdown in the form of identifiers, with known dimensions and codes. */
export const isBreakdown = (text: string): boolean =>
  /^(_T|[\w-]+:[\w-]+(,[\w-]+:[\w-]+)*)$/.test(text) &&
  Object.entries(breakdownOf(text)).every(([dimension, code]) => isCodeOf(dimension, code));

/** Whether a text names every part of a dimension (`sex`) or one part (`sex:female`). */
const isPart = (text: string) => {
  const [dimension = '', code, ...more] = text.split(':');
  if (more.length > 0 || !findDimension(dimension)) return false;
  return code === undefined || isCodeOf(dimension, code);
};
const dimensionIn = (part: string) => part.split(':')[0]!;
const isKind = (text: string) => {
  if (text === '_T') return true;
  const parts = text.split(',');
  return parts.every(isPart) && new Set(parts.map(dimensionIn)).size === parts.length;
};

/** A regular expression for keys of breakdowns. In: `sex`, `age,sex:female`, `_T`, checked. */
function toPattern(kind: string): string {
  const parts = kind.split(',').sort((a, b) => (dimensionIn(a) < dimensionIn(b) ? -1 : 1));
  return parts.map((part) => (part === '_T' || part.includes(':') ? part : `${part}:[^,]+`)).join(',');
}

/** The most kinds in one request. More are of no use, and their expression would be tried on every figure. */
const kindsAtMost = 50;

const kindsOf = (text: string) => [...new Set(text.split(';'))];

/** Breakdowns of several series. Out: a regular expression that their keys match. */
export const breakdownList = z
  .string()
  .refine(
    (text) => kindsOf(text).length <= kindsAtMost && kindsOf(text).every(isKind),
    'up to 50 kinds of breakdowns by semicolons: _T, or known dimensions by commas, each with a code or without, as sex or age:child,sex',
  )
  .transform((text) => `^(${kindsOf(text).map(toPattern).join('|')})$`)
  .describe(
    'Kinds of breakdowns, by semicolons: _T is the total, sex every part by sex alone, "age:child,sex" children by sex',
  );
