/** An entry that survives a reload: it is kept in the tab's own storage until it is sent or discarded. */
import { useState } from 'preact/hooks';
import { emptyEntry, type Entry } from './entry.js';

const nameOf = (round: string, respondent: string) => `rapporteur-entry ${round} ${respondent}`;

/** Storage may be forbidden or full. Then the typed text is kept only as long as the page is open. */
function store(act: () => void): void {
  try {
    act();
  } catch {
    // Ignored: nothing can be done about it, and the typed text is still on the screen.
  }
}

function read(name: string): Partial<Entry> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Entry>;
  } catch {
    return {};
  }
}

/**
 * In: the round, the respondent, the kind of request, and the present version. Out: the entry, and functions to
 * change it.
 */
export function useEntry(round: string, respondent: string, kind: Entry['kind'], version: number) {
  const name = nameOf(round, respondent);
  const [entry, setEntry] = useState<Entry>(() => {
    const kept = read(name);
    // If the first reply has been stored meanwhile, its rows stay in the form as a correction, which is checked
    // again.
    if (kept.kind === kind) return { ...emptyEntry(kind, version), ...kept };
    // What is taken back of a reply has no place in a whole text.
    const figures = (kept.figures ?? []).filter(({ part }) => kind === 'correction' || part !== 'retracted');
    const findings = (kept.findings ?? []).filter(
      ({ part }) => kind === 'correction' || part !== 'retracted',
    );
    return { ...emptyEntry(kind, version), ...kept, figures, findings, kind, version };
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
