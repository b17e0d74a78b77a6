/** A row for each year, which may lead to what is behind it. */
import { usePage } from '../../../page/page-context.js';

interface Props {
  readonly caption: string;
  /** The heads of the columns after the year. */
  readonly heads: readonly string[];
  /** The address of what is behind the numbers of a year. */
  readonly linkOf?: (year: number) => string;
  readonly rows: readonly { readonly year: number; readonly cells: readonly string[] }[];
}

export function YearTable({ caption, heads, linkOf, rows }: Props) {
  const { texts, capital } = usePage();
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
      <table class="figures">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.compare.ranking.year}</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="number">
                {capital(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, cells }) => (
            <tr key={year}>
              <th scope="row">{linkOf ? <a href={linkOf(year)}>{year}</a> : year}</th>
              {cells.map((cell, i) => (
                <td key={heads[i]} class="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
