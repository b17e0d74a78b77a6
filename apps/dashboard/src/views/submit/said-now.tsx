/** What a reply says now, each figure and finding to be changed or taken back. */
import type { Finding, List, Named, Observation, WholeRound } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { toFigureRow, toFindingRow, type Entry } from './entry.js';
import { figureText, periodText, seriesText } from '../../parts/figure-words.js';
import { endsOf, usePage } from '../../page/page-context.js';
import { placeText } from '../../parts/place-text.js';
import { StateOf } from '../../parts/state-of.js';

interface Props {
  readonly round: WholeRound;
  readonly respondent: Named;
  readonly entry: Entry;
  readonly keep: (entry: Entry) => void;
}

/** What the reply says now, each to be changed or taken back. */
export function SaidNow({ round, respondent, entry, keep }: Props) {
  const page = usePage();
  const { texts } = page;
  const { submit } = texts;
  const query = { collection: round.collection, respondent: respondent.code, limit: '1000' };
  const figures = useAnswer<List<Observation>>(page.askNow('/v1/observations', query));
  const findings = useAnswer<List<Finding>>(page.askNow('/v1/findings', query));
  const own = <T extends { readonly round: string }>(items: readonly T[] = []) =>
    items.filter((item) => item.round === round.id);
  const take = (figure: Observation, part: 'changed' | 'retracted') =>
    keep({
      ...entry,
      nextId: entry.nextId + 1,
      figures: [...entry.figures, { ...toFigureRow(figure), id: entry.nextId, part }],
    });
  const takeBack = (finding: Finding) =>
    keep({
      ...entry,
      nextId: entry.nextId + 1,
      findings: [...entry.findings, { ...toFindingRow(finding), id: entry.nextId, part: 'retracted' }],
    });
  const [ownFigures, ownFindings] = [own(figures.answer?.items), own(findings.answer?.items)];
  return (
    <details class="said-now" open>
      <summary>{submit.current}</summary>
      <StateOf asked={figures}>
        {() => (ownFigures.length + ownFindings.length === 0 ? <p>{submit.noCurrent}</p> : <></>)}
      </StateOf>
      <ul>
        {ownFigures.map((figure) => {
          const name = `${seriesText(figure, page)}, ${periodText({ period: figure.period, ...endsOf(figure.period) }, page)}: ${figureText(figure, page)}`;
          return (
            <li key={`${figure.id} ${figure.value}`}>
              <span>{name}</span>{' '}
              <button
                type="button"
                class="quiet"
                aria-label={`${submit.change}: ${name}`}
                onClick={() => take(figure, 'changed')}
              >
                {submit.change}
              </button>{' '}
              <button
                type="button"
                class="quiet"
                aria-label={`${submit.retract}: ${name}`}
                onClick={() => take(figure, 'retracted')}
              >
                {submit.retract}
              </button>
            </li>
          );
        })}
        {ownFindings.map((finding) => {
          const name = [finding.topic.name, finding.detail?.name, placeText(finding, texts)]
            .filter(Boolean)
            .join(', ');
          return (
            <li key={finding.id}>
              <span>{name}</span>{' '}
              <button
                type="button"
                class="quiet"
                aria-label={`${submit.retract}: ${name}`}
                onClick={() => takeBack(finding)}
              >
                {submit.retract}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
