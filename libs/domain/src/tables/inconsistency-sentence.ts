/** What an inconsistency says, as a code with its parts, which a page words in its own language; and the English of it. */
import { z } from 'zod';
import { findMissing } from '../codes/missing.js';
import { qualifiers } from '../figures/qualifier.js';

const figures = z
  .array(z.object({ value: z.int().nullable(), qualifier: z.enum(qualifiers) }))
  .describe('What is said of the one cell');
const list = z.int().describe('Paragraph of the list of those who replied');
const cell = z.string().describe('Identifier of the figure');

/** The sentence of each kind. Respondent and round stand beside it, with the places that disagree. */
export const inconsistencySentence = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('cited-but-not-listed'),
    paragraphs: z.array(z.int()).describe('Where the respondent is cited, ascending'),
    list,
  }),
  z.object({ code: z.literal('listed-but-not-cited'), list }),
  z.object({ code: z.literal('name-spelt-otherwise'), asWritten: z.string(), list }),
  z.object({
    code: z.literal('part-exceeds-whole'),
    parts: z.array(z.string()).describe('Identifiers of the figures that are parts'),
    least: z.int().describe('What the parts come to at least'),
    whole: cell,
    most: z.int().describe('What the whole is at most'),
  }),
  z.object({ code: z.literal('conflicting-figures'), id: cell, figures }),
  z.object({
    code: z.literal('implied-finding-missing'),
    topic: z.string().describe('What is stated'),
    implied: z.string().describe('The topic that goes with it, and is not stated'),
  }),
  z.object({
    code: z.literal('figure-not-applicable'),
    whole: cell,
    parts: z.array(z.string()).describe('Identifiers of the figures that count something all the same'),
  }),
  z.object({
    code: z.literal('figure-not-in-quote'),
    id: cell,
    value: z.int(),
    quote: z.string().describe('The words that are its evidence'),
  }),
]);

export type InconsistencySentence = z.output<typeof inconsistencySentence>;

const marks: Readonly<Record<string, string>> = { 'fewer-than': '<', 'at-least': '≥', approximately: '≈' };

/** A figure in a sentence: `62`, `<5`, and words for a nil report. */
const writeFigure = ({ value, qualifier }: z.output<typeof figures>[number]): string =>
  value === null ? (findMissing(qualifier)?.names.en ?? 'no number') : `${marks[qualifier] ?? ''}${value}`;

/** The sentence in English. In: the respondent's code, and the parts. */
export function writeSentence(respondent: string, said: InconsistencySentence): string {
  switch (said.code) {
    case 'cited-but-not-listed':
      return `${respondent} is cited in paragraphs ${said.paragraphs.join(', ')}, but is not among those that paragraph ${said.list} lists as having replied.`;
    case 'listed-but-not-cited':
      return `${respondent} is listed in paragraph ${said.list} as having replied, but no figure or finding of it is given anywhere.`;
    case 'name-spelt-otherwise':
      return `"${said.asWritten}" in paragraph ${said.list} is no usual name; it was taken for ${respondent}, the only one near.`;
    case 'part-exceeds-whole':
      return `${said.parts.join(' + ')} come to ${said.least} or more, but ${said.whole} is ${said.most} at most.`;
    case 'conflicting-figures':
      return `${said.id} is given as ${said.figures.map(writeFigure).join(' and as ')}; none is chosen.`;
    case 'implied-finding-missing':
      return `${respondent} is listed for ${said.topic}, which is said of those listed for ${said.implied}; there it is missing.`;
    case 'figure-not-applicable':
      return `${said.whole} is said not to apply, but ${said.parts.join(' and ')} ${said.parts.length === 1 ? 'counts' : 'count'} something.`;
    case 'figure-not-in-quote':
      return `${said.id} is ${said.value}, but its evidence says "${said.quote}".`;
  }
}
