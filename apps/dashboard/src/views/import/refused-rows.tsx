/** The first rows of a file that were refused or wait, each with the reason. */
import type { ImportAnswer } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { sayRefusal } from '../../page/texts/say-reason.js';

const shownAtMost = 50;

interface Props {
  readonly answer: ImportAnswer;
  /** Where all of them are, once the file is stored. */
  readonly all?: string;
}

/** Why a row is refused: in the page's words where it has some, else in the server's own, which are English. */
function Reason({ reason }: { reason: string }) {
  const { texts } = usePage();
  const { blank, reasons } = texts.words;
  const own = reasons === null ? undefined : sayRefusal(reason, { blank, reasons }, texts.qualifiers);
  return own === undefined ? (
    <td lang="en" dir="ltr">
      {reason}
    </td>
  ) : (
    <td dir="auto">{own}</td>
  );
}

export function RefusedRows({ answer, all }: Props) {
  const page = usePage();
  const words = page.texts.import;
  const { refused, waiting, refusedRows } = answer;
  if (refused + waiting === 0) return null;
  const shown = refusedRows.slice(0, shownAtMost);
  return (
    <details class="refused-rows">
      <summary>{words.refusedRows(page.number(refused + waiting))}</summary>
      <p class="key">
        {shown.length < refused + waiting && words.refusedFirst(page.number(shown.length))}{' '}
        {all && <a href={all}>{words.refusedAll}</a>}
      </p>
      <div class="scroll" role="region" tabIndex={0} aria-label={words.why}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.row}
              </th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, reason }) => (
              <tr key={row}>
                <td class="number">{row}</td>
                <Reason reason={reason} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
