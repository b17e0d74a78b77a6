/** Chooses the series of one direction, and says how many there are of each. */
import type { Series } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';

export function DirectionChoice({ series }: { readonly series: readonly Series[] }) {
  const page = usePage();
  const { texts, params } = page;
  const { rising, falling, noTrend, tooFew } = texts.overview;
  const options = [
    ['', texts.allChosen, series.length],
    ...(
      [
        ['rising', rising],
        ['falling', falling],
        ['no-significant-trend', noTrend],
        ['insufficient-data', tooFew],
      ] as const
    ).map(([code, name]) => [code, name, series.filter(({ direction }) => direction === code).length]),
  ] as const;
  return (
    <section class="choice" aria-label={texts.direction}>
      <Select
        label={texts.direction}
        value={params.kind ?? ''}
        options={options.map(([code, name, count]) => [
          String(code),
          `${name} (${page.number(Number(count))})`,
        ])}
        onChange={(kind) => goTo(page.link({ kind: kind || undefined }), 'replace')}
      />
    </section>
  );
}
