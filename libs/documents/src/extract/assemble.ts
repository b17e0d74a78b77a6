/** From the lines of a document to its text and blocks: numbered paragraphs, headings, footnotes. */
import { readChineseNumeral, toPlainDigits, type DocumentText, type TextBlock } from '@rapporteur/domain';

/** A line, or a whole paragraph where the file says where one ends. */
export interface Line {
  readonly text: string;
  readonly page?: number | undefined;
  /** Nothing that follows belongs to the same paragraph. */
  readonly ends?: boolean | undefined;
  /** The number that the file itself gives the paragraph, beside its text. */
  readonly number?: number | undefined;
  readonly isFootnote?: boolean;
}

/** One more whenever the same bytes give another text. */
export const extractionVersion = 1;

interface Draft {
  kind: TextBlock['kind'];
  number: number | null;
  page: number | null;
  lines: string[];
  /** Whether the file says where it ends. */
  isWhole: boolean;
}

const label = /^\s*(?:§\s*)?(\d{1,4})\s*(?:[.)．、]|(?<=§\s*\d{1,4})(?=\s))\s*(?=\D)/u;
const chineseLabel = /^\s*([一二三四五六七八九十百]{1,5})[、.)．]/u;
const ruler = /^\s*[_＿—-]{5,}\s*$/;
const sentenceEnd = /[.。!！?？:：;；؟][\s"”»’')）\d]*$/u;
/** A heading is short and ends no sentence. */
const headingLength = 60;
/** How many numbers may be missing between two paragraphs: a table, or one that could not be read. */
const mostSkipped = 5;

/** In: the lines in order, and the language if it is known. Out: what is stored of the document. */
export function assembleText(lines: readonly Line[], language: string | null): DocumentText {
  const number = numbering(lines);
  const drafts: Draft[] = [];
  let footnoting = false;
  let interrupted: Draft | undefined;
  for (const line of lines) {
    const text = line.text.replace(/\s+/gu, ' ').trim();
    if (ruler.test(line.text)) {
      footnoting = true;
      interrupted = drafts.at(-1);
      continue;
    }
    if (text === '') continue;
    const last = drafts.at(-1);
    if (line.isFootnote) {
      splitHeadings(drafts);
      drafts.push(draft(line, text, 'footnote', null));
      continue;
    }
    if (footnoting) {
      const starts = /^\d{1,3}\s+\S/.test(toPlainDigits(text));
      const isOver = last?.kind === 'footnote' && sentenceEnd.test(last.lines.at(-1)!) && !starts;
      if (!isOver && (starts || last?.kind === 'footnote')) {
        if (starts) drafts.push(draft(line, text, 'footnote', null));
        else last!.lines.push(text);
        continue;
      }
      footnoting = false;
    }
    const own = number(line, text);
    if (own !== null) {
      interrupted = undefined;
      splitHeadings(drafts);
      drafts.push(draft(line, text, 'text', own));
    } else if (interrupted && !line.ends) {
      // The paragraph goes on after the footnotes of its page: as a part of its own, without a number.
      drafts.push(draft(line, text, 'text', null));
      interrupted = undefined;
    } else if (last && !last.isWhole && last.kind === 'text') last.lines.push(text);
    else drafts.push(draft(line, text, isHeading(line, text) ? 'heading' : 'text', null));
  }
  splitHeadings(drafts);
  return lay(drafts, language);
}

const draft = (line: Line, text: string, kind: Draft['kind'], number: number | null): Draft => ({
  ...{ kind, number, page: line.page ?? null, lines: [text], isWhole: line.ends ?? false },
});

const isHeading = ({ ends }: Line, text: string) =>
  ends === true && text.length <= headingLength && !sentenceEnd.test(text) && !/\p{Nd}/u.test(text);

/** A function that gives the number of a paragraph that begins with a line, or null. Numbers rise. */
function numbering(lines: readonly Line[]): (line: Line, text: string) => number | null {
  const hasDigits = lines.some(({ text }) => label.test(toPlainDigits(text).replace(/\s+/gu, ' ')));
  let last = 0;
  return (line, text) => {
    if (line.number !== undefined) return (last = line.number);
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
  const end = last.lines.findLastIndex((line) => sentenceEnd.test(line));
  const after = last.lines.slice(end + 1);
  if (end < 0 || after.length === 0 || after.some((line) => line.length > headingLength)) return;
  last.lines.length = end + 1;
  for (const line of after)
    drafts.push({ kind: 'heading', number: null, page: last.page, lines: [line], isWhole: true });
}

const ideographic = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Lines of Chinese are joined without a space, others with one. */
const joinLines = (lines: readonly string[]): string =>
  lines.reduce((all, line) =>
    ideographic.test(all.at(-1) ?? '') && ideographic.test(line[0] ?? '') ? all + line : `${all} ${line}`,
  );

function lay(drafts: readonly Draft[], language: string | null): DocumentText {
  let text = '';
  const blocks = drafts.map(({ kind, number, page, lines }): TextBlock => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += joinLines(lines);
    return { kind, number, page, start, end: text.length };
  });
  return { extraction: extractionVersion, language: language ?? guessLanguage(text), text, blocks };
}

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
