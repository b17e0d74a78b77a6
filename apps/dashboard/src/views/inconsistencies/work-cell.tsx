/** How an inconsistency stands as work: state, owner and note, to be changed by those who may, and what was said before. */
import type { WorkItem } from '@rapporteur/contract';
import { useId, useState } from 'preact/hooks';
import { usePage } from '../../page/page-context.js';
import { workStates, type Said, type Work } from './use-work.js';

export function WorkCell({ item, work }: { readonly item: WorkItem; readonly work: Work }) {
  const page = usePage();
  const { work: words } = page.texts.checks;
  const { state, owner, note, reopened, correction, history } = item;
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="work">
      <p>
        <strong>{page.capital(words.states[state])}</strong>
        {owner !== null && page.texts.comma + owner}
      </p>
      {note !== '' && <p dir="auto">{note}</p>}
      {reopened && <p>{words.reopened}</p>}
      {correction !== null && (
        <p>
          <a href={page.link({ event: String(correction) })}>{words.correction}</a>
        </p>
      )}
      {work.maySay && item.found && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.change}</summary>
          {isOpen && <SayForm item={item} work={work} />}
        </details>
      )}
      {history.length > 0 && (
        <details>
          <summary>{words.history(page.number(history.length))}</summary>
          <ol>
            {history.map((said) => (
              <li key={said.version}>
                {[page.instant(said.at), said.by, words.states[said.state], said.owner ?? '', said.note]
                  .filter(Boolean)
                  .join(page.texts.separator)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function SayForm({ item, work }: { readonly item: WorkItem; readonly work: Work }) {
  const { texts } = usePage();
  const { work: words } = texts.checks;
  const id = useId();
  const [typed, setTyped] = useState({ state: item.state, note: item.note, owner: item.owner ?? '' });
  // The version that was read when the form was opened: what others say meanwhile is not overwritten unseen.
  const [read, setRead] = useState(item.version);
  const [outcome, setOutcome] = useState('');
  const type = (more: Partial<typeof typed>) => {
    setOutcome('');
    setTyped((before) => ({ ...before, ...more }));
  };
  const save = async () => {
    const { sent, version } = await work.say(item, read, { ...typed, owner: typed.owner.trim() || null });
    setRead(version);
    if (sent.state === 'done') setOutcome(words.saved);
    else if (sent.state === 'away') setOutcome(texts.away);
    else setOutcome(sent.problem.type.endsWith('work-item-changed') ? words.overtaken : sent.problem.title);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for={`${id}-state`}>{words.state}</label>
      <select
        id={`${id}-state`}
        value={typed.state}
        onChange={(event) => type({ state: event.currentTarget.value as Said['state'] })}
      >
        {workStates.map((state) => (
          <option key={state} value={state}>
            {words.states[state]}
          </option>
        ))}
      </select>
      <label for={`${id}-owner`}>{words.owner}</label>
      <input
        id={`${id}-owner`}
        dir="auto"
        maxLength={200}
        value={typed.owner}
        onInput={(event) => type({ owner: event.currentTarget.value })}
      />
      <label for={`${id}-note`}>{words.note}</label>
      <textarea
        id={`${id}-note`}
        dir="auto"
        maxLength={4000}
        rows={3}
        value={typed.note}
        onInput={(event) => type({ note: event.currentTarget.value })}
      />
      <button type="submit">{words.save}</button>
      <span role="status">{outcome}</span>
    </form>
  );
}

/** What people worked on and is not found any more: how it ended. */
export function Gone({ work }: { readonly work: Work }) {
  const page = usePage();
  const { texts } = page;
  if (work.gone.length === 0) return null;
  return (
    <details class="gone">
      <summary>{texts.checks.work.gone(page.number(work.gone.length))}</summary>
      <ul>
        {work.gone.map((item) => (
          <li key={item.key}>
            {[
              item.respondent,
              texts.kinds[item.kind] ?? texts.checks.work.kinds[item.kind] ?? item.kind,
              item.round,
            ].join(texts.separator)}
            <WorkCell item={item} work={work} />
          </li>
        ))}
      </ul>
    </details>
  );
}
