/** The choice of the round that a view is about, kept in the address. */
import type { Round } from '@rapporteur/contract';
import { goTo } from '../page/address.js';
import { usePage } from '../page/page-context.js';

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
          {rounds.map(({ id, title }) => (
            <option key={id} value={id} lang="">
              {title ?? id}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
