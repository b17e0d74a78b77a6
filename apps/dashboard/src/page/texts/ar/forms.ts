/** The forms of Arabic words that are often counted. */

export const figureForms = {
  zero: 'لا أرقام',
  one: 'رقم واحد',
  two: 'رقمان',
  few: '# أرقام',
  many: '# رقما',
  other: '# رقم',
};

export const yearlyForms = {
  zero: 'لا أرقام سنوية',
  one: 'رقم سنوي واحد',
  two: 'رقمان سنويان',
  few: '# أرقام سنوية',
  many: '# رقما سنويا',
  other: '# رقم سنوي',
};

export const respondentForms = {
  zero: 'لا جهات مجيبة',
  one: 'جهة مجيبة واحدة',
  two: 'جهتان مجيبتان',
  few: '# جهات مجيبة',
  many: '# جهة مجيبة',
  other: '# جهة مجيبة',
};

export const seriesForms = {
  zero: 'لا سلاسل',
  one: 'سلسلة واحدة',
  two: 'سلسلتان',
  few: '# سلاسل',
  many: '# سلسلة',
  other: '# سلسلة',
};

export const eventForms = {
  zero: 'لا أحداث',
  one: 'حدث واحد',
  two: 'حدثان',
  few: '# أحداث',
  many: '# حدثا',
  other: '# حدث',
};

/** Figures as what is withdrawn, counted or missing: after a verb or a preposition. */
export const figureFormsAfter = { ...figureForms, zero: 'صفر من الأرقام', two: 'رقمين' };

export const findingForms = {
  zero: 'لا استنتاجات',
  one: 'استنتاج واحد',
  two: 'استنتاجان',
  few: '# استنتاجات',
  many: '# استنتاجا',
  other: '# استنتاج',
};

export const stateForms = {
  zero: 'لا دول',
  one: 'دولة واحدة',
  two: 'دولتان',
  few: '# دول',
  many: '# دولة',
  other: '# دولة',
};

export const wordForms = {
  zero: 'لا كلمات',
  one: 'كلمة واحدة',
  two: 'كلمتان',
  few: '# كلمات',
  many: '# كلمة',
  other: '# كلمة',
};

export const rowForms = {
  zero: 'لا صفوف',
  one: 'صف واحد',
  two: 'صفان',
  few: '# صفوف',
  many: '# صفا',
  other: '# صف',
};

/** A number alone, as Arabic writes it. */
export const numberForms = { zero: '#', one: '#', two: '#', few: '#', many: '#', other: '#' };
