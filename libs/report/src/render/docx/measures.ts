/** Measures of the page in twentieths of a point, as Word counts: A4, and the text inside of it as United Nations documents have it. */
export const measure = {
  pageWidth: 11906,
  pageHeight: 16838,
  side: 1200,
  top: 1440,
  bottom: 1200,
  header: 680,
  footer: 620,
  /** The text stands in from the margins on both sides; tables may use the whole width. */
  indent: 1000,
  headingHang: 720,
  /** From the left end of the text to the first word of a numbered paragraph. */
  numberTab: 567,
} as const;

/** Width between the margins, and of the text. */
export const fullWidth = measure.pageWidth - 2 * measure.side;
export const textWidth = fullWidth - 2 * measure.indent;
