/** Submit: a reply where there is none yet, a correction where there is one. */
import { useState } from 'preact/hooks';
import { goTo } from './address.js';
import type {
  Figure,
  Finding,
  List,
  Named,
  Respondent,
  Round,
  RoundRespondent,
  Topic,
  WholeRound,
} from './answers.js';
import { useAnswer } from './ask.js';
import { toFigureRow, toFindingRow, type Draft } from './draft.js';
import { figureText, periodText, seriesText } from './figure-words.js';
import { endsOf, usePage } from './page-context.js';
import { placeText } from './place-text.js';
import { ingestAddress, type Stored } from './send-draft.js';
import { StateOf } from './state-of.js';
import { SubmitForm } from './submit-form.js';
import type { CodeLists } from './submit-rows.js';
import './submit.css';
import { useDraft } from './use-draft.js';

type Observed = Figure & {
  readonly round: string;
  readonly indicator: Named;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly period: string;
};

export function SubmitView() {
  const page = usePage();
  const { submit } = page.texts;
  const elsewhere = ingestAddress();
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds', { limit: '1000' }));
  return (
    <>
      <p>{submit.intro}</p>
      {elsewhere !== 'here' && <p class="state">{submit.apart(elsewhere.elsewhere)}</p>}
      <StateOf asked={rounds}>
        {({ items }) => {
          const round = page.params.round ?? items.at(-1)?.id;
          if (round === undefined) return <p class="state">{page.texts.noRounds}</p>;
          return <InRound rounds={items} id={round} />;
        }}
      </StateOf>
    </>
  );
}

function InRound({ rounds, id }: { rounds: readonly Round[]; id: string }) {
  const page = usePage();
  const { submit } = page.texts;
  const all = { limit: '1000' };
  const whole = useAnswer<WholeRound>(page.askNow(`/v1/rounds/${id}`));
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', all));
  const indicators = useAnswer<List<Named>>(page.askNow('/v1/indicators', all));
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', all));
  const named = [...(respondents.answer?.items ?? [])].sort((a, b) => page.compare(a.name, b.name));
  const respondent = named.find(({ code }) => code === page.params.respondent);
  return (
    <>
      <section class="choice" aria-label={page.texts.choose}>
        <label>
          {submit.round}
          <select value={id} onChange={(event) => goTo(page.link({ round: event.currentTarget.value }))}>
            {rounds.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title ?? one.id}
              </option>
            ))}
          </select>
        </label>
        <label>
          {submit.respondent}
          <select
            value={respondent?.code ?? ''}
            onChange={(event) => goTo(page.link({ respondent: event.currentTarget.value || undefined }))}
          >
            <option value="">{submit.chooseRespondent}</option>
            {named.map(({ code, name }) => (
              <option key={code} value={code} lang={page.language}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </section>
      <StateOf asked={whole}>
        {(round) => {
          if (!respondent || !indicators.answer || !topics.answer) return null;
          const lists: CodeLists = {
            respondents: named,
            indicators: indicators.answer.items,
            topics: topics.answer.items,
          };
          const known = round.respondents.find((one) => one.respondent.code === respondent.code);
          return (
            <OfRespondent
              key={`${id} ${respondent.code}`}
              round={round}
              respondent={respondent}
              known={known}
              lists={lists}
            />
          );
        }}
      </StateOf>
    </>
  );
}

interface Props {
  readonly round: WholeRound;
  readonly respondent: Named;
  readonly known: RoundRespondent | undefined;
  readonly lists: CodeLists;
}

function OfRespondent({ round, respondent, known, lists }: Props) {
  const page = usePage();
  const { submit } = page.texts;
  const [stored, setStored] = useState<Stored>();
  const kind = known?.status === 'standing' ? 'correction' : 'reply';
  const { draft, keep, discard } = useDraft(round.id, respondent.code, kind, known?.version ?? 0);
  if (stored)
    return (
      <div class="state" role="status">
        <p>{stored.recorded ? submit.sent(page.number(stored.version)) : submit.sentNothing}</p>
        <p>
          <a
            href={page.link({
              page: undefined,
              collection: round.collection,
              respondent: respondent.code,
              round: undefined,
            })}
          >
            {submit.seeTrends}
          </a>{' '}
          <button
            type="button"
            onClick={() => {
              // What there is to be corrected is known by now.
              discard();
              setStored(undefined);
            }}
          >
            {submit.sendMore}
          </button>
        </p>
      </div>
    );
  if (known?.status === 'withdrawn') return <p class="state">{submit.isWithdrawn(respondent.name)}</p>;
  return (
    <>
      <h2>
        {draft.kind === 'reply'
          ? submit.isReply(respondent.name)
          : submit.isCorrection(respondent.name, page.number(draft.version))}
      </h2>
      <p class="key">{submit.kept}</p>
      {draft.kind === 'correction' && (
        <SaidNow round={round} respondent={respondent} draft={draft} keep={keep} />
      )}
      <SubmitForm
        round={round.id}
        respondent={respondent}
        lists={lists}
        draft={draft}
        keep={keep}
        onDiscard={discard}
        onStored={(answer) => {
          discard();
          setStored(answer);
        }}
      />
    </>
  );
}

interface SaidNowProps extends Pick<Props, 'round' | 'respondent'> {
  readonly draft: Draft;
  readonly keep: (draft: Draft) => void;
}

/** What the reply says now, each to be changed or taken back. */
function SaidNow({ round, respondent, draft, keep }: SaidNowProps) {
  const page = usePage();
  const { texts } = page;
  const { submit } = texts;
  const query = { collection: round.collection, respondent: respondent.code, limit: '1000' };
  const figures = useAnswer<List<Observed>>(page.askNow('/v1/observations', query));
  const findings = useAnswer<List<Finding>>(page.askNow('/v1/findings', query));
  const own = <T extends { readonly round: string }>(items: readonly T[] = []) =>
    items.filter((item) => item.round === round.id);
  const take = (figure: Observed, part: 'changed' | 'retracted') =>
    keep({
      ...draft,
      nextId: draft.nextId + 1,
      figures: [...draft.figures, { ...toFigureRow(figure), id: draft.nextId, part }],
    });
  const takeBack = (finding: Finding) =>
    keep({
      ...draft,
      nextId: draft.nextId + 1,
      findings: [...draft.findings, { ...toFindingRow(finding), id: draft.nextId, part: 'retracted' }],
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
