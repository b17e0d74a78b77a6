/** Filters of lists, kept in the address. */
import { goTo } from '../page/address.js';
import type { Named } from '@rapporteur/contract';
import { usePage } from '../page/page-context.js';

interface FilterProps {
  readonly label: string;
  /** Lists have their own filter parameters, so that a choice in the view of trends does not empty them. */
  readonly name: 'kind' | 'about' | 'seen' | 'work' | 'owner';
  readonly none: string;
  readonly options: readonly Named[];
}

/** A choice of one, kept in the address. */
export function Filter({ label, name, none, options }: FilterProps) {
  const page = usePage();
  const value = page.params[name] ?? '';
  // The value in the address stays in the list even if no item has it any more, so that it can be seen and
  // removed.
  const all =
    value === '' || options.some(({ code }) => code === value)
      ? options
      : [...options, { code: value, name: value }];
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={(event) => goTo(page.link({ [name]: event.currentTarget.value || undefined }))}
      >
        <option value="">{page.capital(none)}</option>
        {all.map((option) => (
          <option key={option.code} value={option.code}>
            {page.capital(option.name)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Codes with their names, each once, sorted by name. */
export function namesIn(items: readonly Named[], compare: (a: string, b: string) => number): Named[] {
  const byCode = new Map(items.map((item) => [item.code, item]));
  return [...byCode.values()].sort((a, b) => compare(a.name, b.name));
}
