/** A field to choose codes by name, with typing, arrow keys, and the chosen codes beside it (ARIA's combobox). */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { usePage, type Page } from '../page/page-context.js';
import './combobox.css';

export interface Option {
  readonly code: string;
  readonly name: string;
  /** A note after the name: how many figures there are. */
  readonly note?: string;
  /** Options of one group stand together under its heading. */
  readonly group?: string;
}

interface Props {
  readonly title: string;
  /** Called when the list opens, because making hundreds of options takes longer than redrawing a chart. */
  readonly options: () => readonly Option[];
  readonly nameOf: (code: string) => string;
  readonly chosen: readonly string[];
  /** Whether a new choice replaces the one before. */
  readonly isSingle?: boolean;
  /** Whether all are meant where none is chosen. */
  readonly isNoneAll?: boolean;
  readonly onChange: (codes: readonly string[]) => void;
}

/** A text without diacritics, so that "Cote" finds "Côte d’Ivoire". */
const plain = (text: string, language: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(language);

/** Options whose code or name matches: those that begin with the typed text first, then those that contain it. */
function find(options: readonly Option[], typed: string, { language }: Page): readonly Option[] {
  const wanted = plain(typed.trim(), language);
  if (wanted === '') return options;
  const rank = ({ code, name }: Option) => {
    const text = plain(name, language);
    if (code.toLowerCase() === wanted || text.startsWith(wanted)) return 0;
    if (text.split(/[\s(’'-]+/).some((word) => word.startsWith(wanted))) return 1;
    return text.includes(wanted) ? 2 : 3;
  };
  const ranked = options.map((option) => ({ option, place: rank(option) }));
  return ranked
    .filter(({ place }) => place < 3)
    .sort((a, b) => a.place - b.place)
    .map(({ option }) => option);
}

/**
 * The state of the field (typed text, whether the list is open, the active option), and its changes by keys and
 * clicks.
 */
function useChoosing({ options, chosen, isSingle, onChange }: Props, page: Page) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const offered = useMemo(() => (isOpen ? options() : []), [isOpen, options]);
  const found = useMemo(() => find(offered, typed, page), [offered, typed, page]);
  const active = found[at];
  const close = () => {
    setOpen(false);
    setAt(-1);
    setTyped('');
  };
  const choose = (code: string) => {
    if (isSingle) {
      onChange([code]);
      return close();
    }
    setTyped('');
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  };
  const type = (text: string) => {
    setTyped(text);
    setOpen(true);
    setAt(text === '' ? -1 : 0);
  };
  const press = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const move = (to: number) => {
      event.preventDefault();
      setOpen(true);
      setAt(to);
    };
    if (event.key === 'ArrowDown') move(isOpen ? Math.min(at + 1, last) : 0);
    else if (event.key === 'ArrowUp') move(Math.max(at - 1, 0));
    else if (event.key === 'PageDown' && isOpen) move(Math.min(at + 10, last));
    else if (event.key === 'PageUp' && isOpen) move(Math.max(at - 10, 0));
    else if (event.key === 'Enter' && (active ?? (typed !== '' && found[0]))) {
      event.preventDefault();
      choose((active ?? found[0]!).code);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Backspace' && typed === '' && !isSingle && chosen.length > 0)
      onChange(chosen.slice(0, -1));
  };
  return { typed, isOpen, at, found, active, open: () => setOpen(true), close, choose, type, press };
}

export function Combobox(props: Props) {
  const { title, nameOf, chosen, isSingle = false, isNoneAll = !isSingle, onChange } = props;
  const page = usePage();
  const words = page.texts.charts.choices;
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const { typed, isOpen, at, found, active, open, close, choose, type, press } = useChoosing(props, page);
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.code}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  const leave = (event: FocusEvent) => {
    if (!field.current?.contains(event.relatedTarget as Node | null)) close();
  };
  const single = isSingle && chosen[0] !== undefined ? nameOf(chosen[0]) : undefined;
  return (
    <div class="combobox" ref={field} onFocusOut={leave}>
      <label for={`${id}-input`}>{title}</label>
      <div class="combobox-field">
        {!isSingle && chosen.length > 0 && (
          <Chips title={title} chosen={chosen} nameOf={nameOf} onChange={onChange} />
        )}
        <input
          id={`${id}-input`}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={`${id}-hint`}
          aria-activedescendant={active ? `${id}-${active.code}` : undefined}
          placeholder={single ?? (chosen.length === 0 && isNoneAll ? page.capital(words.all) : '')}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onClick={open}
          onKeyDown={press}
        />
      </div>
      <span class="unseen" id={`${id}-hint`}>
        {single ? `${words.chosen(single)}. ` : ''}
        {words.hint}
      </span>
      <span class="unseen" role="status">
        {isOpen ? (found.length === 0 ? words.none : words.count(found.length)) : ''}
      </span>
      <OptionList {...{ id, title, chosen, isSingle, isOpen, found, at }} onChoose={choose} />
      {isOpen && found.length === 0 && <p class="combobox-none">{words.none}</p>}
    </div>
  );
}

interface ListProps extends Pick<Props, 'title' | 'chosen'> {
  readonly id: string;
  readonly isSingle: boolean;
  readonly isOpen: boolean;
  readonly found: readonly Option[];
  /** The index of the active option; -1: none. */
  readonly at: number;
  readonly onChoose: (code: string) => void;
}

function OptionList({ id, title, chosen, isSingle, isOpen, found, at, onChoose }: ListProps) {
  const { language } = usePage();
  return (
    <ul
      class="combobox-list"
      id={`${id}-list`}
      role="listbox"
      aria-label={title}
      aria-multiselectable={!isSingle}
      hidden={!isOpen || found.length === 0}
      // Keeps the focus in the field. Losing it would close the list before the click is handled.
      onMouseDown={(event) => event.preventDefault()}
    >
      {found.map((option, i) => (
        <li
          key={option.code}
          id={`${id}-${option.code}`}
          role="option"
          aria-selected={chosen.includes(option.code)}
          class={i === at ? 'active' : undefined}
          data-group={option.group && found[i - 1]?.group !== option.group ? option.group : undefined}
          lang={language}
          onClick={() => onChoose(option.code)}
        >
          <span class="tick" aria-hidden="true">
            {chosen.includes(option.code) ? '✓' : ''}
          </span>
          <bdi>{option.name}</bdi>
          {option.note && <small>{option.note}</small>}
        </li>
      ))}
    </ul>
  );
}

type ChipsProps = Pick<Props, 'title' | 'chosen' | 'nameOf' | 'onChange'>;

/** The chosen codes, each with a button that removes it. */
function Chips({ title, chosen, nameOf, onChange }: ChipsProps) {
  const { language, texts } = usePage();
  const words = texts.charts.choices;
  return (
    <span class="chips" role="group" aria-label={title}>
      {chosen.map((code) => (
        <button
          key={code}
          type="button"
          class="chip"
          lang={language}
          aria-label={words.remove(nameOf(code))}
          onClick={() => onChange(chosen.filter((one) => one !== code))}
        >
          {nameOf(code)} <span aria-hidden="true">×</span>
        </button>
      ))}
      {chosen.length > 1 && (
        <button
          type="button"
          class="chip clear"
          aria-label={words.clear + texts.colon + title}
          onClick={() => onChange([])}
        >
          {words.clear}
        </button>
      )}
    </span>
  );
}
