/** The proposal that is looked at: what it says, the words that say so, and what can be done with it. */
import { breakdownText, figureText, periodText } from '../../parts/figure-words.js';
import { Quoted } from '../../parts/evidence/quoted.js';
import { endsOf, usePage, type Page } from '../../page/page-context.js';
import type { CodeLists } from '../submit/submit-rows.js';
import { isFigure, type Proposal } from './coding.js';

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
  const { quote, reasons } = proposal;
  const fields = {
    value: texts.value,
    qualifier: texts.qualifier,
    period: texts.period,
    indicator: texts.indicator,
    breakdown: texts.submit.more,
    topic: texts.submit.topic,
    detail: workbench.detail,
  };
  return (
    <section class="proposal" aria-label={workbench.proposals} aria-live="polite">
      <p class="key">{workbench.best(page.number(n), page.number(of))}</p>
      <p>
        <Said {...{ proposal, lists, page }} />
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

/** What would be coded: the figure in words, or the topic of the finding with its detail. */
function Said({ proposal, lists, page }: { proposal: Proposal; lists: CodeLists; page: Page }) {
  const nameOf = (list: CodeLists['topics'], of: string) => list.find(({ code }) => code === of)?.name ?? of;
  if (!isFigure(proposal)) {
    const { topic, detail } = proposal;
    return (
      <>
        <strong>{nameOf(lists.topics, topic)}</strong>
        {detail !== undefined && ` (${detail})`}
      </>
    );
  }
  const { indicator, breakdown, period, value, qualifier } = proposal;
  return (
    <>
      <strong>{figureText({ value, qualifier: qualifier as never }, page)}</strong>{' '}
      {nameOf(lists.indicators, indicator)}
      {Object.keys(breakdown).length > 0 && ` (${breakdownText(breakdown, page)})`}
      {page.texts.comma}
      {periodText({ period, ...endsOf(period) }, page)}
    </>
  );
}
