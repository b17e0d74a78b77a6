/** From the lines of a document to its text and blocks: numbered paragraphs, headings, footnotes. */
import { guessLanguage } from '../guess-language.js';
import { readChineseNumeral, toPlainDigits, type DocumentText, type TextBlock } from '@rapporteur/domain';
import { breakLines, type Line } from './line.js';
import { cellMark, isRow, standsApart, tidyLine, usualLength } from './line-breaks.js';

/** Where the words of a page stand: start and end in the text, then left, top, right, bottom in 1/10,000 of the page. */
export interface PageWords {
  readonly page: number;
  readonly words: readonly (readonly [number, number, number, number, number, number])[];
}

/** What is stored of a document. */
export interface ReadText {
  readonly text: DocumentText;
  readonly words: readonly PageWords[];
}

/**
 * One more whenever the same bytes give another text, or more of it. 2: scans, and places of words. 3: lines that stand apart
 * are kept apart, and so are the cells of a row. 4: also those of a table of DOCX, ODT, RTF, HTML, PDF, and of a scan.
 */
export const extractionVersion = 4;

interface Draft {
  kind: TextBlock['kind'];
  number: number | null;
  page: number | null;
  lines: Said[];
  /** Whether the file says where it ends. */
  isWhole: boolean;
}

/** A line, its text without needless spaces, whether it stands apart from the one before, and whether the file says it is a row. */
interface Said {
  readonly text: string;
  readonly line: Line;
  readonly isApart: boolean;
  readonly isRow: boolean;
}

