/** What stands around a table or chart in Word: its caption above it, its source and notes below it. */
import type { ClaimMark, Inline } from '../../document/document.js';
import type { Whole } from './bookmark-names.js';
import { element, val } from './elements.js';
import { control, runs, textRun, type RunContext } from './runs.js';

interface Captioned {
  readonly number: number;
  readonly caption: readonly Inline[];
  readonly claim?: ClaimMark;
}

/** "Table 1" is counted by Word, and carries the claim that what follows is; the caption itself stands below it. */
export function caption(
  { number, caption: words, claim }: Captioned,
  whole: Whole,
  label: string,
  left: number,
  context: RunContext,
): string {
  // The name of the sequence is no text: it is the same in every language.
  const sequence = whole === 'table' ? 'Table' : 'Figure';
  const instruction = { 'w:instr': ` SEQ ${sequence} \\* ARABIC ` };
  const count = element('w:fldSimple', instruction, textRun(String(number), context));
  const name = textRun(`${label} `, context) + count;
  return element(
    'w:p',
    {},
    element('w:pPr', {}, val('w:pStyle', 'Caption'), bidi(context), element('w:ind', { 'w:left': left })),
    claim ? control(claim.claimId, name, context, whole) : name,
    element('w:r', {}, '<w:br/>'),
    runs(words, { ...context, isBold: true }),
  );
}

/** The property of a paragraph that is read from right to left. */
export const bidi = (context: RunContext): string => (context.direction === 'rtl' ? '<w:bidi/>' : '');

function small(inlines: readonly Inline[], label: string, left: number, context: RunContext): string {
  return element(
    'w:p',
    {},
    element('w:pPr', {}, val('w:pStyle', 'TableNote'), bidi(context), element('w:ind', { 'w:left': left })),
    label === '' ? '' : textRun(`${label} `, { ...context, isItalic: true }),
    runs(inlines, context),
  );
}

interface Sourced {
  readonly notes: readonly (readonly Inline[])[];
  readonly source: readonly Inline[];
}

/** The source and the notes below a table or chart. */
export const footer = (
  { notes, source }: Sourced,
  labels: { note: string; source: string },
  left: number,
  context: RunContext,
) =>
  (source.length > 0 ? small(source, labels.source, left, context) : '') +
  notes.map((note, i) => small(note, i === 0 ? labels.note : '', left, context)).join('') +
  element('w:p', {}, element('w:pPr', {}, val('w:pStyle', 'TableNote')));

export interface CaptionLabels {
  readonly table: string;
  readonly chart: string;
  readonly note: string;
  readonly source: string;
}
