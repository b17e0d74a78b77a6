/** A text of a document whose rows of tables stand in columns. Its characters are those of the text, for places in it. */
import { Fragment, type ComponentChildren, type VNode } from 'preact';
import './rows.css';

interface Props {
  /** The text, parted where something else is to be seen: what is marked, and what is not. */
  readonly pieces: readonly string[];
  /** In: a part of a piece, and which piece it is of. A piece that reaches over cells has a part in each. */
  readonly draw: (said: string, piece: number) => ComponentChildren;
}

/** A part of a piece that lies in one line, or in one cell of a row. */
interface Part {
  readonly said: string;
  readonly piece: number;
}

export function Rows({ pieces, draw }: Props): VNode {
  const parts = pieces.map((said, piece): Part => ({ said, piece }));
  const drawn = (some: readonly Part[]) =>
    some.map(({ said, piece }, i) => <Fragment key={i}>{draw(said, piece)}</Fragment>);
  if (!pieces.some((said) => said.includes('\t'))) return <>{drawn(parts)}</>;
  const tables: { readonly isTable: boolean; readonly lines: Part[][][] }[] = [];
  for (const line of partAt(parts, '\n')) {
    const cells = partAt(line, '\t');
    const isTable = cells.length > 1;
    if (tables.at(-1)?.isTable === isTable) tables.at(-1)!.lines.push(cells);
    else tables.push({ isTable, lines: [cells] });
  }
  return (
    <>
      {tables.map(({ isTable, lines }, i) => (
        <span key={i} class={isTable ? 'rows' : undefined}>
          {lines.map((cells, row) => (
            <span key={row} class={isTable ? 'row' : undefined}>
              {cells.map((cell, column) => (
                <span key={column} class={isTable ? 'cell' : undefined}>
                  {drawn(cell)}
                </span>
              ))}
            </span>
          ))}
        </span>
      ))}
    </>
  );
}

/** Parted after each sign, which stays where it is: a range of the page says the same characters as the text. */
function partAt(parts: readonly Part[], sign: string): Part[][] {
  const groups: Part[][] = [[]];
  for (const { said, piece } of parts)
    said.split(sign).forEach((one, i, all) => {
      const isLast = i === all.length - 1;
      if (!isLast || one !== '') groups.at(-1)!.push({ said: isLast ? one : one + sign, piece });
      if (!isLast) groups.push([]);
    });
  return groups;
}
