/** What a claim is to the machine: a name, the attributes that its query takes, and a pure function of the facts. */
import type { CellStatement } from '@rapporteur/domain';
import type { z } from 'zod';
import type { Chart, Inline, Table } from '../document/document.js';
import type { Facts } from '../facts/facts.js';
import type { ReportLanguage } from '../document/language.js';
import type { ClaimStatus, ClaimReason } from '../document/manifest.js';

export interface Context {
  readonly facts: Facts;
  readonly language: ReportLanguage;
}

/** What an answer rests on. */
export interface Basis {
  readonly cells: readonly string[];
  readonly events: readonly number[];
}

interface Answered extends Basis {
  readonly status: ClaimStatus;
  readonly reason?: ClaimReason;
}

/** An answer that stands in a line. */
export interface TextAnswer extends Answered {
  readonly inlines: readonly Inline[];
}

/** A table or chart before it is numbered. `grid`: see ManifestClaim. */
export interface BlockAnswer extends Answered {
  readonly block: Omit<Table, 'number' | 'claim'> | Omit<Chart, 'number' | 'claim'>;
  readonly grid?: readonly (readonly string[])[];
}

interface Kind<Place extends 'text' | 'block', Answer> {
  readonly name: string;
  readonly place: Place;
  /** What it gives, in one line, for the documentation. */
  readonly gives: string;
  readonly attributes: z.ZodObject;
  answer(attributes: never, context: Context): Answer;
}
export type TextKind = Kind<'text', TextAnswer>;
export type BlockKind = Kind<'block', BlockAnswer>;
export type ClaimKind = TextKind | BlockKind;

type Typed<A extends z.ZodObject, P extends 'text' | 'block', R> = Omit<
  Kind<P, R>,
  'attributes' | 'answer' | 'place'
> & {
  readonly attributes: A;
  answer(attributes: z.output<A>, context: Context): R;
};

/**
 * Makes a kind for the list of all kinds: the type of its attributes is known inside, and dropped in the list.
 */
export const textKind = <A extends z.ZodObject>(kind: Typed<A, 'text', TextAnswer>): TextKind => ({
  ...kind,
  place: 'text',
});
export const blockKind = <A extends z.ZodObject>(kind: Typed<A, 'block', BlockAnswer>): BlockKind => ({
  ...kind,
  place: 'block',
});

/** The cells and events of statements, without repetition, in order. `more`: further events that count. */
export function basisOf(
  statements: readonly Pick<CellStatement, 'cell' | 'position'>[],
  more: readonly number[] = [],
): Basis {
  return {
    cells: [...new Set(statements.map(({ cell }) => cell))].sort(),
    events: [...new Set([...statements.map(({ position }) => position), ...more])].sort((a, b) => a - b),
  };
}

export const nothing: Basis = { cells: [], events: [] };

/** A text that is in English whatever the language of the report, marked as such where that is another. */
export const inEnglish = (content: string, { code }: ReportLanguage): Inline => ({
  kind: 'text',
  text: content,
  ...(code === 'en' ? {} : { language: 'en', direction: 'ltr' }),
});

const text = (content: string): Inline[] => [{ kind: 'text', text: content }];

export const answer = (content: string, basis: Basis): TextAnswer => ({
  status: 'answered',
  inlines: text(content),
  ...basis,
});

export type ReasonCode =
  'unknown-code' | 'no-data' | 'not-known' | 'conflicting-figures' | 'under-five-points' | 'no-number';

/** The answer that there is none: what stands in its place in the document, and why, in English, for the list. */
export function noAnswer(
  { language }: Context,
  code: ReasonCode,
  subject: { readonly inText: string; readonly inEnglish: string },
  basis: Basis = nothing,
): TextAnswer {
  return {
    status: 'unanswerable',
    reason: { code, message: subject.inEnglish },
    inlines: text(language.say(`unanswerable.${code}`, { subject: subject.inText })),
    ...basis,
  };
}
