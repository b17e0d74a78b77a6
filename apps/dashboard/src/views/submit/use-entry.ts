/** An entry that outlives a reload: kept in the tab's own storage, and gone when it is sent or discarded. */
import { useState } from 'preact/hooks';
import { emptyEntry, type Entry } from './entry.js';

const nameOf = (round: string, respondent: string) => `rapporteur-entry ${round} ${respondent}`;

/** Storage may be forbidden or full: then what is typed lives as long as the page. */
function store(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing can be done about it, and what was typed is still on the screen.
  }
}

function read(name: string): Partial<Entry> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Entry>;
  } catch {
    return {};
  }
}

/** In: whose reply to which round, what it would be, and the version that there is. Out: the entry, how to change it. */
export function useEntry(round: string, respondent: string, kind: Entry['kind'], version: number) {
  const name = nameOf(round, respondent);
  const [entry, setEntry] = useState<Entry>(() => {
    const kept = read(name);
    // A first reply that was stored meanwhile leaves its rows to a correction, and is checked anew.
    return { ...emptyEntry(kind, version), ...kept, ...(kept.kind === kind ? {} : { kind, version }) };
  });
  const keep = (next: Entry) => {
    store(() => sessionStorage.setItem(name, JSON.stringify(next)));
    setEntry(next);
  };
  const discard = () => {
    store(() => sessionStorage.removeItem(name));
    setEntry(emptyEntry(kind, version));
  };
  return { entry, keep, discard };
}
