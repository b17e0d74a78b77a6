/** The language of a text, told by its letters and words. */

const scripts: readonly (readonly [string, RegExp])[] = [
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];
const frequent: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|of|and|in|to|was|were)\b/giu,
  fr: /\b(?:le|la|les|des|et|du|une|dans|été)\b/giu,
  es: /\b(?:el|la|los|las|de|y|en|una|del|se)\b/giu,
};

/** The language by script, and among those in Latin letters by frequent words; null where neither tells. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  const script = scripts.find(([, pattern]) => count(pattern) > letters * 0.3);
  if (script) return script[0];
  const [best] = Object.entries(frequent)
    .map(([language, pattern]) => [language, count(pattern)] as const)
    .sort((a, b) => b[1] - a[1]);
  return best && best[1] > 5 ? best[0] : null;
}
