/** The six UN languages, and which of them an answer is given in. */

export const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];

/** Whether a text is one of the six language codes, in lower case. */
export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

const primarySubtag = (tag: string): string => tag.trim().toLowerCase().split('-')[0] ?? '';

interface Preference {
  readonly language: Language;
  readonly weight: number;
}

/** One range of an Accept-Language header; undefined when it names none of the six or its weight is no number. */
function readPreference(range: string): Preference | undefined {
  const [tag = '', ...parameters] = range.split(';');
  const subtag = primarySubtag(tag);
  const written = parameters.map((p) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(p)?.[1]);
  const weight = parameters.length === 0 ? 1 : Number(written.find((q) => q !== undefined));
  const language = subtag === '*' ? 'en' : subtag;
  return isLanguage(language) && weight > 0 && weight <= 1 ? { language, weight } : undefined;
}

/**
 * The language of an answer: `lang` (a tag such as `fr` or `zh-CN`) where it is one of the six, else the
 * best-weighted range of an Accept-Language header (RFC 9110, section 12.5.4; the first wins a tie), else English.
 */
export function negotiateLanguage(lang?: string, acceptLanguage?: string): Language {
  const asked = primarySubtag(lang ?? '');
  if (isLanguage(asked)) return asked;
  const best = (acceptLanguage ?? '')
    .split(',')
    .map(readPreference)
    .filter((preference) => preference !== undefined)
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.language ?? 'en';
}
