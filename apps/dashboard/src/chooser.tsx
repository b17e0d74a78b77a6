/** A list of codes to choose from: searched by name, ticked, kept in the address. */
import { useState } from 'preact/hooks';
import { goTo } from './address.js';
import type { Named } from './answers.js';
import { usePage } from './page-context.js';

interface Props {
  readonly title: string;
  readonly name: 'respondent' | 'indicator';
  readonly options: readonly Named[];
  readonly chosen: readonly string[];
  /** What the address says where nothing is chosen any more. */
  readonly none?: string;
}

export function Chooser({ title, name, options, chosen, none }: Props) {
  const page = usePage();
  const { texts } = page;
  const [search, setSearch] = useState('');
  const sorted = [...options].sort((a, b) => page.compare(a.name, b.name));
  const wanted = search.trim().toLocaleLowerCase(page.language);
  const shown = sorted.filter(
    ({ code, name: text }) =>
      text.toLocaleLowerCase(page.language).includes(wanted) || code.toLowerCase() === wanted,
  );
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    goTo(page.link({ [name]: next.join(',') || none }));
  };
  const named = sorted.filter(({ code }) => chosen.includes(code)).map((option) => option.name);
  const summary = chosen.length > 3 ? page.number(chosen.length) : named.join(', ') || texts.allChosen;
  return (
    <details class="chooser">
      <summary>
        {title}: <strong>{summary}</strong>
      </summary>
      <div class="chooser-body">
        <label>
          {texts.search}
          <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        </label>
        {chosen.length > 0 && (
          <button type="button" onClick={() => goTo(page.link({ [name]: none }))}>
            {texts.clear}
          </button>
        )}
        <ul tabIndex={0} aria-label={title}>
          {shown.map(({ code, name: text }) => (
            <li key={code}>
              <label>
                <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
                <span lang={page.language}>{text}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
