/** Searches names in six languages, and opens what is chosen (ARIA's combobox). */
import { useEffect, useId, useState } from 'preact/hooks';
import type { Found } from '@rapporteur/contract';
import { everything, goTo, type Params } from '../../page/address.js';
import { useAnswer, type Items } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';

/** Keys that follow one another faster than this are one question. */
const pauseMs = 120;

/** Where each kind of thing is read. */
const placeOf: Readonly<Record<Found['kind'], (code: string) => Params>> = {
  respondent: (code) => ({ page: 'state', respondent: code }),
  region: (code) => ({ page: 'trends', respondent: code, collection: everything }),
  indicator: (code) => ({ page: 'indicator', indicator: code }),
  topic: (code) => ({ page: 'findings', topic: code }),
  collection: (code) => ({ page: 'trends', collection: code }),
  round: (code) => ({ page: 'round', round: code }),
};

/** What was typed, once no key has followed for a moment. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

export function SearchBox() {
  const page = usePage();
  const words = page.texts.overview;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useSettled(typed.trim());
  const asked = useAnswer<Items<Found>>(wanted === '' ? undefined : page.ask('/v1/search', { q: wanted }));
  const found = wanted === '' ? [] : (asked.answer?.items ?? []);
  const isEmpty = wanted !== '' && asked.state === 'ready' && found.length === 0;
  const hrefOf = ({ kind, code }: Found) => page.link(placeOf[kind](code));
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(to, found.length - 1)));
    } else if (event.key === 'Enter' && found[at]) {
      event.preventDefault();
      goTo(hrefOf(found[at]));
    } else if (event.key === 'Escape') setTyped('');
  };
  return (
    <div class="search" role="search">
      <label for={`${id}-q`}>{words.search}</label>
      <input
        id={`${id}-q`}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={200}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-describedby={`${id}-hint`}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <small id={`${id}-hint`}>{words.searchHint}</small>
      <span class="unseen" role="status">
        {found.length > 0 ? words.found(found.length) : ''}
      </span>
      <FoundList id={id} label={words.search} found={found} at={at} onChoose={(one) => goTo(hrefOf(one))} />
      {isEmpty && <p class="state">{words.nothingFound(wanted)}</p>}
    </div>
  );
}

interface FoundProps {
  readonly id: string;
  readonly label: string;
  readonly found: readonly Found[];
  /** The index of the active one. */
  readonly at: number;
  readonly onChoose: (one: Found) => void;
}

function FoundList({ id, label, found, at, onChoose }: FoundProps) {
  const { language, texts } = usePage();
  return (
    <ul class="found" id={`${id}-list`} role="listbox" aria-label={label} hidden={found.length === 0}>
      {found.map((one, i) => (
        <li
          key={`${one.kind} ${one.code}`}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          onClick={() => onChoose(one)}
        >
          <span lang={language}>{one.name}</span> <small>{texts.overview.kinds[one.kind]}</small>
        </li>
      ))}
    </ul>
  );
}
