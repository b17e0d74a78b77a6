/** Countries beside a number: "from Thailand nine, from the Philippines six". */
import type { Span } from '../span.js';

/** Names that other words are spelled like. */
const doubtful = new Set(['TD', 'TG', 'ML', 'OM', 'CU', 'JE', 'PE', 'AI', 'GB']);
const patterns = new Map<string, RegExp>();

/** The names of countries in a language, with the endings that they may have, as one pattern. */
function patternOf(code: string): RegExp {
  const known = patterns.get(code);
  if (known) return known;
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const names = new Intl.DisplayNames(code, { type: 'region', fallback: 'none' });
  const said = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((region) => (doubtful.has(region) ? [] : (names.of(region) ?? [])))
    .map((name) => stemOf(name.replace(/\s*[（(].*$/u, ''), code))
    .filter((name) => name.length >= (code === 'zh' ? 2 : 4) && !/\s/u.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const made =
    code === 'zh'
      ? new RegExp(`(?:${said.join('|')})`, 'gu')
      : new RegExp(
          `(?<![\\p{L}\\p{M}])[وفبلك]{0,2}(?:ال|لل)?(?:${said.join('|')})\\p{L}{0,3}(?![\\p{L}\\p{M}])`,
          'gu',
        );
  patterns.set(code, made);
  return made;
}

const stemOf = (name: string, code: string): string => {
  if (code === 'ru') return name.replace(/[аеиоуыэюяйь]+$/u, '');
  return code === 'ar' ? name.replace(/^ال/u, '').replace(/\p{M}/gu, '') : name;
};

/** How far a country may stand from its number (characters). */
const reach = 14;
const chineseReach = 8;

/** Whether a paragraph begins with the name of a country, after its number: it is of that State alone. */
export const beginsWithPlace = (paragraph: string, code: string): boolean => {
  const [place] = paragraph.slice(0, 30).matchAll(patternOf(code));
  return place !== undefined && !/[\p{L}]{3}/u.test(paragraph.slice(0, place.index));
};

/** Whether the name of a country stands close to a number, with no other number and no mark between them. */
export function isFromPlace(text: string, { start, end }: Span, code: string): boolean {
  const far = code === 'zh' ? chineseReach : reach;
  const from = Math.max(0, start - far - 20);
  const near = text.slice(from, end + far + 20);
  return [...near.matchAll(patternOf(code))].some(({ 0: said, index }) => {
    const place = { start: from + index, end: from + index + said.length };
    const between = place.end <= start ? text.slice(place.end, start) : text.slice(end, place.start);
    return between.length <= far && !/[,،，、;；.。:：\p{Nd}]/u.test(between);
  });
}
