/** How well the rules read letters whose right coding is known: the measures, and the letters of this project. */
import { assembleText } from '@rapporteur/documents';
import type { DocumentText, Qualifier } from '@rapporteur/domain';
import { readdirSync, readFileSync } from 'node:fs';
import { findingsOf, propose, type DocumentFinding, type DocumentProposal } from '../propose.js';

/** A figure as a person coded it. `quote`: the words where it stands. */
export interface CodedFigure {
  readonly indicator: string;
  readonly period: string;
  readonly value: number | null;
  readonly qualifier?: Qualifier;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly quote: string;
}

/** A finding as a person coded it. */
export interface CodedFinding {
  readonly topic: string;
  readonly detail?: string;
  readonly quote: string;
}

export interface Letter {
  readonly name: string;
  readonly text: DocumentText;
  readonly figures: readonly CodedFigure[];
  readonly findings: readonly CodedFinding[];
}

const folder = new URL('../../letters/', import.meta.url);

/** In: a language and numbers of letters. Out: those of them that there are. */
export const readLetters = (language: string, numbers: readonly number[]): Letter[] =>
  readdirSync(new URL(`${language}/`, folder))
    .filter((name) => name.endsWith('.json') && numbers.includes(Number(name.slice(0, -5))))
    .map((name) => {
      const read = (file: string) => readFileSync(new URL(`${language}/${file}`, folder), 'utf8');
      const { observations, findings } = JSON.parse(read(name)) as {
        observations: CodedFigure[];
        findings: CodedFinding[];
      };
      const flat = <T extends { quote: string }>(one: T): T => ({
        ...one,
        quote: one.quote.replace(/\s+/gu, ' '),
      });
      const lines = read(name.replace('json', 'txt')).split(/\r?\n/);
      return {
        name: `${language}/${name.slice(0, -5)}`,
        text: assembleText(
          lines.map((text) => ({ text })),
          language,
        ),
        figures: observations.map(flat),
        findings: findings.map(flat),
      };
    });

export interface Judged {
  readonly figures: number;
  readonly proposals: number;
  /** Figures of which a proposal stands at their words with their indicator and value. */
  readonly found: number;
  /** Of these, those with the right period and qualifier, too; and those with the right breakdown as well. */
  readonly dated: number;
  readonly whole: number;
}

/** In: letters. Out: what the rules found of them; a proposal counts for one figure only. */
export function judge(letters: readonly Letter[]): Judged {
  const sum = { figures: 0, proposals: 0, found: 0, dated: 0, whole: 0 };
  for (const { text, figures } of letters) {
    const left = new Set(propose(text));
    sum.proposals += left.size;
    for (const figure of figures) {
      sum.figures += 1;
      const best = bestFor(figure, [...left], text.text);
      if (!best) continue;
      left.delete(best);
      sum.found += 1;
      if (!isDated(best, figure)) continue;
      sum.dated += 1;
      if (sayBreakdown(best) === sayBreakdown(figure)) sum.whole += 1;
    }
  }
  return sum;
}

/** In: letters. Out: findings, proposals of them, and findings of which a proposal with their topic and detail stands at their words. */
export function judgeFindings(letters: readonly Letter[]): Pick<Judged, 'figures' | 'proposals' | 'found'> {
  const sum = { figures: 0, proposals: 0, found: 0 };
  for (const { text, findings } of letters) {
    const left = new Set(findingsOf(text));
    sum.proposals += left.size;
    for (const finding of findings) {
      sum.figures += 1;
      const isOf = (one: DocumentFinding) => one.topic === finding.topic && one.detail === finding.detail;
      const best = [...left].find((one) => isOf(one) && standsAt(one, finding.quote, text.text));
      if (!best) continue;
      left.delete(best);
      sum.found += 1;
    }
  }
  return sum;
}

/** Whether a proposal stands where some words do, or at another place where they are said. */
function standsAt({ start, end }: { start: number; end: number }, quote: string, said: string): boolean {
  const text = said.replace(/\s/gu, ' ');
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (start < at + quote.length && at < end) return true;
  return false;
}

function bestFor(
  figure: CodedFigure,
  proposals: readonly DocumentProposal[],
  text: string,
): DocumentProposal | undefined {
  const there = proposals.filter(
    (one) =>
      one.indicator === figure.indicator && one.value === figure.value && standsAt(one, figure.quote, text),
  );
  return there.find((one) => isDated(one, figure)) ?? there[0];
}

const isDated = (proposal: DocumentProposal, { period, qualifier = 'exact' }: CodedFigure): boolean =>
  proposal.period === period && proposal.qualifier === qualifier;

const sayBreakdown = ({ breakdown = {} }: Pick<CodedFigure, 'breakdown'>): string =>
  Object.entries(breakdown)
    .map((one) => one.join('='))
    .sort()
    .join(' ');
