/** The choice of the round that a view is about, kept in the address. */
import type { Round } from '@rapporteur/contract';
import { goTo } from '../page/address.js';
import { usePage, type Page } from '../page/page-context.js';

/** A round as readers know it: its title, or its collection and code, "UNODC, trafficking in persons, 2023". */
export function roundName(
  { id, title }: Pick<Round, 'id'> & Partial<Pick<Round, 'title'>>,
  { collection, texts }: Pick<Page, 'collection' | 'texts'>,
) {
  const cut = id.lastIndexOf('/');
  return title ?? collection(id.slice(0, cut)) + texts.comma + id.slice(cut + 1);
}

/** In: the rounds there are, and the one that is shown. */
export function RoundChoice({ rounds, chosen }: { rounds: readonly Round[]; chosen: string }) {
  const page = usePage();
  return (
    <section class="choice" aria-label={page.texts.choose}>
      <label>
        {page.texts.pages.round}
        <select
          dir="auto"
          value={chosen}
          onChange={(event) => goTo(page.link({ round: event.currentTarget.value }))}
        >
          {rounds.map((one) => (
            <option key={one.id} value={one.id} lang="">
              {roundName(one, page)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
