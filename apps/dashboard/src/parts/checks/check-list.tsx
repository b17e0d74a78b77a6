/**
 * A list to work through: filters in the address, the number of items that match, and a row for each item with
 * a tick box for "looked at".
 */
import type { Named } from '@rapporteur/contract';
import type { ComponentChildren } from 'preact';
import { usePage, type Page } from '../../page/page-context.js';
import { Filter } from '../filters.js';
import { useGrowing } from '../use-growing.js';
import { useSeen } from '../use-seen.js';
import './check-list.css';

/** How many rows are added to the page at a time. */
const rowsAtATime = 60;

/** A further column, beside those of the respondent and the tick box. */
export interface Column<T> {
  readonly name: string;
  readonly class?: 'number' | 'words' | 'kind';
  /** Whether its name is shown with its cell on a narrow page. */
  readonly isNamed?: boolean;
  readonly cell: (item: T) => ComponentChildren;
}

interface Props<T> {
  /** The view, whose name is also the name of the list. Ticks are remembered under it. */
  readonly view: 'inconsistencies' | 'discrepancies';
  readonly items: readonly T[];
  /**
   * The items that match the filters, in the order in which they are shown. The filter by ticks is applied by
   * the list itself.
   */
  readonly fitting: readonly T[];
  /** A key that stays the same on later days. */
  readonly keyOf: (item: T) => string;
  /** The name of an item for the label of its tick box. */
  readonly nameOf: (item: T) => string;
  readonly filters: ComponentChildren;
  /** False where the list has a state of its own, which everybody shares: then nothing is ticked in this browser. */
  readonly hasTicks?: boolean;
  readonly columns: readonly Column<T>[];
}

export function CheckList<T extends { readonly respondent: Named }>(props: Props<T>) {
  const { view, items, keyOf, filters, hasTicks = true } = props;
  const page = usePage();
  const { texts, params } = page;
  const { checks } = texts;
  const { seen, mark } = useSeen(view);
  const fitting = props.fitting.filter(
    (item) => !hasTicks || params.seen === undefined || (params.seen === 'seen') === seen.has(keyOf(item)),
  );
  const shown = fitting.slice(0, useGrowing(items, rowsAtATime));
  return (
    <>
      <section class="choice" aria-label={texts.choose}>
        {filters}
        {hasTicks && <SeenFilter />}
      </section>
      <p class="key">
        <span role="status">{checks.count(page.number(fitting.length), page.number(items.length))}</span>
        {texts.stop}
        {hasTicks ? checks.seenNote : checks.work.shared}
      </p>
      {fitting.length === 0 ? (
        <p class="state">{checks.noneOfChoice}</p>
      ) : (
        <CheckTable {...props} shown={shown} seen={seen} mark={mark} page={page} />
      )}
    </>
  );
}

interface TableProps<T> extends Props<T> {
  readonly shown: readonly T[];
  readonly seen: ReadonlySet<string>;
  readonly mark: (key: string, isSeen: boolean) => void;
  readonly page: Page;
}

function CheckTable<T extends { readonly respondent: Named }>(props: TableProps<T>) {
  const { view, shown, seen, mark, keyOf, nameOf, columns, hasTicks = true, page } = props;
  const { texts } = page;
  const { checks } = texts;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={texts.pages[view]}>
      <table class="checks read-down">
        <caption class="unseen">{texts.pages[view]}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.respondent}</th>
            {columns.map((column) => (
              <th scope="col" class={column.class === 'number' ? 'number' : undefined} key={column.name}>
                {column.name}
              </th>
            ))}
            {hasTicks && <th scope="col">{checks.seen}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={keyOf(item)}>
              <th scope="row">{item.respondent.name}</th>
              {columns.map((column) => (
                <td
                  class={column.class}
                  data-name={column.isNamed ? column.name : undefined}
                  key={column.name}
                >
                  {column.cell(item)}
                </td>
              ))}
              {hasTicks && (
                <td class="tick" data-name={checks.seen}>
                  <SeenTick
                    isSeen={seen.has(keyOf(item))}
                    what={nameOf(item)}
                    onTick={(is) => mark(keyOf(item), is)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The filter by ticks. */
function SeenFilter() {
  const { checks } = usePage().texts;
  const options = (['open', 'seen'] as const).map((code) => ({ code, name: checks.states[code] }));
  return <Filter label={checks.state} name="seen" none={checks.states.all} options={options} />;
}

function SeenTick({
  isSeen,
  what,
  onTick,
}: {
  isSeen: boolean;
  what: string;
  onTick: (is: boolean) => void;
}) {
  const { texts } = usePage();
  const { checks } = texts;
  return (
    <input
      type="checkbox"
      aria-label={checks.seen + texts.colon + what}
      checked={isSeen}
      onChange={(event) => onTick(event.currentTarget.checked)}
    />
  );
}
