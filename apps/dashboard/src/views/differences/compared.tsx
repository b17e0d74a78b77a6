/** What two publications say differently: in a sentence, by respondent and indicator, and one by one. */
import { useState } from 'preact/hooks';
import type { Differences, Named } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { usePage, type Page } from '../../page/page-context.js';
import { Citation } from '../../parts/citation.js';
import { differenceText, figureText, seriesText } from '../../parts/figure-words.js';
import { Filter } from '../../parts/filters.js';
import { StateOf } from '../../parts/state-of.js';
import { DifferenceList } from './difference-list.js';
import { Groups } from './groups.js';

/** Differences in one answer: the API's limit. */
const atMost = '1000';

interface Props {
  readonly collection: string;
  readonly from: string;
  readonly to: string;
}

export function Compared({ collection, from, to }: Props) {
  const page = usePage();
  const { params } = page;
  const query = { collection, from, to, respondent: params.about, indicator: params.kind, limit: atMost };
  const asked = useAnswer<Differences>(page.ask('/v1/differences', query));
  return (
    <StateOf asked={asked}>
      {(answer) => (
        <Shown
          answer={answer}
          from={from}
          to={to}
          data={page.askAt('/v1/differences', answer.position, query)}
          table={page.askAt('/v1/differences', answer.position, { ...query, limit: 'all', format: 'csv' })}
        />
      )}
    </StateOf>
  );
}

interface ShownProps extends Omit<Props, 'collection'> {
  readonly answer: Differences;
  /** The address of the answer, which gives the same for ever. */
  readonly data: string;
  /** The address of the whole list as CSV. */
  readonly table: string;
}

function Shown({ answer, from, to, data, table }: ShownProps) {
  const page = usePage();
  const { checks, pages } = page.texts;
  const words = checks.differences;
  const { items, next, position } = answer;
  return (
    <>
      <h2>{words.title(from, to)}</h2>
      <Summary answer={answer} />
      <section class="choice" aria-label={page.texts.choose}>
        <Filter
          label={page.texts.respondent}
          name="about"
          none={checks.allRespondents}
          options={named(answer.respondents)}
        />
        <Filter
          label={page.texts.indicator}
          name="kind"
          none={checks.allIndicators}
          options={named(answer.indicators)}
        />
      </section>
      {items.length === 0 ? (
        <p class="state">{words.nothing}</p>
      ) : (
        <>
          <div class="groups">
            <Groups title={words.byRespondent} groups={answer.respondents} filter="about" />
            <Groups title={words.byIndicator} groups={answer.indicators} filter="kind" />
          </div>
          {next && <p class="state">{words.first(page.number(items.length))}</p>}
          <DifferenceList items={items} />
        </>
      )}
      <p class="key">
        <a href={table}>{words.csv}</a>
      </p>
      <Citation
        what={`${pages.differences}${page.texts.comma}${from} – ${to}`}
        position={position}
        data={data}
      />
    </>
  );
}

const named = (groups: readonly Named[]): Named[] => groups.map(({ code, name }) => ({ code, name }));

/** "El Salvador, Persons prosecuted, 2007": the largest revision that can be reckoned, with its change. */
function largestText({ items }: Differences, page: Page): string {
  const largest = items.find(({ kind, difference }) => kind === 'revised' && difference !== null);
  if (!largest) return '';
  const { respondent, period, before, after, difference, percentage } = largest;
  const say = (said: typeof before) => said.map((one) => figureText(one, page)).join(' | ');
  const change = [differenceText(difference, page), differenceText(percentage, page, ' %')];
  const words = page.texts.checks.differences;
  return words.largest(
    [respondent.name, seriesText(largest, page), period].join(page.texts.comma),
    `${page.texts.changedTo(say(before), say(after))} (${change.filter((part) => part !== '').join(page.texts.comma)})`,
  );
}

/** The counts in the reader's language, and the English sentence to be copied. */
function Summary({ answer }: { answer: Differences }) {
  const page = usePage();
  const words = page.texts.checks.differences;
  const [isCopied, setCopied] = useState(false);
  const { added, revised, withdrawn, notMentioned, unchanged } = answer.totals;
  const [a, r, w, u] = [added, revised, withdrawn, unchanged].map(page.number);
  const copy = () => navigator.clipboard.writeText(answer.sentence).then(() => setCopied(true));
  return (
    <>
      <p>
        <strong>{words.counts(a!, r!, w!, u!)}</strong>{' '}
        {notMentioned > 0 && words.notMentionedCount(page.number(notMentioned))} {largestText(answer, page)}
      </p>
      <figure class="note">
        <figcaption>
          {words.note}{' '}
          <button type="button" class="quiet" onClick={() => void copy()}>
            {words.copy}
          </button>{' '}
          <span role="status">{isCopied ? words.copied : ''}</span>
        </figcaption>
        <blockquote lang="en" dir="ltr">
          {answer.sentence}
        </blockquote>
      </figure>
    </>
  );
}
