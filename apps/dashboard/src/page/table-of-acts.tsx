/** A table whose last column has what can be done with a row; in a narrow window each row is read down. */
import type { ComponentChildren } from 'preact';

interface Props {
  /** What it lists, for those who do not see it. */
  readonly label: string;
  /** The heads of the columns but the last. */
  readonly columns: readonly string[];
  /** The rows. */
  readonly children: ComponentChildren;
}

export function TableOfActs({ label, columns, children }: Props) {
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={label}>
      <table class="read-down">
        <caption class="unseen">{label}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
