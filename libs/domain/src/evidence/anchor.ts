/** From the text of a document to the passage of each statement: the paragraph by its number, the figure by its value. */
import type { Passage } from '../events/document-events.js';
import { toFragment, type PageRegion } from '../events/region.js';
import type { Statement } from '../tables/fold.js';
import { findNumbers, toPlainDigits, type FoundNumber } from '../figures/numbers.js';

/** A piece of a document's text: a paragraph or a part of one, a heading, a footnote. */
export interface TextBlock {
  readonly kind: 'text' | 'heading' | 'footnote';
  /** The number that the document itself gives it; null where it has none. */
  readonly number: number | null;
  readonly page: number | null;
  /** In the whole text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** The text of a document as an extraction gave it. */
export interface DocumentText {
  readonly extraction: number;
  readonly language: string | null;
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** Absent where no page had to be read from its picture. */
  readonly scan?: DocumentScan;
}

/** Pages whose text was read from their pictures (OCR), and those of which it could not be. */
export interface DocumentScan {
  /** In which they were read; null where no word of any was. */
  readonly language: string | null;
  /** How sure the OCR is of the words of each page, 0 to 100. */
  readonly pages: readonly { readonly page: number; readonly confidence: number }[];
  readonly unread: readonly UnreadPage[];
}

/** A page without text, and why. */
export interface UnreadPage {
  readonly page: number;
  readonly code: string;
  readonly message: string;
}

/** Why a statement has no passage, or none that is exact. */
export type WhyNot =
  | 'no-paragraph'
  | 'paragraph-not-found'
  | 'paragraph-twice'
  | 'no-number'
  | 'number-not-found'
  | 'number-more-than-once'
  /** Between its respondent and the number somebody else is named. */
  | 'number-perhaps-of-another'
  /** Its words in another extraction are not in this one, or more than once. */
  | 'quote-not-found';

export interface Anchored {
  readonly statement: Statement;
  readonly passage: Passage | undefined;
  /** Absent where the passage is exact, and for a finding whose paragraph was found. */
  readonly why?: WhyNot;
}

/** How many characters of context stand before and after a quote. */
const around = 32;

/** The names of a respondent, in every language that a document may be in. */
export type NamesOf = (respondent: string) => readonly string[];

/**
 * In: the text; statements that say their paragraph; and the names of respondents: where a paragraph is about several, a
 * number is taken to be of the one that was named last before it.
 * Out: the passage of each statement, or why there is none.
 */
export function anchorStatements(
  document: DocumentText,
  statements: readonly Statement[],
  namesOf: NamesOf = () => [],
): Anchored[] {
  const paragraphs = findParagraphs(document);
  const named = [...new Set(statements.map(({ respondent }) => respondent))].flatMap((respondent) =>
    namesOf(respondent).map((name) => ({ respondent, name })),
  );
  return statements.map((statement) => {
    const { paragraph } = statement.source;
    if (paragraph === undefined) return { statement, passage: undefined, why: 'no-paragraph' };
    const found = paragraphs.get(paragraph) ?? [];
    if (found.length !== 1)
      return {
        statement,
        passage: undefined,
        why: found.length === 0 ? 'paragraph-not-found' : 'paragraph-twice',
      };
    return anchorInParagraph(document, found[0]!, statement, paragraph, named);
  });
}

/** The blocks of each numbered paragraph: its first, and those without a number that follow it. */
function findParagraphs({ blocks }: DocumentText): Map<number, TextBlock[][]> {
  const byNumber = new Map<number, TextBlock[][]>();
  let current: TextBlock[] | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') current = undefined;
    if (block.kind !== 'text') continue;
    if (block.number === null) current?.push(block);
    else {
      current = [block];
      byNumber.set(block.number, [...(byNumber.get(block.number) ?? []), current]);
    }
  }
  return byNumber;
}

/** In: a statement, and where somebody says that it stands. Out: its passage; undefined where the text has no such place. */
export function anchorAt(
  { text, blocks, language }: DocumentText,
  { position, ordinal }: Pick<Statement, 'position' | 'ordinal'>,
  { start, end }: { readonly start: number; readonly end: number },
): Passage | undefined {
  const block = blocks.find((one) => one.start <= start && end <= one.end);
  const quote = text.slice(start, end);
  if (!block || start >= end || !quote.isWellFormed()) return undefined;
  const numbered = blocks.slice(0, blocks.indexOf(block) + 1).findLast(({ number }) => number !== null);
  return {
    ...{ event: position, ordinal, page: block.page, paragraph: numbered?.number ?? null, language },
    ...{ quote, start, end, region: null, ...contextOf(text, block, start, end) },
  };
}

