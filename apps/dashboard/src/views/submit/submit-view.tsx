/** Submit: a reply where there is none yet, a correction where there is one. */
import { useState } from 'preact/hooks';
import { goTo } from '../../page/address.js';
import type {
  List,
  Named,
  ReplyReceipt,
  Respondent,
  Round,
  RoundRespondent,
  Topic,
  WholeRound,
} from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { SaidNow } from './said-now.js';
import { ingestAddress } from './send-entry.js';
import { roundName } from '../../parts/round-choice.js';
import { StateOf } from '../../parts/state-of.js';
import { UnknownRespondent } from '../../parts/unknown-respondent.js';
import { SubmitForm } from './submit-form.js';
import type { Entry } from './entry.js';
import type { CodeLists } from './submit-rows.js';
import { useEntry } from './use-entry.js';

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
        <label class="wide">
          {submit.round}
          <select
            dir="auto"
            value={id}
            onChange={(event) => goTo(page.link({ round: event.currentTarget.value }))}
          >
            {rounds.map((one) => (
              <option key={one.id} value={one.id} lang="">
                {roundName(one, page)}
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
      {page.params.respondent && respondents.answer && !respondent && (
        <UnknownRespondent written={page.params.respondent} />
      )}
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

/** What may be sent: once there is a reply, what changes in it, a whole new text, or that it is withdrawn. */
function kindsFor(known: RoundRespondent | undefined): readonly Entry['kind'][] {
  if (known?.status === 'standing') return ['correction', 'replacement', 'withdrawal'];
  return known?.status === 'withdrawn' ? ['replacement'] : ['reply'];
}

function OfRespondent(props: Props) {
  const { texts, capital } = usePage();
  const { submit } = texts;
  const kinds = kindsFor(props.known);
  // What was begun stays what it is, also when its reply turns out to be stored already.
  const [kind, setKind] = useState(kinds[0]!);
  const [stored, setStored] = useState<ReplyReceipt>();
  const begin = () => {
    setKind(kindsFor(props.known)[0]!);
    setStored(undefined);
  };
  return (
    <>
      {kinds.length > 1 && kinds.includes(kind) && !stored && (
        <section class="choice" aria-label={texts.choose}>
          <label>
            {submit.what}
            <select value={kind} onChange={(event) => setKind(event.currentTarget.value as Entry['kind'])}>
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {capital(submit.kindsOfEntry[one])}
                </option>
              ))}
            </select>
          </label>
        </section>
      )}
      <OfKind {...props} key={kind} kind={kind} stored={stored} onStored={setStored} onBegin={begin} />
    </>
  );
}

interface KindProps extends Props {
  readonly kind: Entry['kind'];
  readonly stored: ReplyReceipt | undefined;
  readonly onStored: (stored: ReplyReceipt) => void;
  /** Called when the next thing is begun. */
  readonly onBegin: () => void;
}

function OfKind({ round, respondent, known, lists, kind, stored, onStored, onBegin }: KindProps) {
  const page = usePage();
  const { submit } = page.texts;
  const { entry, keep, discard } = useEntry(round.id, respondent.code, kind, known?.version ?? 0);
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
              // The round has been asked for again meanwhile, so the stored reply can be corrected now.
              discard();
              onBegin();
            }}
          >
            {submit.sendMore}
          </button>
        </p>
      </div>
    );
  return (
    <>
      {known?.status === 'withdrawn' && <p class="state">{submit.isWithdrawn(respondent.name)}</p>}
      <h2>
        {entry.kind === 'reply'
          ? submit.isReply(respondent.name)
          : submit.headings[entry.kind](respondent.name, page.number(entry.version))}
      </h2>
      <p class="key">{submit.kept}</p>
      {entry.kind === 'correction' && (
        <SaidNow round={round} respondent={respondent} entry={entry} keep={keep} />
      )}
      <SubmitForm
        round={round.id}
        respondent={respondent}
        lists={lists}
        entry={entry}
        keep={keep}
        onDiscard={() => {
          discard();
          onBegin();
        }}
        onStored={(answer) => {
          discard();
          onStored(answer);
        }}
      />
    </>
  );
}
