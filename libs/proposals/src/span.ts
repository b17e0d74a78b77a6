/** A part of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How many characters lie between two parts; 0 where they touch or overlap. */
export const gapOf = (a: Span, b: Span): number => Math.max(0, b.start - a.end, a.start - b.end);

/** The same part, moved. */
export const shift = <T extends Span>(span: T, by: number): T => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
});
