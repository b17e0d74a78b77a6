/** Indicator 16.2.2 of the Sustainable Development Goals in the codes of their global data structure. */
import type { Breakdown } from '../figures/cell.js';

/** What is counted for it. */
export const sdgIndicator = 'victims-detected';

/** Rates per 100,000 people by form of exploitation; series of numbers have the same codes without the R. */
const series: Readonly<Record<string, string>> = {
  _T: 'VC_HTF_DETVR',
  'sexual-exploitation': 'VC_HTF_DETVSXR',
  'forced-labour': 'VC_HTF_DETVFLR',
  'other-forms': 'VC_HTF_DETVOPR',
};
const sexes: Readonly<Record<string, string>> = { female: 'F', male: 'M' };
const ages: Readonly<Record<string, string>> = { child: 'Y0T17', adult: 'Y_GE18' };

/** Keys of the breakdowns that the indicator has: by sex, age, form of exploitation, and these together. */
export const sdgBreakdowns =
  '^(_T|(age:[^,]+)(,form-of-exploitation:[^,]+)?(,sex:[^,]+)?|(form-of-exploitation:[^,]+)(,sex:[^,]+)?|sex:[^,]+)$';

export interface SdgKey {
  readonly series: string;
  /** `_T`, or the code of the global structure; as it is here where that has none. */
  readonly sex: string;
  readonly age: string;
}

/** In: a breakdown of detected victims. Out: its place in the global structure; undefined where there is none. */
export function toSdgKey({
  sex = '_T',
  age = '_T',
  'form-of-exploitation': form = '_T',
  ...others
}: Breakdown): SdgKey | undefined {
  const code = series[form];
  if (code === undefined || Object.keys(others).length > 0) return undefined;
  return { series: code, sex: sexes[sex] ?? sex, age: ages[age] ?? age };
}
