/** A built report as data: what every renderer (docx, pdf, html, md) is given, whole and in its language. */
import type { ClaimStatus, Manifest } from './manifest.js';

export type Direction = 'ltr' | 'rtl';

/** In: a language (BCP 47). Out: the direction in which it is written. */
export const directionOf = (language: string): Direction =>
  /^(ar|he|fa|ur)\b/.test(language) ? 'rtl' : 'ltr';

/** What one build gives: the document, and what each claim in it rests on. */
export interface Report {
  readonly document: ReportDocument;
  readonly manifest: Manifest;
}

export interface ReportDocument {
  /** BCP 47. Texts of renderers' own ("Table 1", page headers) come from `labels`, so that a language needs no code. */
  readonly language: string;
  readonly direction: Direction;
  readonly masthead: Masthead;
  readonly blocks: readonly Block[];
  readonly labels: Labels;
}

/** The head of the first page. Every text is ready to print; an absent one leaves its place out. */
export interface Masthead {
  /** "United Nations" */
  readonly organization: string;
  /** "Economic and Social Council" */
  readonly organ?: string;
  /** "E/CN.15/2008/6"; also on every later page. */
  readonly symbol?: string;
  /** "Distr.: General" */
  readonly distribution?: string;
  /** "8 February 2008" */
  readonly date?: string;
  /** "Original: English" */
  readonly originalLanguage?: string;
  /** "Commission on Crime Prevention and Criminal Justice" */
  readonly body?: string;
  /** "Seventeenth session" */
  readonly session?: string;
  /** "Vienna, 14–18 April 2008" */
  readonly meeting?: string;
  /** "Item 4 (c) of the provisional agenda" */
  readonly agendaItem?: string;
  readonly agendaTitle?: string;
  readonly title: string;
  /** The language of the title, where it is not that of the document: a round may have a title in English alone. */
  readonly titleLanguage?: string;
  /** "Report of the Secretary-General" */
  readonly subtitle?: string;
  /** What is said of the draft itself: "Draft on what had been received by 24 January 2008" */
  readonly draft?: string;
}

/** The words that a renderer prints by itself, in the document's language. */
export interface Labels {
  /** Stands before a table's number: "Table" */
  readonly table: string;
  /** Stands before a chart's number: "Figure" */
  readonly chart: string;
  /** Stands before a source: "Source:" */
  readonly source: string;
  /** Stands before notes of a table: "Note:" */
  readonly note: string;
  /** Heads an editor's note: "Note to the editor" */
  readonly editorNote: string;
  /** Heads an open place: "To be written" */
  readonly openPlace: string;
  /** Heads the list of contents, where a renderer makes one: "Contents" */
  readonly contents: string;
  /** Heads the footnotes where there are no pages: "Footnotes" */
  readonly footnotes: string;
  /** Names the way back from a footnote or from the list of claims: "Back to the text" */
  readonly backToText: string;
  /** Heads the list of claims: "What each statement rests on" */
  readonly basis: string;
  /** Stands before what a claim asked: "Query" */
  readonly query: string;
  /** Stands before the events that a claim rests on: "Events" */
  readonly events: string;
  /** Stands before the observations and findings that a claim rests on: "Observations" */
  readonly observations: string;
}

/** Where a language other than the document's is used. */
interface InLanguage {
  readonly language?: string;
  readonly direction?: Direction;
}

export type Block = Heading | Paragraph | List | Table | Chart | EditorNote | OpenPlace;

export interface Heading extends InLanguage {
  readonly kind: 'heading';
  /** 1 = "I", 2 = "A", 3 = "1" */
  readonly level: 1 | 2 | 3;
  /** The label as it is printed ("II.", "B.", "二."); absent for a heading without a number. */
  readonly label?: string;
  readonly inlines: readonly Inline[];
}

export interface Paragraph extends InLanguage {
  readonly kind: 'paragraph';
  /** Counts through the whole document; absent where a paragraph is not numbered. */
  readonly number?: number;
  readonly inlines: readonly Inline[];
}

/** Items under the paragraph before. `letters`: (a), (b) …; `numbers`: 1., 2. …; `bullets`. */
export interface List extends InLanguage {
  readonly kind: 'list';
  readonly style: 'letters' | 'numbers' | 'bullets';
  readonly items: readonly (readonly Inline[])[];
}

export interface Cell extends InLanguage {
  readonly inlines: readonly Inline[];
  /** Names its row or its column. */
  readonly isHeader?: boolean;
  /** `start` when absent. */
  readonly align?: 'start' | 'center' | 'end';
  /** Columns that it spans; 1 when absent. */
  readonly span?: number;
  /** The observation or finding that it shows, for a link to where it comes from. */
  readonly observation?: string;
}

export interface Table extends InLanguage {
  readonly kind: 'table';
  readonly number: number;
  readonly caption: readonly Inline[];
  /** Rows that are repeated on every page. */
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly (readonly Inline[])[];
  readonly source: readonly Inline[];
  /** The claim that the whole table is. Its text is `plainText` of the table. */
  readonly claim?: ClaimMark;
}

export interface Chart extends InLanguage {
  readonly kind: 'chart';
  readonly number: number;
  readonly caption: readonly Inline[];
  /** A whole `<svg>` with width, height and viewBox, without scripts or outside references. */
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What the chart shows, in words: its alternative text. */
  readonly alternative: string;
  readonly notes: readonly (readonly Inline[])[];
  readonly source: readonly Inline[];
  /** The claim that the chart is. Its text is `alternative`. */
  readonly claim?: ClaimMark;
}

/** For the editor, not for print: what does not fit together in the source, what could not be said. */
export interface EditorNote extends InLanguage {
  readonly kind: 'editor-note';
  readonly blocks: readonly (Paragraph | List)[];
}

/** A place left for a person to write, with what is to be written. */
export interface OpenPlace extends InLanguage {
  readonly kind: 'open-place';
  readonly inlines: readonly Inline[];
}

export type Inline = Text | Emphasis | Link | Footnote | Claim;

export interface Text extends InLanguage {
  readonly kind: 'text';
  readonly text: string;
}

export interface Emphasis {
  readonly kind: 'emphasis';
  /** `emphasis` is printed in italics, `strong` in bold. */
  readonly strength: 'emphasis' | 'strong';
  readonly inlines: readonly Inline[];
}

export interface Link {
  readonly kind: 'link';
  readonly href: string;
  readonly inlines: readonly Inline[];
}

/** A footnote where its mark stands. Numbers count through; a footnote holds no footnote. */
export interface Footnote {
  readonly kind: 'footnote';
  readonly number: number;
  readonly inlines: readonly Inline[];
}

/** What stands in the document because the tables say so. */
export interface ClaimMark {
  /** Unique in the document; letters, digits, `.`, `-`, `_`; at most 64 characters. */
  readonly claimId: string;
  readonly status: ClaimStatus;
}

/** Its text is `plainText` of its inlines, which hold no claim and no footnote. */
export interface Claim extends ClaimMark {
  readonly kind: 'claim';
  readonly inlines: readonly Inline[];
}
