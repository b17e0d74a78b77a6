/** The proposal that is looked at: what it says, the words that say so, and what can be done with it. */
import { breakdownText, figureText, periodText } from '../../parts/figure-words.js';
import { Quoted } from '../../parts/evidence/quoted.js';
import { endsOf, usePage } from '../../page/page-context.js';
import type { CodeLists } from '../submit/submit-rows.js';
import type { Proposal } from './coding.js';

interface Props {
  readonly proposal: Proposal | undefined;
  /** Its place among those that are left, from 1, and how many there are. */
  readonly n: number;
  readonly of: number;
  readonly lists: CodeLists;
  readonly onTake: () => void;
  readonly onDismiss: () => void;
}

export function ProposalCard({ proposal, n, of, lists, onTake, onDismiss }: Props) {
  const page = usePage();
  const { texts } = page;
  const { workbench } = texts;
  if (!proposal) return <p role="status">{workbench.none}</p>;
  const { indicator, breakdown, period, value, qualifier, quote, reasons } = proposal;
  const name = lists.indicators.find(({ code }) => code === indicator)?.name ?? indicator;
  const fields = {
    value: texts.value,
    qualifier: texts.qualifier,
    period: texts.period,
    indicator: texts.indicator,
    breakdown: texts.submit.more,
  };
  return (
    <section class="proposal" aria-label={workbench.proposals} aria-live="polite">
      <p class="key">{workbench.best(page.number(n), page.number(of))}</p>
      <p>
        <strong>{figureText({ value, qualifier: qualifier as never }, page)}</strong> {name}
        {Object.keys(breakdown).length > 0 && ` (${breakdownText(breakdown, page)})`}
        {texts.comma}
        {periodText({ period, ...endsOf(period) }, page)}
      </p>
      <ul>
        <li>
          <q>
            <Quoted>{quote}</Quoted>
          </q>
        </li>
        {reasons.map(({ field, text }, i) => (
          <li key={i}>
            {fields[field]}
            {texts.colon}
            <Quoted>{text}</Quoted>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onTake}>
        {workbench.take}
      </button>{' '}
      <button type="button" onClick={onDismiss}>
        {workbench.dismiss}
      </button>
    </section>
  );
}
