/** The words of States compared with one another, in Arabic. */
import { countedIn } from '../counted.js';
import type { enCompare } from '../en/compare.js';
import { stateForms } from './forms.js';

const counted = countedIn('ar');

export const arCompare: typeof enCompare = {
  parts: { directions: 'أين يرتفع أو ينخفض', crossing: 'مؤشران معا' },
  second: 'المؤشر الثاني',
  choose:
    'اختر مؤشرا ثانيا: تُعرض الدول عندئذ حسب اتجاهي المؤشرين، مثل الدول التي تنخفض فيها الإدانات ويزداد فيها الضحايا المكتشفون.',
  isSo: (name, direction) => `${name} (${direction})`,
  found: (n, what) => `${counted(n, stateForms)}: ${what}.`,
  counted: (both, one, neither) =>
    `لا تُحسب إلا الدول التي حُدد لها اتجاه (في ازدياد أو في انخفاض أو بلا اتجاه يُعتد به إحصائيا) في المؤشرين كليهما: ${both}. وفي أحدهما فقط: ${one}. وليس في أي منهما: ${neither}. ولا يُحدد الاتجاه حين تكون الأرقام قليلة جدا أو تتوقف النتيجة على نطاقات.`,
  matrix: 'الدول حسب اتجاهي المؤشرين',
  directionOf: (name) => `الاتجاه: ${name}`,
  onlyOne: (n) => `اتجاه محدد في أحد المؤشرين فقط: ${counted(n, stateForms)}`,
  noneBoth: 'لا توجد هنا دولة حُدد لها اتجاه في المؤشرين كليهما.',
  noneSuch: 'لا دولة لها هذان الاتجاهان.',
};
