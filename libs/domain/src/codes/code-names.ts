/** The names of one code in the six languages of the United Nations. */

export const nameLanguages = ['en', 'zh', 'fr', 'es', 'ru', 'ar'] as const;
export type NameLanguage = (typeof nameLanguages)[number];
export type CodeNames = Readonly<Record<NameLanguage, string>>;
