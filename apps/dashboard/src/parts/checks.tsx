/** What lists to work through share: their filters in the address, and the tick of what was looked at. */
import { goTo } from '../page/address.js';
import type { Named } from '@rapporteur/contract';
import { usePage } from '../page/page-context.js';

interface FilterProps {
  readonly label: string;
  /** Lists have filters of their own: a choice of trends does not empty them. */
  readonly name: 'kind' | 'about' | 'seen';
  readonly none: string;
  readonly options: readonly Named[];
}

/** A choice of one, kept in the address. */
export function Filter({ label, name, none, options }: FilterProps) {
  const page = usePage();
  const value = page.params[name] ?? '';
  // What the address asks for stays to be seen, and to be taken back, where nothing has it any more.
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
        <option value="">{none}</option>
        {all.map((option) => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The filter by what was looked at. */
export function SeenFilter() {
  const { checks } = usePage().texts;
  const options = (['open', 'seen'] as const).map((code) => ({ code, name: checks.states[code] }));
  return <Filter label={checks.state} name="seen" none={checks.states.all} options={options} />;
}

export const fitsSeen = (wanted: string | undefined, isSeen: boolean) =>
  wanted === undefined || (wanted === 'seen') === isSeen;

export function SeenTick({
  isSeen,
  what,
  onTick,
}: {
  isSeen: boolean;
  what: string;
  onTick: (is: boolean) => void;
}) {
  const { checks } = usePage().texts;
  return (
    <input
      type="checkbox"
      aria-label={`${checks.seen}: ${what}`}
      checked={isSeen}
      onChange={(event) => onTick(event.currentTarget.checked)}
    />
  );
}

/** Codes with their names, each once, by name. */
export function namesIn(items: readonly Named[], compare: (a: string, b: string) => number): Named[] {
  const byCode = new Map(items.map((item) => [item.code, item]));
  return [...byCode.values()].sort((a, b) => compare(a.name, b.name));
}
