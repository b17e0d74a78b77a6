/** The words of the report's view, in Arabic. */
import type { enReport } from '../en/report.js';

export const arReport: typeof enReport = {
  claim: 'ما يستند إليه هذا',
  choose: 'اختر رقما أو قائمة أو جملة تحتها خط: يظهر هنا ما تستند إليه.',
  open: (open, all) => `عبارات لا تجيب عنها الردود: ${open} من ${all}`,
  query: 'السؤال',
  text: 'الجواب',
  asOf: 'كما وردت حتى',
  position: 'الموضع',
  reason: 'لماذا لا يوجد جواب',
  cells: 'الأرقام والاستنتاجات',
  events: 'الأحداث',
  more: (count) => `وغيرها: ${count}`,
  reasons: {
    'unknown-code': 'رمز غير معروف',
    'no-data': 'لا بيانات',
    'not-known': 'غير معروف عن هذه الجولة',
    'conflicting-figures': 'أرقام متضاربة',
    'under-five-points': 'أقل من خمسة أرقام سنوية',
    'no-number': 'لا رقم للحساب به',
  },
};
