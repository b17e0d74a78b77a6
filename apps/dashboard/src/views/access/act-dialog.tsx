/** Asks before something is changed: says what will happen, takes the reason, and shows what the server finds wrong. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Problem } from '@rapporteur/contract';
import { groupBy } from '../../page/group-by.js';
import { askAgain } from '../../page/live.js';
import { usePage } from '../../page/page-context.js';
import { send, type Sent } from '../../page/send.js';
import { RefusalText } from '../../session/refusal-text.js';
import { MustSignIn } from '../../session/must-sign-in.js';
import { ProblemsContext, problemLanguage, problemText, TextField } from '../submit/field.js';

export interface Asking {
  readonly onClose: () => void;
  /** Called when it is done and the dialog is closed. */
  readonly onDone: () => void;
}

interface Props<T> extends Asking {
  readonly title: string;
  /** What will happen, in words. */
  readonly what: string;
  /** The words of the button that does it. */
  readonly confirm: string;
  readonly path: string;
  readonly body?: object;
  /** Whether no reason is kept of it. */
  readonly isReasonless?: boolean;
  /** Further fields. The id of each is `act-` and the name of its member of the body. */
  readonly children?: ComponentChildren;
  /** What is shown once, where the answer has something of that kind. */
  readonly shownOnce?: (answer: T) => ComponentChildren;
}

/** The problem that asks whether something unlikely is meant. */
const lastOwnerKey = 'last-owner-key';

/** The field that a problem belongs to: `/scope/respondents` to `act-respondents`; '' where there is none. */
function fieldOf({ pointer }: Problem): string {
  const id = `act-${pointer.split('/').at(-1) ?? ''}`;
  return document.getElementById(id) ? id : '';
}

export function ActDialog<T>(props: Props<T>) {
  const { title, what, confirm, path, body, isReasonless, children, shownOnce, onClose } = props;
  const { texts } = usePage();
  const { access } = texts;
  const [reason, setReason] = useState('');
  const [isMeant, setMeant] = useState(false);
  const [sent, setSent] = useState<Sent<T> | { readonly state: 'none' | 'busy' }>({ state: 'none' });
  const { dialog, keepAway } = useDialog();
  const problems = sent.state === 'refused' ? (sent.problem.problems ?? []) : [];
  const byField = useMemo(() => groupBy(problems, fieldOf), [sent]);
  const asksBack = problems.some(({ code }) => code === lastOwnerKey);
  const onDone = () => {
    keepAway();
    props.onDone();
  };
  const act = async () => {
    setSent({ state: 'busy' });
    const end = asksBack && isMeant ? `?confirm=${lastOwnerKey}` : '';
    const got = await send<T>('POST', path + end, {
      ...body,
      ...(isReasonless ? {} : { reason: reason.trim() }),
    });
    setSent(got);
    if (got.state !== 'done') return;
    askAgain();
    if (!shownOnce) onDone();
  };
  const isDone = sent.state === 'done' && shownOnce !== undefined;
  return (
    <dialog ref={dialog} class="act" aria-labelledby="act-title" onClose={isDone ? onDone : onClose}>
      {isDone ? (
        <Once title={title} onDone={onDone}>
          {shownOnce(sent.answer)}
        </Once>
      ) : (
        <ProblemsContext.Provider value={byField}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (sent.state !== 'busy') void act();
            }}
          >
            <h2 id="act-title">{title}</h2>
            {children}
            {!isReasonless && (
              <TextField field="act-reason" label={access.reason} value={reason} isLong onText={setReason} />
            )}
            <p class="state" aria-live="polite">
              {what}
            </p>
            <Trouble sent={sent} general={byField.get('') ?? []} />
            {asksBack && <Meant isMeant={isMeant} onMeant={setMeant} />}
            <p class="actions">
              <button type="submit" class="strong" disabled={sent.state === 'busy'}>
                {sent.state === 'busy' ? access.working : confirm}
              </button>
              <button type="button" onClick={onClose}>
                {access.cancel}
              </button>
            </p>
          </form>
        </ProblemsContext.Provider>
      )}
    </dialog>
  );
}

interface OnceProps {
  readonly title: string;
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}

/** What is shown once, in the place of the form. */
function Once({ title, onDone, children }: OnceProps) {
  const { access } = usePage().texts;
  return (
    <>
      <h2 id="act-title">{title}</h2>
      {children}
      <p class="actions">
        <button type="button" onClick={onDone}>
          {access.close}
        </button>
      </p>
    </>
  );
}

/** Takes the answer to a question back. */
function Meant({ isMeant, onMeant }: { isMeant: boolean; onMeant: (is: boolean) => void }) {
  const { access } = usePage().texts;
  return (
    <label class="check">
      <input type="checkbox" checked={isMeant} onChange={(event) => onMeant(event.currentTarget.checked)} />
      {access.meant}
    </label>
  );
}

/** Opens over the page, and gives the focus back when it closes, unless that is to go elsewhere. */
function useDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const from = useRef(document.activeElement);
  useEffect(() => {
    dialog.current?.showModal();
    return () => void (from.current instanceof HTMLElement && from.current.focus());
  }, []);
  return { dialog, keepAway: () => (from.current = null) };
}

interface TroubleProps {
  readonly sent: Sent<unknown> | { readonly state: 'none' | 'busy' };
  /** Problems that belong to no field. */
  readonly general: readonly Problem[];
}

/** Why nothing was changed. */
function Trouble({ sent, general }: TroubleProps) {
  const page = usePage();
  const { access, submit } = page.texts;
  if (sent.state === 'away') return <p role="alert">{access.away}</p>;
  if (sent.state !== 'refused') return null;
  const { status, problems = [] } = sent.problem;
  if (status === 401) return <MustSignIn>{access.needsSignIn}</MustSignIn>;
  return (
    <div role="alert" class="problem">
      <span>{problems.length > 0 ? submit.problems(problems.length) : access.refused}</span>
      {problems.length === 0 && <RefusalText problem={sent.problem} words={access.problemWords} />}
      {general.map((one) => (
        <span key={one.code + one.message} lang={problemLanguage(one, page)} dir="auto">
          {problemText(one, page)}
        </span>
      ))}
    </div>
  );
}