/** In: a statement, and the region of a page in which somebody says that it stands. Out: its passage, which has no words. */
export const anchorInRegion = (
  { position, ordinal }: Pick<Statement, 'position' | 'ordinal'>,
  page: number,
  region: PageRegion,
): Passage => ({
  ...{ event: position, ordinal, page, paragraph: null, language: null, region: toFragment(region) },
  ...{ quote: null, prefix: null, suffix: null, start: null, end: null },
});

/** What stands before and after a quote in its block. */
const contextOf = (text: string, block: TextBlock, start: number, end: number) => ({
  prefix: toWellFormed(text.slice(Math.max(block.start, start - around), start)),
  suffix: toWellFormed(text.slice(end, Math.min(block.end, end + around))),
});

function anchorInParagraph(
  document: DocumentText,
  blocks: readonly TextBlock[],
  statement: Statement,
  paragraph: number,
  named: readonly Named[],
): Anchored {
  const whole = {
    ...{ event: statement.position, ordinal: statement.ordinal, paragraph, page: blocks[0]!.page },
    ...{ quote: null, prefix: null, suffix: null, region: null, language: document.language },
    ...{ start: blocks[0]!.start, end: blocks.at(-1)!.end },
  };
  if (statement.kind === 'finding') return { statement, passage: whole };
  if (statement.value === null) return { statement, passage: whole, why: 'no-number' };
  const places = blocks.flatMap((block) => placesOf(document.text, block, statement, named));
  if (places.length !== 1)
    return {
      statement,
      passage: whole,
      why: places.length === 0 ? 'number-not-found' : 'number-more-than-once',
    };
  const { start, end, page } = places[0]!;
  const { text } = document;
  const block = blocks.find((one) => one.start <= start && end <= one.end)!;
  const owner = ownerOf(text.slice(block.start, start), named);
  if (owner !== undefined && owner !== statement.respondent)
    return { statement, passage: whole, why: 'number-perhaps-of-another' };
  return {
    statement,
    passage: {
      ...whole,
      page,
      quote: text.slice(start, end),
      ...contextOf(text, block, start, end),
      start,
      end,
    },
  };
}

/** A cut may have gone through a character. */
const toWellFormed = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

interface Named {
  readonly respondent: string;
  readonly name: string;
}

type Place = Pick<FoundNumber, 'start' | 'end'> & { readonly page: number | null };

/** Where in a block the number of a figure stands, as it was written if that is known. */
function placesOf(
  text: string,
  { start, end, page }: TextBlock,
  { value, source, respondent }: Statement,
  named: readonly Named[],
): Place[] {
  const said = text.slice(start, end);
  const numbers = findNumbers(said).filter((number) => number.value === value && !number.isDate);
  const at = (places: readonly Pick<FoundNumber, 'start' | 'end'>[]) =>
    places.map((place) => ({ start: start + place.start, end: start + place.end, page }));
  if (numbers.length < 2) return at(numbers);
  // The number stands there more than once: the words beside it may tell which is meant.
  const written = findWritten(said, source.asWritten);
  const meant = written.filter((place) => numbers.some((n) => place.start <= n.start && n.end <= place.end));
  const left = meant.length > 0 ? meant : numbers;
  // "These two" is said of two that were named before; and the respondent that was named last is the one meant.
  const first = left.filter((place) => !pointsBack.test(said.slice(0, place.start)));
  const own = (first.length > 0 ? first : left).filter(
    (place) => ownerOf(said.slice(0, place.start), named) === respondent,
  );
  return at(own.length > 0 ? own : first.length > 0 ? first : left);
}

const pointsBack =
  /(?:[这该其]|\b(?:these|those|the|ces|les|est[oa]s|l[oa]s)\s|(?<!\p{L})(?:эти|этих|هذه|هاتين|هذين)\s)$/iu;

/** The respondent whose name stands last in a text. */
function ownerOf(before: string, named: readonly Named[]): string | undefined {
  let last = { at: -1, respondent: undefined as string | undefined };
  for (const { name, respondent } of named) {
    const at = before.lastIndexOf(name);
    if (at > last.at) last = { at, respondent };
  }
  return last.respondent;
}

/** Where words stand as they were written, without regard to spaces; "…" stands for what was left out, in one sentence. */
function findWritten(text: string, asWritten: string | undefined): Pick<FoundNumber, 'start' | 'end'>[] {
  const words = toPlainDigits(asWritten ?? '').trim();
  // Digits alone tell no more than the value does.
  if (/^[\d\s.,]*$/.test(words)) return [];
  const pattern = words
    .split(/\s*(?:…|\.\.\.)+\s*/)
    .map((part) =>
      [...part.replace(/\s+/g, '')].map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*'),
    )
    .join('[^。.;；]{0,80}?');
  return [...toPlainDigits(text).matchAll(new RegExp(pattern, 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
