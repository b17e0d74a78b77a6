/** A draft that outlives a reload: kept in the tab's own storage, and gone when it is sent or discarded. */
import { useState } from 'preact/hooks';
import { emptyDraft, type Draft } from './draft.js';

const nameOf = (round: string, respondent: string) => `rapporteur-draft ${round} ${respondent}`;

/** Storage may be forbidden or full: then what is typed lives as long as the page. */
function store(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing to be done, and nothing to say: it is in sight.
  }
}

function read(name: string): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}

/** In: whose reply to which round, what it would be, and the version that there is. Out: the draft, how to change it. */
export function useDraft(round: string, respondent: string, kind: Draft['kind'], version: number) {
  const name = nameOf(round, respondent);
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = read(name);
    // A first reply that was stored meanwhile leaves its rows to a correction, and is checked anew.
    return { ...emptyDraft(kind, version), ...kept, ...(kept.kind === kind ? {} : { kind, version }) };
  });
  const keep = (next: Draft) => {
    store(() => sessionStorage.setItem(name, JSON.stringify(next)));
    setDraft(next);
  };
  const discard = () => {
    store(() => sessionStorage.removeItem(name));
    setDraft(emptyDraft(kind, version));
  };
  return { draft, keep, discard };
}
