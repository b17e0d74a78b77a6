/** Whether a figure's value and its qualifier go together. */
import { isMissing, missingReasons } from '../figures/qualifier.js';
import { toPointer, type Problem } from './problem.js';
import type { Path } from './stepwise.js';

/** In: a figure as it was sent, and its place. Out: what is wrong with value and qualifier together. */
export function checkQualifier({ value, qualifier }: Record<string, unknown>, at: Path): Problem[] {
  if (value === null && !isMissing(qualifier))
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: 'value-missing',
        message: 'null is no figure',
        expected: `a count, or null with one of the qualifiers ${missingReasons.join(', ')}`,
      },
    ];
  if (typeof value === 'number' && isMissing(qualifier))
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: qualifier === 'none-known' ? 'value-with-none-known' : 'value-with-missing',
        message:
          qualifier === 'none-known'
            ? `${value} is given although nothing is known`
            : `${value} is given although the qualifier says ${qualifier}`,
        expected: `null with the qualifier ${qualifier}`,
      },
    ];
  if (value === 0 && qualifier === 'fewer-than')
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: 'fewer-than-zero',
        message: 'no count is fewer than 0',
        expected: '1 or more with fewer-than',
      },
    ];
  return [];
}
