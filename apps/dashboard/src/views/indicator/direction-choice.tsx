/** Chooses the series of one direction, and says how many there are of each. */
import type { Series } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';
import { directionName, directions, shownDirection } from '../../parts/directions.js';

export function DirectionChoice({ series }: { readonly series: readonly Series[] }) {
  const page = usePage();
  const { texts, params } = page;
  const options = [
    ['', texts.allChosen, series.length],
    ...directions.map((code) => {
      const those = series.filter((one) => shownDirection(one) === code);
      return [code, directionName(code, texts), those.length] as const;
    }),
  ] as const;
  return (
    <section class="choice" aria-label={texts.direction}>
      <Select
        label={texts.direction}
        value={params.kind ?? ''}
        options={options.map(([code, name, count]) => [code, `${name} (${page.number(count)})`])}
        onChange={(kind) => goTo(page.link({ kind: kind || undefined }), 'replace')}
      />
    </section>
  );
}
