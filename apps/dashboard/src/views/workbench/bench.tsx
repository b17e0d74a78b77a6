/** One letter on the workbench, with its draft. */
import { Fragment, type ComponentChildren } from 'preact';
import type { DocumentTextAnswer, Named, WholeRound } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { toBody } from '../submit/entry-body.js';
import { problemsByField } from '../submit/entry-problems.js';
import { ProblemsContext, ProblemsOf } from '../submit/field.js';
import { HowReceived } from '../submit/submit-fields.js';
import { OutcomeText } from '../submit/submit-outcome.js';
import { PreviewTable } from '../submit/submit-preview.js';
import type { CodeLists } from '../submit/submit-rows.js';
import { addFigures, placeRow } from './add-figures.js';
import { countsOf, type Coding, type Proposal } from './coding.js';
import { DraftState } from './draft-state.js';
import { EntryList } from './entry-list.js';
import { LetterSide, shownPage } from './letter-side.js';
import { PasteTable } from './paste/paste-table.js';
import { SaidBefore } from './said-before.js';
import { ProposalCard } from './proposal-card.js';
import { SecondLook } from './drafts/second-look.js';
import { useBench, type OnBench } from './use-bench.js';
import { useCheck } from './use-check.js';
import type { Draft } from './use-draft.js';
import { useKeys } from './use-keys.js';
import { useSending, type Sending } from './use-sending.js';

export interface BenchProps {
  readonly document: string;
  readonly round: string;
  readonly whole: WholeRound;
  readonly respondent: Named;
  readonly text: DocumentTextAnswer;
  readonly proposals: readonly Proposal[];
  readonly lists: CodeLists;
  readonly draft: Draft;
  readonly onSent: (version: number, isWithPassages: boolean) => void;
  /** What stands at the end in place of sending. */
  readonly foot?: ComponentChildren;
}

export function Bench(props: BenchProps) {
  const { text, proposals, lists, draft, respondent, round, foot } = props;
  const { coding } = draft;
  const on = useBench(draft, text, proposals);
  const check = useCheck(coding.entry, round, respondent);
  const sending = useSending(props, !foot && check.isCurrent && check.outcome?.state === 'done');
  useKeys({
    ...{ KeyN: on.next, KeyP: on.previous, Enter: on.take, KeyX: on.dismiss },
    ...{ KeyE: on.edit, Escape: on.leave, KeyU: draft.undo, KeyR: draft.redo },
    KeyF: () => on.add('figure'),
    KeyG: () => on.add('finding'),
    'Control+Enter': () => void sending.send(),
  });
  return (
    <ProblemsContext.Provider value={problemsByField(coding.entry, check.problems)}>
      <div class="workbench">
        <LetterSide {...{ document: props.document, text, coding, on }} />
        <form noValidate onSubmit={(event) => event.preventDefault()}>
          <DraftState draft={draft} />
          <ProposalCard
            {...{ proposal: on.proposal, lists, n: on.n + 1, of: on.open.length }}
            onTake={on.take}
            onDismiss={on.dismiss}
          />
          <Counts coding={coding} />
          <Acts {...{ on, draft, text }} />
          <SaidBefore {...{ round: props.whole, respondent, draft, onGo: on.goToRow }} />
          <PasteTable
            {...{ lists, coded: coding.entry.figures }}
            onTake={(figures) => draft.change(addFigures(coding, figures))}
          />
          <EntryList
            {...{ coding, lists, current: on.current, isEdited: on.row?.isEdited ?? false }}
            onChange={draft.change}
            onGo={on.goToRow}
          />
          <ProblemsOf field="" />
          <HowReceived
            entry={coding.entry}
            keep={(entry) => draft.change({ ...coding, entry }, 'received')}
          />
          {check.outcome?.state === 'done' && <PreviewTable preview={check.outcome.answer} lists={lists} />}
          {foot ?? <Ending {...{ sending, draft, respondent }} />}
          <KeyList />
        </form>
      </div>
    </ProblemsContext.Provider>
  );
}

function Ending({
  sending,
  draft,
  respondent,
}: Pick<BenchProps, 'draft' | 'respondent'> & { readonly sending: Sending }) {
  const { coding } = draft;
  return (
    <>
      <SecondLook
        look={draft.server.secondLook}
        isEmpty={coding.entry.figures.length + coding.entry.findings.length === 0}
        onAsk={(whom) => draft.look('second-look', whom === '' ? {} : { whom })}
        onWithdraw={() => draft.look('second-look/withdrawal', {})}
        onLooked={(remarks) =>
          draft.look('looked-at', {
            request: toBody(coding.entry, respondent.code),
            ...(remarks === '' ? {} : { remarks }),
          })
        }
      />
      <Send sending={sending} draft={draft} />
    </>
  );
}

function Counts({ coding }: { readonly coding: Coding }) {
  const { texts, number } = usePage();
  const { taken, changed, dismissed, own } = countsOf(coding);
  return (
    <p class="key">
      {texts.workbench.counts(number(taken), number(changed), number(dismissed), number(own))}
    </p>
  );
}

function Acts({ on, draft, text }: Pick<BenchProps, 'draft' | 'text'> & { readonly on: OnBench }) {
  const { texts, params } = usePage();
  const { workbench } = texts;
  const { place, add, row } = on;
  const isText = shownPage(params.leaf, text) === undefined;
  return (
    <>
      <div class="actions">
        <button type="button" disabled={!place} onClick={() => add('figure')}>
          {workbench.asFigure}
        </button>
        <button type="button" disabled={!place} onClick={() => add('finding')}>
          {workbench.asFinding}
        </button>
        {row && (
          <button
            type="button"
            disabled={!place}
            onClick={() => place && draft.change(placeRow(draft.coding, row.name, place))}
          >
            {workbench.drafts.passageOf}
          </button>
        )}
        <button type="button" disabled={draft.past.length === 0} onClick={draft.undo}>
          {workbench.undo}
        </button>
        <button type="button" disabled={draft.future.length === 0} onClick={draft.redo}>
          {workbench.redo}
        </button>
        {isText && !place && <small>{workbench.selectFirst}</small>}
      </div>
      <h2>{workbench.coded}</h2>
    </>
  );
}

function Send({ sending, draft }: { readonly sending: Sending; readonly draft: Draft }) {
  const { workbench, submit } = usePage().texts;
  const { coding } = draft;
  return (
    <>
      <OutcomeText
        outcome={sending.outcome}
        problems={[]}
        entry={coding.entry}
        onVersion={(version) => draft.change({ ...coding, entry: { ...coding.entry, version } })}
      />
      {coding.stored !== undefined && (
        <div class="state" role="alert">
          <p>{workbench.withoutPassages}</p>
          <button type="button" onClick={() => void sending.send()}>
            {workbench.tryAgain}
          </button>
        </div>
      )}
      {sending.waits && (
        <label class="check">
          <input
            type="checkbox"
            checked={sending.isUnlooked}
            onChange={(event) => sending.setUnlooked(event.currentTarget.checked)}
          />
          {workbench.drafts.unlooked}
        </label>
      )}
      <div class="actions">
        <button type="button" disabled={!sending.mayBeSent} onClick={() => void sending.send()}>
          {sending.isBusy ? submit.sending : submit.send}
        </button>
      </div>
    </>
  );
}

function KeyList() {
  const { workbench } = usePage().texts;
  return (
    <details open>
      <summary>{workbench.keys}</summary>
      <dl class="keys">
        {workbench.keyList.map(([keys, what]) => (
          <Fragment key={keys}>
            <dt lang="en">
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
