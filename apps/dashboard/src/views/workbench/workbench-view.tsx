/** The workbench: choosing a letter of a round, and coding it. */
import { useState } from 'preact/hooks';
import type {
  DocumentProposalsAnswer,
  DocumentTextAnswer,
  DraftAnswer,
  List,
  Named,
  Respondent,
  Round,
  RoundRespondent,
  Topic,
  WholeRound,
} from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { useAnswer, type Items } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { Quoted } from '../../parts/evidence/quoted.js';
import { RoundChoice } from '../../parts/round-choice.js';
import { StateOf } from '../../parts/state-of.js';
import { fingerprintOf } from '../submit/entry-body.js';
import { emptyEntry } from '../submit/entry.js';
import { ingestAddress } from '../submit/send-entry.js';
import type { CodeLists } from '../submit/submit-rows.js';
import { ApartLetter } from './apart-letter.js';
import { Bench } from './bench.js';
import { toCoding, type Coding, type Proposal } from './coding.js';
import { AddLetter } from './letters/add-letter.js';
import { Letters, type Received } from './letters/letters.js';
import { useDraft } from './use-draft.js';
import './workbench.css';

export function WorkbenchView() {
  const page = usePage();
  const elsewhere = ingestAddress();
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds', { limit: '1000' }));
  if (elsewhere !== 'here') return <p class="state">{page.texts.submit.apart(elsewhere.elsewhere)}</p>;
  return (
    <StateOf asked={rounds}>
      {({ items }) => {
        const chosen = page.params.round ?? items.at(-1)?.id;
        if (chosen === undefined) return <p class="state">{page.texts.noRounds}</p>;
        return (
          <>
            {page.params.document === undefined && <RoundChoice rounds={items} chosen={chosen} />}
            <OfRound key={chosen} id={chosen} />
          </>
        );
      }}
    </StateOf>
  );
}

