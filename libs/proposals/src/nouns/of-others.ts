/** Numbers that a noun of ours stands beside, and that are none of ours: years of prison, and offences of another kind. */
import type { Count } from '../count.js';
import type { Found } from '../found.js';
import type { Span } from '../span.js';
import type { Cell } from '../tables/tables.js';

/** "Or 30 where the victim is a child": in a sentence on what a law lays down, a number whose noun does not follow at once. */
export function isOfLaw({ text, lexicon: { penalty } }: Found, { end, value }: Count, noun: Span): boolean {
  if (!penalty || value === null || text.search(penalty) < 0) return false;
  const between = text.slice(end, noun.start);
  return (
    noun.start <= end ||
    between.length > 15 ||
    /^\s*(?:where|if|when|si|cuando|lorsque|quand|[a-záéíóú]+ de)\s/iu.test(between)
  );
}

/** How far the words for another offence may stand from its number (characters). */
const reach = 60;

/** "1,120 sexual offences": in its row, or in its clause, another offence is named, and trafficking is not. */
export function isOtherOffence(
  { text, lexicon: { otherOffences, trafficking } }: Found,
  { start, end, value }: Count,
  cell: Cell | undefined,
): boolean {
  if (!otherOffences || !trafficking || value === null) return false;
  const line = [text.lastIndexOf('\n', start) + 1, text.indexOf('\n', end)] as const;
  const [from, until] = cell
    ? [line[0], line[1] < 0 ? text.length : line[1]]
    : [Math.max(0, start - reach), Math.min(text.length, end + reach)];
  const ahead = text
    .slice(from, start)
    .split(/[,;:.(]\s/u)
    .at(-1)!;
  const after = text.slice(end, until).split(/[,;:.)](?:\s|$)/u, 1)[0]!;
  const clause = cell ? text.slice(from, until) : `${ahead} # ${after}`;
  return clause.search(otherOffences) >= 0 && clause.search(trafficking) < 0;
}

/** "Directorate of Child Welfare": a word within a name, of several with a capital, counts nobody. */
export function isInName(text: string, { start, end }: Span): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start)) || /\p{Lu}{3}/u.test(text.slice(start, end))) return false;
  const [ahead, after] = [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 30)];
  // At the beginning of a sentence or an entry a capital says nothing.
  if (/(?:^|[.:;!?()•·*\n–—-]\s*|\d\s*)$/u.test(start <= 30 ? text.slice(0, start) : ahead)) return false;
  return (
    /\p{Lu}[\p{L}-]*\s+(?:(?:of|and|for|de|et|y|e|du|des|la|del)\s+)*$/u.test(ahead) ||
    /^\s+\p{Lu}\p{Ll}/u.test(after)
  );
}
