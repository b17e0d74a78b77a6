/** A round: who was listed, who replied, when, late, in which language, and on which themes. */
import type { List, Round, Topic, WholeRound } from '@rapporteur/contract';
import { useState } from 'preact/hooks';
import { goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { onDemand } from '../../page/on-demand.js';
import { Citation } from '../../parts/citation.js';
import { Facts } from '../../parts/facts.js';
import { RoundChoice, roundName } from '../../parts/round-choice.js';
import { usePage, type Page } from '../../page/page-context.js';
import { saveAnswer } from '../../page/save-file.js';
import { holdsOneOf, openers, useSession } from '../../session/session.js';
import { ingestAddress } from '../submit/send-entry.js';
import { StateOf } from '../../parts/state-of.js';
import { Matrix } from './matrix.js';
import { isExpecting, missingOf } from './missing/reminder.js';
import './round.css';

export function RoundView() {
  const page = usePage();
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds'));
  return (
    <StateOf asked={rounds}>
      {({ items }) => {
        const chosen = page.params.round ?? items.at(-1)?.id;
        return (
          <>
            {chosen === undefined ? (
              <p class="state">{page.texts.noRounds}</p>
            ) : (
              <>
                <RoundChoice rounds={items} chosen={chosen} />
                <OneRound id={chosen} />
              </>
            )}
            <Opening shown={chosen} />
          </>
        );
      }}
    </StateOf>
  );
}

const OpenRound = onDemand<{ readonly shown: string | undefined }>(() =>
  import('./opening/open-round.js').then((all) => all.OpenRound),
);
const Missing = onDemand<{ readonly round: WholeRound }>(() =>
  import('./missing/missing.js').then((all) => all.Missing),
);

/** The form to open a round, for those who may; loaded when it is unfolded. */
function Opening({ shown }: { readonly shown: string | undefined }) {
  const { texts } = usePage();
  const session = useSession();
  const [isUnfolded, setUnfolded] = useState(false);
  if (!holdsOneOf(session, openers) || ingestAddress() !== 'here') return null;
  return (
    <details class="open-round" onToggle={() => setUnfolded(true)}>
      <summary>{texts.opening.name}</summary>
      {isUnfolded && <OpenRound shown={shown} />}
    </details>
  );
}

function OneRound({ id }: { id: string }) {
  const page = usePage();
  const { texts } = page;
  const path = page.ask(`/v1/rounds/${id}`);
  const asked = useAnswer<WholeRound>(path);
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', { limit: '1000' }));
  const byCode = new Map(topics.answer?.items.map(({ theme }) => [theme.code, theme]));
  const themes = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return (
    <StateOf asked={asked}>
      {(round) => (
        <>
          <Facts facts={roundFacts(round, page)} />
          <p>{countsText(round, page)}</p>
          <MissingOnly round={round} />
          <Matrix round={shownOf(round, page.params.part)} themes={themes} />
          <Citation what={round.symbol ?? roundName(round, page)} position={round.position} />
          <p>
            <button type="button" onClick={() => void saveAnswer('round.csv', path, 'text/csv')}>
              {texts.download} CSV
            </button>{' '}
            <a href={page.link({ page: 'workbench', round: id, respondent: undefined, document: undefined })}>
              {texts.workbench.letters}
            </a>
          </p>
        </>
      )}
    </StateOf>
  );
}

/** The value of `part` for those who have not replied. */
const missingPart = 'missing';

/** In: a round, and what the address shows of it. Out: the same with those respondents alone who are shown. */
const shownOf = (round: WholeRound, part: string | undefined): WholeRound =>
  part === missingPart ? { ...round, respondents: missingOf(round) } : round;

/** The choice to see only those who have not replied; then also what is done about them, which is loaded when it is asked for. */
function MissingOnly({ round }: { readonly round: WholeRound }) {
  const page = usePage();
  const { missing: words } = page.texts;
  const isChosen = page.params.part === missingPart;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) =>
            goTo(page.link({ part: event.currentTarget.checked ? missingPart : undefined }))
          }
        />
        {words.only(page.number(missingOf(round).length))}
      </label>
      {isChosen && !isExpecting(round) && <p class="state">{words.notKnown}</p>}
      {isChosen && isExpecting(round) && <Missing round={round} />}
    </>
  );
}

function countsText({ counts }: Round, { texts, number }: Page): string {
  const orUnknown = (n: number | null) => (n === null ? texts.unknown : number(n));
  return texts.roundCounts(
    orUnknown(counts.asked),
    orUnknown(counts.listed),
    number(counts.replies),
    number(counts.late),
  );
}

const roundFacts = (round: Round, { texts: { roundFacts: names }, day }: Page) =>
  [
    [names.mandate, round.mandate ?? undefined, 'quoted'],
    [names.symbol, round.symbol ?? undefined, 'quoted'],
    [names.noteVerbaleOn, round.noteVerbaleOn ? day(round.noteVerbaleOn) : undefined],
    [names.replyBy, round.replyBy ? day(round.replyBy) : undefined],
    [names.cutOff, round.cutOff ? day(round.cutOff) : undefined],
    [names.compiledBy, round.compiledBy?.name],
  ] as const;
