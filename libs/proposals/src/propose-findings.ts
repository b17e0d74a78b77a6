/** From a paragraph to the findings that its sentences may state, each with the words that say so. */
import { toPlainDigits } from '@rapporteur/domain';
import type { Lexicon, Term } from './lexicon.js';
import type { FigureProposal } from './to-proposal.js';
import { splitSentences } from './sentences.js';
import { gapOf, type Span } from './span.js';
import type { TopicRule } from './topic-terms.js';

export interface FindingReason extends Span {
  readonly field: 'topic' | 'detail';
  /** What the words were taken for. */
  readonly is: string;
}

export interface FindingProposal extends Span {
  readonly topic: string;
  readonly detail?: string;
  /** How sure the rules are, from 0 to 1: only the order is meant. */
  readonly score: number;
  readonly reasons: readonly FindingReason[];
}

/** How far the words of one rule may stand from each other (characters). */
const reach = 160;
const chineseReach = 45;

/** Of whom a sentence on training says that they are trained, and of whom one on awareness that it addresses them. */
const audienceTopics: Readonly<Record<string, string>> = {
  'training-provided': 'training-audience',
  'awareness-schools': 'awareness-audience',
  'awareness-job-seekers': 'awareness-audience',
  'awareness-talks': 'awareness-audience',
};
const addressed = ['schoolchildren', 'domestic-workers', 'young-people', 'potential-victims'];

/**
 * In: the whole text, a paragraph of it, and the words of its language. Yields nothing after each sentence, so that
 * others have their turn, and then what its sentences may state, in the order of the text: of one topic and detail the best
 * of the paragraph alone.
 */
export function* proposeFindings(
  text: string,
  { start, end }: Span,
  lexicon: Lexicon,
): Generator<FindingProposal[], void> {
  const best = new Map<string, FindingProposal>();
  for (const sentence of splitSentences(text, start, end)) {
    const said = toPlainDigits(text.slice(sentence.start, sentence.end));
    // A question states nothing.
    if (/[?？؟]\s*$/u.test(said)) continue;
    for (const one of readSentence(said, lexicon)) {
      const key = `${one.topic} ${one.detail}`;
      const known = best.get(key);
      if (!known || one.score > known.score) best.set(key, moved(one, sentence.start));
    }
    yield [];
  }
  yield [...best.values()].sort((a, b) => a.start - b.start);
}

const moved = (one: FindingProposal, by: number): FindingProposal => ({
  ...one,
  start: one.start + by,
  end: one.end + by,
  reasons: one.reasons.map((reason) => ({ ...reason, start: reason.start + by, end: reason.end + by })),
});

function readSentence(text: string, lexicon: Lexicon): FindingProposal[] {
  const far = lexicon.code === 'zh' ? chineseReach : reach;
  const audiences = lexicon.breakdownsIn(text).filter(({ is }) => is.startsWith('audience='));
  const isGeneral = lexicon.inGeneral !== undefined && text.search(lexicon.inGeneral) >= 0;
  return lexicon.topicRules.flatMap((rule): FindingProposal[] => {
    if (rule.topic.startsWith('overview-') !== isGeneral) return [];
    const words = wordsOf(text, rule, far);
    if (!words) return [];
    const own = toFinding(text, rule, words);
    return [own, ...toAudiences(own, audiences)];
  });
}

/** The words of a rule that stand nearest to each other; undefined where one of its parts is not said, or what must not be. */
function wordsOf(text: string, { parts, without }: TopicRule, far: number): Span[] | undefined {
  const found: Span[][] = [];
  for (const part of parts) {
    const spans = [...text.matchAll(part)].map(({ 0: said, index }) => ({
      ...{ start: index, end: index + said.length },
    }));
    if (spans.length === 0) return undefined;
    found.push(spans);
  }
  if (without.some((pattern) => text.search(pattern) >= 0)) return undefined;
  const [first = [], ...others] = found;
  const sets = first.slice(0, 8).map((one) => [one, ...others.map((spans) => nearestTo(one, spans))]);
  const near = sets.map((set) => ({ set, width: widthOf(set) })).sort((a, b) => a.width - b.width)[0];
  return near && near.width <= far ? near.set : undefined;
}

const nearestTo = (one: Span, spans: readonly Span[]): Span =>
  spans.reduce((best, other) => (gapOf(one, other) < gapOf(one, best) ? other : best));

const widthOf = (spans: readonly Span[]): number =>
  Math.max(...spans.map(({ end }) => end)) - Math.min(...spans.map(({ start }) => start));

/** The clause in which the words stand: from the mark before to the mark after them. */
function clauseOf(text: string, words: readonly Span[]): Span {
  const first = Math.min(...words.map(({ start }) => start));
  const last = Math.max(...words.map(({ end }) => end));
  const before = [...text.slice(0, first).matchAll(/[;:；：؛。\n]\s*/gu)].at(-1);
  const after = text.slice(last).search(/[;；؛。\n]|[.!?؟]\s*$/u);
  const start = before ? before.index + before[0].length : 0;
  const end = after < 0 ? text.length : last + after;
  const said = text.slice(start, end);
  return {
    start: start + said.length - said.trimStart().length,
    end: end - (said.length - said.trimEnd().length),
  };
}

function toFinding(
  text: string,
  { topic, detail, parts }: TopicRule,
  words: readonly Span[],
): FindingProposal {
  // Words that stand close together, and of several parts, tell more.
  const closeness = 1 - Math.min(0.4, widthOf(words) / 400);
  return {
    ...clauseOf(text, words),
    topic,
    ...(detail === undefined ? {} : { detail }),
    score: Math.min(1, 0.45 + 0.2 * parts.length) * closeness,
    reasons: [...words]
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ field: 'topic' as const, is: topic, start, end })),
  };
}

/** "A course for judges and prosecutors": each group that is named in the same clause. */
function toAudiences(own: FindingProposal, audiences: readonly Term<string>[]): FindingProposal[] {
  const topic = audienceTopics[own.topic];
  if (topic === undefined) return [];
  return audiences.flatMap(({ is, start, end }): FindingProposal[] => {
    const detail = is.slice('audience='.length);
    const isHere = start >= own.start && end <= own.end;
    if (!isHere || (topic === 'awareness-audience' && !addressed.includes(detail))) return [];
    const reason: FindingReason = { field: 'detail', is: detail, start, end };
    return [{ ...own, topic, detail, score: own.score * 0.95, reasons: [...own.reasons, reason] }];
  });
}

/**
 * In: the figures of a paragraph, and the findings that its words state. Out: whom a figure counts as trained, where no finding
 * says so: "Judges: 35" under a heading on training.
 */
export function audiencesOf(
  figures: readonly FigureProposal[],
  stated: readonly FindingProposal[],
): FindingProposal[] {
  const known = new Set(stated.map(({ topic, detail }) => `${topic} ${detail}`));
  return figures.flatMap(({ indicator, breakdown, start, end, score, reasons }): FindingProposal[] => {
    const detail = breakdown['audience'];
    const topic = 'training-audience';
    if (indicator !== 'persons-trained' || detail === undefined || known.has(`${topic} ${detail}`)) return [];
    known.add(`${topic} ${detail}`);
    const said = reasons.filter(({ field }) => field === 'breakdown');
    const own = said.map((reason) => ({
      field: 'detail' as const,
      is: detail,
      start: reason.start,
      end: reason.end,
    }));
    return [{ topic, detail, start, end, score: score * 0.9, reasons: own }];
  });
}
