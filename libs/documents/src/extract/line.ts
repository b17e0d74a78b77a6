/** What a reader gives of a document: lines, or paragraphs, in order. */

/** A line, or a whole paragraph where the file says where one ends. */
export interface Line {
  /** Ends of line in it are breaks within a paragraph. */
  readonly text: string;
  /** Of a row of a table: what stands in each of its cells, also in empty ones. */
  readonly cells?: readonly string[];
  readonly page?: number | undefined;
  /** Nothing that follows belongs to the same paragraph. */
  readonly ends?: boolean | undefined;
  /** The number that the file itself gives the paragraph, beside its text. */
  readonly number?: number | undefined;
  readonly isFootnote?: boolean;
  /** Of a scan: whether its picture shows that a paragraph begins here. */
  readonly begins?: boolean;
  /** Its words in order, where the document says where they stand. */
  readonly words?: readonly PlacedWord[];
}

/** Left, top, right and bottom, as parts of the page's width and height. */
export type Box = readonly [number, number, number, number];

export interface PlacedWord {
  readonly text: string;
  readonly box: Box;
}

/** A line for each part of a paragraph that the file breaks within. */
export function breakLines(line: Line): readonly Line[] {
  const parts = line.cells ? [] : line.text.split('\n');
  if (parts.length < 2) return [line];
  return parts.map((text, i) => ({
    ...line,
    text,
    ends: i === parts.length - 1 ? line.ends : undefined,
    number: i === 0 ? line.number : undefined,
  }));
}
