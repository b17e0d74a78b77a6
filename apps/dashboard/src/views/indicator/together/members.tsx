/** Who is in a panel: k of n in a sentence above what is shown of them; below it who they are, and who lacks which years. */
import type { ComponentChildren } from 'preact';
import type { Panel } from '@rapporteur/contract';
import { usePage } from '../../../page/page-context.js';
import { StateName } from '../series-cells.js';

type Lacking = Pick<Panel['missing'][number], 'respondent' | 'years'>;

interface Props extends Pick<Panel, 'reported' | 'of' | 'from' | 'to'> {
  readonly missing: readonly Lacking[];
  /** The names of those who are never summed, since what they count others count too. */
  readonly leftOut: readonly string[];
  /** Those whose part is larger than their total in some of the years. */
  readonly refused?: readonly Lacking[];
  /** What is shown of those who are in it. */
  readonly children: ComponentChildren;
}

export function Members({ reported, of, missing, leftOut, refused = [], from, to, children }: Props) {
  const page = usePage();
  const { texts, number } = page;
  const words = texts.compare.together;
  return (
    <>
      <p class="count">
        <strong>{words.reported(number(reported.length), number(of.length), from, to)}</strong>
      </p>
      <p class="says">{words.caution}</p>
      {reported.length === 0 ? <p class="state">{words.nobody}</p> : children}
      {reported.length > 0 && (
        <details open={reported.length <= 12}>
          <summary>{words.summed(reported.length)}</summary>
          <p lang={page.language}>{page.list(reported.map(({ name }) => name).sort(page.compare))}</p>
        </details>
      )}
      {missing.length > 0 && (
        <details>
          <summary>{words.notSummed(missing.length)}</summary>
          <Missing missing={missing} caption={words.notSummed(missing.length)} lacks={words.lacks} />
        </details>
      )}
      {refused.length > 0 && (
        <details>
          <summary>{words.refused(refused.length)}</summary>
          <Missing missing={refused} caption={words.refused(refused.length)} lacks={words.exceeds} />
        </details>
      )}
      {leftOut.length > 0 && <p class="says">{texts.compare.leftOut(page.list(leftOut))}</p>}
    </>
  );
}

interface MissingProps extends Pick<Props, 'missing'> {
  readonly caption: string;
  /** The head of the column of years. */
  readonly lacks: string;
}

function Missing({ missing, caption, lacks }: MissingProps) {
  const page = usePage();
  const { texts } = page;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
      <table class="figures">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.respondent}</th>
            <th scope="col">{lacks}</th>
          </tr>
        </thead>
        <tbody>
          {[...missing]
            .sort((a, b) => page.compare(a.respondent.name, b.respondent.name))
            .map(({ respondent, years }) => (
              <tr key={respondent.code}>
                <StateName series={{ respondent }} />
                <td>{page.list(years.map(String))}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
