/** What a figure says of itself in the codes of SDMX: observation status (CL_OBS_STATUS 2.3) and confidentiality (CL_CONF_STATUS 1.4). */
import type { Qualifier } from './qualifier.js';

/** A normal; B break; L not collected; M cannot exist; O missing, for a reason that the list has no code for; Q suppressed. */
export type ObsStatus = 'A' | 'B' | 'L' | 'M' | 'O' | 'Q';
/** A: kept back because the count is small; C: confidential. Null: nothing is said to be kept back. */
export type ConfStatus = 'A' | 'C' | null;

const withoutNumber: Partial<Readonly<Record<Qualifier, ObsStatus>>> = {
  'none-known': 'O',
  'not-available': 'O',
  'not-applicable': 'M',
  'not-asked': 'L',
  withheld: 'Q',
};

/**
 * The status of an observation. None known and not available are both O, which makes no difference between reasons: only
 * the qualifier tells them apart. A missing number tells more than a break, which has a column of its own.
 */
export const obsStatusOf = (qualifier: Qualifier | null, isBreak: boolean): ObsStatus =>
  withoutNumber[qualifier ?? 'exact'] ?? (isBreak ? 'B' : 'A');

/** Whether the number is kept back: as a whole, or behind "fewer than n". */
export function confStatusOf(qualifier: Qualifier | null): ConfStatus {
  if (qualifier === 'withheld') return 'C';
  return qualifier === 'fewer-than' ? 'A' : null;
}
