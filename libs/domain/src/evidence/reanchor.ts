/** The passage of an earlier extraction in the text of another: found by its words, never by counting. */
import type { Passage } from '../events/document-events.js';
import { anchorAt, type DocumentText } from './anchor.js';

/** Spaces are where extractions differ most. */
const withoutSpaces = (text: string) => text.replace(/\s+/gu, '');

/**
 * In: a text, and a passage with exact words in another text of the same document. Out: where the same words stand: in the
 * paragraph of the same number, and of several places the one with the same words before and after. Undefined where there
 * is none, or more than one; then nothing is guessed.
 */
export function reanchor(document: DocumentText, passage: Passage): Passage | undefined {
  const { quote, prefix, suffix, paragraph, event: position, ordinal } = passage;
  if (quote === null) return undefined;
  const places = findAll(document.text, quote)
    .map((place) => anchorAt(document, { position, ordinal }, place))
    .filter((place) => place !== undefined)
    .filter((place) => paragraph === null || place.paragraph === paragraph);
  if (places.length === 1) return places[0];
  const same = places.filter(
    (place) => isEnd(place.prefix, prefix) && isEnd(reverse(place.suffix), reverse(suffix)),
  );
  return same.length === 1 ? same[0] : undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a quote stands as it is, or else where its words stand, parted by other spaces or ends of lines. */
function findAll(text: string, quote: string): Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    found.push({ start: at, end: at + quote.length });
  return found.length > 0 ? found : findWords(text, quote);
}

const isDigit = (character: string) => /\p{Nd}/u.test(character);

/** Two numbers are never taken for one, nor one for two. */
function findWords(text: string, quote: string): Place[] {
  const parts: string[] = [];
  let [before, isParted] = ['', false];
  for (const character of quote.trim()) {
    if (/\s/u.test(character)) {
      isParted = true;
      continue;
    }
    const areDigits = isDigit(before) && isDigit(character);
    if (before !== '') parts.push(!areDigits ? '\\s*' : isParted ? '\\s+' : '');
    parts.push(character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    [before, isParted] = [character, false];
  }
  if (parts.length === 0) return [];
  return [...text.matchAll(new RegExp(parts.join(''), 'gu'))].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

const reverse = (text: string | null) => [...(text ?? '')].reverse().join('');

/** Whether one of two texts ends with the other: how many characters stand around a quote depends on its block. */
function isEnd(a: string | null, b: string | null): boolean {
  const [one, other] = [withoutSpaces(a ?? ''), withoutSpaces(b ?? '')];
  return one.endsWith(other) || other.endsWith(one);
}
