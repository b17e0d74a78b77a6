/** The sentences of a paragraph, with their places. */

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

// A full stop ends a sentence where a blank and no small letter or digit follows: not in "No. 5" or "art. 12".
const end =
  /[.!?؟](?=["”»’')]*\s+["“«‘'(]*(?:[^\s\p{Ll}\p{Nd}–—-]|[([]?(?:\p{Nd}{1,2}|\p{Ll})\s?[-.)\]–]\s|\p{Nd}{1,2}(?:\.\p{Nd}{1,2})+\.?\s|(?:19|20)\p{Nd}{2}\s?[:,–—]\s))|[。！？]|(?<=[:：–—]\s{0,2}\d[\d.,  ]{0,9})(?<=\d)(?=\s+(?:[-–—•]\s)?\p{Lu}\p{Ll}[^\n:]{0,80}(?:[:：–—]\s*\d|$))|(?<=\.{4}\s{0,2}\d[\d.,  ]{0,9})(?<=\d)(?=\s+\p{L}[^\n.:]{0,60}\.{4})|[.](?=\s+(?:19|20)\p{Nd}\p{Nd}\s?(?:\p{L}{1,5}\.?)?\s?[:–—]\s)/gu;

/** No sentence is longer, so that a text without any full stop takes no longer than others (characters). */
const longest = 1000;

/** In: a text and the part of it that is one paragraph. Out: its sentences, in order, together the whole of it. */
export function splitSentences(text: string, start: number, until: number): Sentence[] {
  const found: Sentence[] = [];
  let from = start;
  for (const { index, 0: mark } of text.slice(start, until).matchAll(end)) {
    const to = start + index + mark.length;
    found.push(...cut(from, to));
    from = to;
  }
  if (text.slice(from, until).trim() !== '') found.push(...cut(from, until));
  return found;
}

function cut(start: number, end: number): Sentence[] {
  const pieces = Math.max(1, Math.ceil((end - start) / longest));
  return Array.from({ length: pieces }, (_, i) => ({
    start: start + i * longest,
    end: Math.min(end, start + (i + 1) * longest),
  }));
}
