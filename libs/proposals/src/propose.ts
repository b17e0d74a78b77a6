/** From the text of a document to proposals for its coding. */
import { toPlainDigits, type DocumentText, type TextBlock } from '@rapporteur/domain';
import { makeLexicon, type Lexicon } from './lexicon.js';
import { newMemory } from './found.js';
import type { FiscalYear, FoundPeriod } from './periods/found-period.js';
import { findPeriods } from './periods/periods.js';
import { fiscalYearOf } from './periods/since.js';
import { proposeFigures } from './propose-figures.js';
import { audiencesOf, proposeFindings, type FindingProposal } from './propose-findings.js';
import type { Span } from './span.js';
import type { FigureProposal } from './to-proposal.js';
import { arabic } from './words/ar.js';
import { english } from './words/en.js';
import { spanish } from './words/es.js';
import { french } from './words/fr.js';
import { russian } from './words/ru.js';
import { chinese } from './words/zh.js';

/** The languages that there are words of. */
export const proposalLanguages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;

const languages = [english, french, spanish, russian, chinese, arabic];
const lexicons = new Map<string, Lexicon>();

/** The words of a language as patterns, made when they are first asked for; undefined for a language without words. */
function lexiconOf(code: string): Lexicon | undefined {
  const language = languages.find((one) => one.code === code);
  if (!language) return undefined;
  const known = lexicons.get(code) ?? makeLexicon(language);
  lexicons.set(code, known);
  return known;
}

/** One more whenever the same text gives other proposals. */
export const proposalsVersion = 5;

/** Where a proposal stands among the blocks of its document. */
export interface Placed {
  readonly paragraph: number | null;
  readonly page: number | null;
}

export type DocumentProposal = FigureProposal & Placed;
export type DocumentFinding = FindingProposal & Placed;

/** What was found in a part of a document. */
export interface Proposed {
  readonly figures: readonly DocumentProposal[];
  readonly findings: readonly DocumentFinding[];
}

/**
 * In: the text of a document. Yields the figures that each sentence may give, and the findings that each paragraph may state,
 * in the order of the text, so that the caller can give others their turn between them. Nothing for a text in a language
 * that has no words here.
 */
export function* proposeInSteps(document: DocumentText): Generator<Proposed, void> {
  const lexicon = lexiconOf(document.language ?? '');
  if (!lexicon) return;
  let paragraph: number | null = null;
  const fiscal = fiscalYearOf(toPlainDigits(document.text), lexicon.periods);
  const title = yearReported(document.text, lexicon, fiscal);
  const written = yearWritten(document.text, lexicon);
  const memory = Object.assign(newMemory(), { written, fiscal, title, last: title });
  for (const block of joinBlocks(document)) {
    if (block.kind === 'text') paragraph = block.number ?? paragraph;
    const own = block.kind === 'footnote' ? null : paragraph;
    const placed = <T extends Span>(some: readonly T[]) =>
      some.map((one) => ({ ...one, paragraph: own, page: pageOf(document, one) }));
    const figures: FigureProposal[] = [];
    for (const some of proposeFigures(document.text, afterNumber(document.text, block), lexicon, memory)) {
      figures.push(...some);
      yield { figures: placed(some), findings: [] };
    }
    const stated: FindingProposal[] = [];
    for (const some of proposeFindings(document.text, block, lexicon)) {
      stated.push(...some);
      yield { figures: [], findings: placed(some) };
    }
    yield { figures: [], findings: placed(audiencesOf(figures, stated)) };
  }
}

/** The year of the letter: of the first date in its head, or the last at its end; undefined where neither has one. */
function yearWritten(text: string, { periods: patterns }: Lexicon): number | undefined {
  const dates = (part: string) =>
    findPeriods(toPlainDigits(part), patterns).periods.filter(({ period }) => /^\d{4}-\d\d$/.test(period));
  const date = dates(text.slice(0, 500))[0] ?? dates(text.slice(-300)).at(-1);
  return date && Number(date.period.slice(0, 4));
}

/** Where the title of a report stands (characters), and how long it is. */
const headLength = 900;
const titleLength = 110;

/** "Our work against trafficking in 2010": the one year that a line at the head of a letter names, and no date. */
function yearReported(
  text: string,
  { periods: patterns }: Lexicon,
  fiscal: FiscalYear | undefined,
): FoundPeriod | undefined {
  for (const line of toPlainDigits(text.slice(0, headLength)).split('\n').slice(0, 14)) {
    if (line.length > titleLength || /[.;]\s*$/u.test(line) || !/\p{L}{4}/u.test(line)) continue;
    const { periods } = findPeriods(line, patterns, undefined, undefined, fiscal);
    const [period] = periods.filter((one) => !one.isWithin);
    const isYear = period && (/^\d{4}$/.test(period.period) || period.isPair);
    if (isYear && new Set(periods.map((one) => one.period.slice(0, 4))).size === 1)
      return Object.assign({}, period, { start: 0, end: 0 });
  }
  return undefined;
}

/** A paragraph with its number, and what follows it without one, is read as one piece, whether or not the file parts it. */
function joinBlocks({ blocks }: DocumentText): TextBlock[] {
  const joined: TextBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const goesOn = last && block.number === null && block.kind !== 'footnote' && last.kind !== 'footnote';
    if (goesOn) joined[joined.length - 1] = { ...last, kind: 'text', end: block.end };
    else joined.push(block);
  }
  return joined;
}

/** A scan may lose the dot after the number of a paragraph, which is none of its figures. */
function afterNumber(text: string, { start, end, number }: TextBlock): Span {
  const bare = /^\s*(\d{1,4})\s+(?=\p{L})/u.exec(toPlainDigits(text.slice(start, start + 10)));
  return { start: bare && Number(bare[1]) === number ? start + bare[0].length : start, end };
}

const pageOf = ({ blocks }: DocumentText, { start }: Span): number | null =>
  blocks.findLast((block) => block.start <= start)?.page ?? null;

/** The figures at once. */
export const propose = (document: DocumentText): DocumentProposal[] =>
  [...proposeInSteps(document)].flatMap(({ figures }) => figures);

/** The findings at once. */
export const findingsOf = (document: DocumentText): DocumentFinding[] =>
  [...proposeInSteps(document)].flatMap(({ findings }) => findings);