const label = /^\s*(?:§\s*)?(\d{1,4})\s*(?:[.)．、]|(?<=§\s*\d{1,4})(?=\s))\s*(?=\D)/u;
const chineseLabel = /^\s*([一二三四五六七八九十百]{1,5})[、.)．]/u;
const ruler = /^\s*[_＿—-]{5,}\s*$/;
const sentenceEnd = /[.。!！?？:：;；؟][\s"”»’')）\d]*$/u;
/** A heading is short and ends no sentence. */
const headingLength = 60;
/** How many numbers may be missing between two paragraphs: a table, or one that could not be read. */
const mostSkipped = 5;

/** In: the lines in order, and the language if it is known. Out: the text of the document. */
export const assembleText = (lines: readonly Line[], language: string | null): DocumentText =>
  assemble(lines, language).text;

/** In: the lines in order, and the language if it is known. Out: the text, and where its words stand. */
export function assemble(given: readonly Line[], language: string | null): ReadText {
  const lines = given.flatMap(breakLines);
  const number = numbering(lines);
  const drafts: Draft[] = [];
  let footnoting = false;
  let interrupted: Draft | undefined;
  const usual = usualLength(lines.map(({ text }) => text));
  let before = '';
  let isParted = false;
  for (const line of lines) {
    const text = line.cells ? line.cells.join(cellMark) : tidyLine(line.text);
    if (ruler.test(line.text)) {
      footnoting = true;
      interrupted = drafts.at(-1);
      continue;
    }
    if (text === '') {
      isParted = true;
      continue;
    }
    const isOfTable = line.cells !== undefined || (line.ends === true && isRow(text));
    const said = { text, line, isApart: standsApart(before, text, isParted, usual), isRow: isOfTable };
    const isNew = isParted && (isRow(before) ? !isRow(text) : sentenceEnd.test(before));
    [before, isParted] = [text, false];
    const last = drafts.at(-1);
    if (line.isFootnote) {
      splitHeadings(drafts);
      drafts.push(draft(said, 'footnote', null));
      continue;
    }
    if (footnoting) {
      const starts = /^\d{1,3}\s+\S/.test(toPlainDigits(text));
      const isOver = last?.kind === 'footnote' && sentenceEnd.test(last.lines.at(-1)!.text) && !starts;
      if (!isOver && (starts || last?.kind === 'footnote')) {
        if (starts) drafts.push(draft(said, 'footnote', null));
        else last!.lines.push(said);
        continue;
      }
      footnoting = false;
    }
    const own = line.cells ? null : number(line, text);
    if (own !== null) {
      interrupted = undefined;
      splitHeadings(drafts);
      drafts.push(draft(said, 'text', own));
    } else if (interrupted && !line.ends) {
      // The paragraph goes on after the footnotes of its page: as a part of its own, without a number.
      drafts.push(draft(said, 'text', null));
      interrupted = undefined;
    } else if (last && mayGoOn(last, said, isNew)) {
      last.lines.push(said);
      last.isWhole = isWhole(said);
    } else drafts.push(draft(said, !isOfTable && isHeading(line, text) ? 'heading' : 'text', null));
  }
  splitHeadings(drafts);
  return lay(drafts, language);
}

const draft = (said: Said, kind: Draft['kind'], number: number | null): Draft => ({
  ...{ kind, number, page: said.line.page ?? null, lines: [said], isWhole: isWhole(said) },
});

const isWhole = ({ line, isRow }: Said): boolean => line.ends === true && !isRow;

/**
 * Whether a line may belong to the block before: not where the file says that this has ended, nor, where paragraphs have no
 * numbers, after an empty line or a table. Rows that follow each other are one block.
 */
function mayGoOn({ kind, number, lines, isWhole }: Draft, { line, isRow }: Said, isNew: boolean): boolean {
  const isAfterTable = lines.at(-1)!.isRow && !isRow;
  return (
    kind === 'text' &&
    !isWhole &&
    !(number === null && (isNew || isAfterTable)) &&
    !(line.ends && isAfterTable)
  );
}

const isHeading = ({ ends }: Line, text: string) =>
  ends === true && text.length <= headingLength && !sentenceEnd.test(text) && !/\p{Nd}/u.test(text);

/** A function that gives the number of a paragraph that begins with a line, or null. Numbers rise. */
function numbering(lines: readonly Line[]): (line: Line, text: string) => number | null {
  const hasDigits = lines.some(({ text }) => label.test(toPlainDigits(text).replace(/\s+/gu, ' ')));
  const hasFirst = lines.some(({ text }) => label.exec(toPlainDigits(text))?.[1] === '1');
  let last = 0;
  let before = '';
  return (line, text) => {
    const mayBegin = line.begins === true || (line.begins === false && sentenceEnd.test(before));
    before = text;
    if (line.number !== undefined) return (last = line.number);
    // An OCR may lose the dot: where a paragraph begins with the next number, it is its number.
    const bare = mayBegin ? /^(\d{1,4})\s+(?=\p{L})/u.exec(toPlainDigits(text)) : null;
    if (bare && Number(bare[1]) === last + 1 && (last > 0 || !hasFirst)) return (last += 1);
    const match = hasDigits ? label.exec(toPlainDigits(text)) : chineseLabel.exec(text);
    if (!match) return null;
    const said = hasDigits ? Number(match[1]) : readChineseNumeral(match[1]!);
    const follows = said !== undefined && said > last && (last === 0 || said <= last + mostSkipped);
    return follows ? (last = said) : null;
  };
}

/** Short lines after the last full sentence of a text are headings of what follows. */
function splitHeadings(drafts: Draft[]): void {
  const last = drafts.at(-1);
  if (!last || last.kind !== 'text' || last.isWhole) return;
  const end = last.lines.findLastIndex(({ text }) => sentenceEnd.test(text));
  const after = last.lines.slice(end + 1);
  if (end < 0 || after.length === 0 || after.some(({ text }) => text.length > headingLength || isRow(text)))
    return;
  last.lines.length = end + 1;
  for (const line of after)
    drafts.push({ kind: 'heading', number: null, page: last.page, lines: [line], isWhole: true });
}

const ideographic = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Those that stand apart keep their line; others are joined with a space, those of Chinese without one. */
const joinLines = (lines: readonly Said[]): string =>
  lines.slice(1).reduce((all, { text, isApart }) => {
    if (isApart) return `${all}\n${text}`;
    return ideographic.test(all.at(-1) ?? '') && ideographic.test(text[0] ?? '')
      ? all + text
      : `${all} ${text}`;
  }, lines[0]!.text);

function lay(drafts: readonly Draft[], language: string | null): ReadText {
  let text = '';
  const words = new Map<number, Place[]>();
  const blocks = drafts.map(({ kind, number, page, lines }): TextBlock => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += joinLines(lines);
    placeWords(text, start, lines, words);
    return { kind, number, page, start, end: text.length };
  });
  return {
    text: { extraction: extractionVersion, language: language ?? guessLanguage(text), text, blocks },
    words: [...words].map(([page, placed]) => ({ page, words: placed })),
  };
}

type Place = PageWords['words'][number];

/** Adds where the words of a block stand that begins at `start`; each follows the one before it in the text. */
function placeWords(text: string, start: number, lines: readonly Said[], words: Map<number, Place[]>): void {
  let from = start;
  for (const { line } of lines)
    for (const { text: word, box } of line.words ?? []) {
      const at = text.indexOf(word, from);
      if (at < 0 || line.page === undefined) continue;
      from = at + word.length;
      const [left, top, right, bottom] = box.map((part) =>
        Math.round(Math.min(Math.max(part, 0), 1) * 10_000),
      );
      const place: Place = [at, from, left!, top!, right!, bottom!];
      const placed = words.get(line.page);
      if (placed) placed.push(place);
      else words.set(line.page, [place]);
    }
}