function OfRound({ id }: { readonly id: string }) {
  const page = usePage();
  const { workbench, submit } = page.texts;
  const all = { limit: '1000' };
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', all)).answer?.items;
  const indicators = useAnswer<List<Named>>(page.askNow('/v1/indicators', all)).answer?.items;
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', all)).answer?.items;
  const letters = useAnswer<Items<Received>>(page.askNow('/v1/documents', { round: id }));
  const whole = useAnswer<WholeRound>(page.askNow(`/v1/rounds/${id}`));
  const { document, respondent } = page.params;
  // A letter that was sent is begun anew with what is on the server then.
  const [turn, setTurn] = useState(0);
  const nameOf = (code: string) => respondents?.find((one) => one.code === code)?.name ?? code;
  return (
    <StateOf asked={letters}>
      {({ items }) => {
        const chosen = items.find((one) => one.document === document && !one.removed);
        if (!chosen)
          return (
            <>
              <Letters id={id} items={items.filter(({ removed }) => !removed)} nameOf={nameOf} />
              <AddLetter round={id} respondents={respondents ?? []} />
            </>
          );
        if (!respondents || !indicators || !topics || !whole.answer) return null;
        const code = chosen.respondent ?? respondent;
        const state = respondents.find((one) => one.code === code);
        const known = whole.answer.respondents.find((one) => one.respondent.code === code);
        const lists: CodeLists = { respondents, indicators, topics };
        return (
          <>
            <p>
              <a href={page.link({ document: undefined, leaf: undefined })}>{workbench.letters}</a> ·{' '}
              <Quoted>{chosen.name}</Quoted>
              {state && ` · ${state.name}`}
            </p>
            {!state && (
              <label>
                {submit.respondent}
                <select
                  onChange={(event) =>
                    goTo(page.link({ respondent: event.currentTarget.value || undefined }))
                  }
                >
                  <option value="">{submit.chooseRespondent}</option>
                  {respondents.map((one) => (
                    <option key={one.code} value={one.code}>
                      {one.name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {state && (
              <OneLetter
                key={`${chosen.document} ${state.code} ${turn}`}
                onAgain={() => setTurn(turn + 1)}
                {...{ round: id, whole: whole.answer, respondent: state, letter: chosen, lists }}
                kind={kindFor(known)}
                version={known?.version ?? 0}
              />
            )}
          </>
        );
      }}
    </StateOf>
  );
}

/** What a letter makes of the reply: its first text, a correction of it, or a new text in place of one that was withdrawn. */
function kindFor(known: RoundRespondent | undefined): Props['kind'] {
  if (known?.status === 'standing') return 'correction';
  return known?.status === 'withdrawn' ? 'replacement' : 'reply';
}

interface Props {
  readonly round: string;
  readonly whole: WholeRound;
  readonly respondent: Named;
  readonly letter: Received;
  readonly lists: CodeLists;
  readonly kind: 'reply' | 'correction' | 'replacement';
  readonly version: number;
}

function OneLetter({ onAgain, ...props }: Props & { readonly onAgain: () => void }) {
  const page = usePage();
  const { round, respondent, letter } = props;
  const { texts } = page;
  const isApart = page.params.part === 'apart';
  const address = `/v1/documents/${letter.document}`;
  const [sent, setSent] = useState<{ readonly version: number; readonly isWithPassages: boolean }>();
  const text = useAnswer<DocumentTextAnswer>(page.askNow(`${address}/text`));
  const proposals = useAnswer<DocumentProposalsAnswer>(page.askNow(`${address}/proposals`));
  const query = new URLSearchParams({ round, respondent: respondent.code }).toString();
  const draft = useAnswer<DraftAnswer>(sent ? undefined : `${address}/draft?${query}`);
  if (sent)
    return (
      <div class="state" role="status">
        <p>{texts.workbench.storedAs(page.number(sent.version))}</p>
        {!sent.isWithPassages && <p>{texts.workbench.passagesNotAllowed}</p>}
        <p>
          <a href={page.link({ page: 'state', respondent: respondent.code, document: undefined })}>
            {texts.submit.seeTrends}
          </a>{' '}
          <button type="button" onClick={onAgain}>
            {texts.submit.sendMore}
          </button>
        </p>
      </div>
    );
  return (
    <StateOf asked={draft}>
      {(read) => (
        <>
          <Earlier sent={read.sent} />
          <p>
            <a href={page.link({ part: isApart ? undefined : 'apart' })}>
              {isApart ? texts.workbench.drafts.together : texts.workbench.drafts.apart}
            </a>
          </p>
          <StateOf asked={text}>
            {(known) =>
              known.unread && !known.hasPagePictures ? (
                <p class="state">{known.unread.message}</p>
              ) : isApart ? (
                <ApartLetter
                  {...{ ...props, document: letter.document, text: known }}
                  entry={entryFor(props, known)}
                  proposals={[...(proposals.answer?.items ?? []), ...(proposals.answer?.findings ?? [])]}
                />
              ) : (
                <WithDraft
                  {...props}
                  {...{ text: known, read }}
                  proposals={[...(proposals.answer?.items ?? []), ...(proposals.answer?.findings ?? [])]}
                  onSent={(version, isWithPassages) => setSent({ version, isWithPassages })}
                />
              )
            }
          </StateOf>
        </>
      )}
    </StateOf>
  );
}

/** What was sent from drafts before, and what became of the proposals then. */
function Earlier({ sent }: Pick<DraftAnswer, 'sent'>) {
  const { texts, number } = usePage();
  const { workbench } = texts;
  return (
    <>
      {sent.map(({ version, taken, changed, dismissed, own }) => (
        <p class="key" key={version}>
          {workbench.earlier(number(version))}
          {texts.stop}
          {workbench.counts(number(taken), number(changed), number(dismissed), number(own))}
        </p>
      ))}
    </>
  );
}

/** What is coded before anything is. */
const entryFor = (
  { letter, kind, version }: Pick<Props, 'letter' | 'kind' | 'version'>,
  { language }: DocumentTextAnswer,
) => ({ ...emptyEntry(kind, version), receivedOn: letter.receivedOn, language: language ?? '' });

interface WithDraftProps extends Props {
  readonly text: DocumentTextAnswer;
  readonly proposals: readonly Proposal[];
  readonly read: DraftAnswer;
  readonly onSent: (version: number, isWithPassages: boolean) => void;
}

function WithDraft({ round, respondent, letter, kind, version, read, ...rest }: WithDraftProps) {
  const { document } = letter;
  const entry = entryFor({ letter, kind, version }, rest.text);
  const adopt = (kept: Coding | null): Coding => {
    if (kept === null) return toCoding(entry);
    // What was about to be sent is sent again as it was; else a reply that was stored meanwhile makes a correction of it.
    const isSent = kept.entry.key.of === fingerprintOf(kept.entry, respondent.code);
    return isSent || kept.entry.kind === kind ? kept : { ...kept, entry: { ...kept.entry, kind, version } };
  };
  const draft = useDraft(document, { round, respondent: respondent.code }, read, adopt);
  return <Bench {...rest} {...{ document, round, respondent, draft }} />;
}
