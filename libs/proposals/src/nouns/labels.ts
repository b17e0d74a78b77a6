/** Nouns that a label says: "Adult women: 148", and "Convicted: in 2020, 64; in 2021, 89". */
import type { Count } from '../count.js';
import type { Found } from '../found.js';
import type { Act, Noun } from '../language.js';
import type { Term } from '../lexicon.js';
import { readIndicator } from '../readings.js';
import type { Span } from '../span.js';

/** Where an entry "accused arrested, 178;" ends. */
const entryEnd = /^[名人起件宗例个次]?\s*(?:$|[;；؛.。\n(（])/u;
const labelEnd = /^[名人起件宗例个次]?\s*(?:$|[\n|｜;；。.•·]|[-–—]\s*\p{Lu})/u;

/**
 * "Adult women: 148" in a list: the noun before the colon, where nothing but the next line follows the number; or its act,
 * where it has no noun ("convicted, 41").
 */
export function labelOf(
  { text, nouns, acts, lexicon: { code } }: Found,
  { start, end, said }: Count,
): Term<Noun> | undefined {
  const [ahead, after] = [text.slice(0, said.start), text.slice(end)];
  const colon = labelEnd.test(after)
    ? ahead.search(/(?:^|[\n•·;；.。|｜]|(?<=\s)[-–—](?=\s\p{L}))[^\n•·;；.。|｜–—]*[:：–—=]\s*$/u)
    : -1;
  const comma = entryEnd.test(after)
    ? ahead.search(/(?<=[;；؛:：\n])[^\n•·;；؛:：.。,،，\p{Nd}]{3,45}[,،，]\s*$/u)
    : -1;
  if (colon < 0 && comma < 0) return undefined;
  const from = Math.max(colon, comma, start - (code === 'zh' ? 30 : 70));
  const isIn = (term: Span) => term.start >= from && term.end <= start;
  const act = comma >= 0 ? acts.find(isIn) : undefined;
  return nouns.find(isIn) ?? (act && { ...act, is: 'person' });
}

/** What is done to people; that something was distributed or told is not. */
const ofPeople: readonly Act[] = ['arrest', 'prosecute', 'convict', 'train', 'rescue', 'assist', 'identify'];

/** A label is no longer (characters). */
const longestLabel = 45;

/**
 * "Convicted: in 2020, 64; in 2021, 89": what the label before the first colon of a line says holds for the numbers behind it
 * that have no noun of their own. Its noun, or its act, which is said of people.
 */
export function headOfEntry({ text, nouns, acts }: Found, { start, value }: Count): Term<Noun> | undefined {
  const colon = text.search(/[:：]/u);
  if (colon < 0 || colon > longestLabel || colon >= start || value === null) return undefined;
  if (/\p{Nd}/u.test(text.slice(0, colon).replace(/(?:19|20)\p{Nd}\p{Nd}/gu, ''))) return undefined;
  const between = text.slice(colon, start);
  const isIn = (term: Span) => term.end <= colon;
  if (/[;；]/u.test(between) && nouns.some((noun) => noun.start > colon && noun.end <= start))
    return undefined;
  const act = acts.find((one) => isIn(one) && ofPeople.includes(one.is) && readIndicator('person', one.is));
  return nouns.findLast(isIn) ?? (act && { ...act, is: 'person' });
}
