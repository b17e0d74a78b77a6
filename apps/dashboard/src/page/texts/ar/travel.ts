/** The words of time travel, in Arabic. */
import { countedIn } from '../counted.js';
import type { enTravel } from '../en/travel.js';
import { eventForms } from './forms.js';

const counted = countedIn('ar');

export const arTravel: typeof enTravel = {
  events: (n) => `ما ورد في ذلك اليوم: ${counted(n, eventForms)}`,
  compare: 'المقارنة بيوم سابق',
  noCompare: 'بلا مقارنة',
  changed: (from, to) => `ما تغير من ${from} إلى ${to}`,
  nothing: (from, to) => `لم يتغير شيء مما اختير من ${from} إلى ${to}.`,
  counts: (revised, added, withdrawn) => `المنقح: ${revised}؛ المضاف: ${added}؛ المسحوب: ${withdrawn}`,
  shownAsOf: (when) => `المعروض هو ما كان معروفا آنذاك (${when}).`,
  first: (n) => `المدرج أول التغييرات، وعددها ${n}؛ وعنوان البيانات يضمها كلها.`,
  before: 'قبل',
  after: 'بعد',
  data: 'التغييرات في شكل بيانات',
};
