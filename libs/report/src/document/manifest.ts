/** The manifest of a build: each claim with its query, its vintage, the events behind it and the text that it gave. */
import type { PageRegion } from '@rapporteur/domain';

/** `unanswerable`: the data do not carry an answer; the text says so in its place. */
export type ClaimStatus = 'answered' | 'unanswerable';

/** A state of knowledge that is fixed for ever: received by `asOf` (ISO day), recorded by position `at`. */
export interface FixedVintage {
  readonly asOf: string;
  readonly at: number;
}

export interface Manifest {
  readonly format: 'rapporteur-manifest';
  readonly version: 1;
  readonly collection: string;
  readonly round: string;
  readonly language: string;
  readonly vintage: FixedVintage;
  /** Events that could not be applied, so that what they say is missing; absent where there are none. */
  readonly degraded?: number;
  /** In the order of the document. */
  readonly claims: readonly ManifestClaim[];
}

export interface ManifestClaim extends FixedVintage {
  /** As in the document. */
  readonly id: string;
  /** What was asked: the directive's name and its attributes. */
  readonly query: ClaimQuery;
  readonly status: ClaimStatus;
  /** Why there is no answer; with `unanswerable` only. */
  readonly reason?: ClaimReason;
  /** The text that it gave, as `plainText` makes it; of a table `tableText`, of a chart `chartText`. */
  readonly text: string;
  /** Of a table: for each row and cell of `text`, the observation or finding that it shows, empty for none. */
  readonly grid?: readonly (readonly string[])[];
  /** Of a table or chart: what is printed beside it, caption, notes and source. */
  readonly beside?: readonly string[];
  /** Positions of the events that it rests on, ascending. */
  readonly events: readonly number[];
  /** Identifiers of the observations and findings that it rests on, in order. */
  readonly cells: readonly string[];
  /** Of the figures that it rests on, those whose exact words are known; absent where there are none. */
  readonly quotes?: readonly FigureQuote[];
  /** Of the figures that it rests on, those whose evidence is a region of a page; absent where there are none. */
  readonly regions?: readonly FigureRegion[];
}

/** A figure, and the words of a document in which it stands. */
export interface FigureQuote {
  /** Identifier of the observation. */
  readonly cell: string;
  /** Position of the event that says it. */
  readonly event: number;
  readonly value: number | null;
  readonly quote: string;
  /** SHA-256 of the document, and where in it the words stand; null where it has no pages or numbers. */
  readonly document: string;
  readonly page: number | null;
  readonly paragraph: number | null;
}

/** A figure, and the region of a page in which it stands. */
export interface FigureRegion extends Pick<FigureQuote, 'cell' | 'event' | 'document'> {
  readonly page: number;
  readonly region: PageRegion;
}

export interface ClaimQuery {
  /** The directive: "states", "figure", "trend" … */
  readonly kind: string;
  readonly [attribute: string]: string;
}

export interface ClaimReason {
  /** "unknown-code", "no-data", "not-known", "conflicting-figures", "under-five-points", "no-number" */
  readonly code: string;
  /** In English, for the list at the end of a build. */
  readonly message: string;
}
