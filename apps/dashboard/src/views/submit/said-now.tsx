/** The present content of a reply: each figure and finding can be changed or taken back. */
import type { Finding, List, Named, Observation, WholeRound } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { toFigureRow, toFindingRow, type Entry } from './entry.js';
import { figureText, periodText, seriesText } from '../../parts/figure-words.js';
import { endsOf, usePage } from '../../page/page-context.js';
import { sourceText } from '../../parts/source-text.js';
import { StateOf } from '../../parts/state-of.js';

interface Props {
  readonly round: WholeRound;
  readonly respondent: Named;
  readonly entry: Entry;
  readonly keep: (entry: Entry) => void;
}

/** The figures and findings of the reply, with buttons to change them or take them back. */
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
        {ownFigures.map((figure) => (
          <SaidFigure key={`${figure.id} ${figure.value}`} figure={figure} onTake={take} />
        ))}
        {ownFindings.map((finding) => (
          <SaidFinding key={finding.id} finding={finding} onTakeBack={takeBack} />
        ))}
      </ul>
    </details>
  );
}

type TakeFigure = (figure: Observation, part: 'changed' | 'retracted') => void;

function SaidFigure({ figure, onTake }: { figure: Observation; onTake: TakeFigure }) {
  const page = usePage();
  const { submit } = page.texts;
  const period = periodText({ period: figure.period, ...endsOf(figure.period) }, page);
  const name = `${seriesText(figure, page)}${page.texts.comma}${period}${page.texts.colon}${figureText(figure, page)}`;
  return (
    <li>
      <span>{name}</span>{' '}
      <span class="acts">
        <TakeButton label={submit.change} name={name} onClick={() => onTake(figure, 'changed')} />{' '}
        <TakeButton label={submit.retract} name={name} onClick={() => onTake(figure, 'retracted')} />
      </span>
    </li>
  );
}

function SaidFinding({ finding, onTakeBack }: { finding: Finding; onTakeBack: (finding: Finding) => void }) {
  const { texts } = usePage();
  const name = [finding.topic.name, finding.detail?.name, sourceText(finding, texts)]
    .filter(Boolean)
    .join(texts.comma);
  return (
    <li>
      <span>{name}</span>{' '}
      <TakeButton label={texts.submit.retract} name={name} onClick={() => onTakeBack(finding)} />
    </li>
  );
}

/** A button that makes a row of the entry from a figure or finding of the reply. */
function TakeButton({ label, name, onClick }: { label: string; name: string; onClick: () => void }) {
  const { texts } = usePage();
  return (
    <button type="button" class="quiet" aria-label={label + texts.colon + name} onClick={onClick}>
      {label}
    </button>
  );
}
