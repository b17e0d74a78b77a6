/** States with two indicators side by side: direction, years and latest figure of each. */
import type { Indicator, Series } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { directionText } from '../../parts/figure-words.js';
import type { Pair } from './crossed.js';
import { Latest, StateName, YearsLink } from './series-cells.js';

interface Props {
  readonly first: Indicator;
  readonly second: Indicator;
  readonly pairs: readonly Pair[];
  readonly caption: string;
}

export function PairTable({ first, second, pairs, caption }: Props) {
  const page = usePage();
  const { texts } = page;
  const sorted = [...pairs].sort((a, b) => page.compare(a.respondent.name, b.respondent.name));
  const heads = [texts.direction, texts.ofIndicator.years, texts.ofIndicator.latest];
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
      <table class="figures pairs">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {texts.respondent}
            </th>
            {[first, second].map(({ code, name }) => (
              <th key={code} scope="colgroup" class="begins" colSpan={heads.length}>
                {name}
              </th>
            ))}
          </tr>
          <tr>
            {[first, second].flatMap(({ code }) =>
              heads.map((head, i) => (
                <th key={code + head} scope="col" class={i === 0 ? 'begins' : undefined}>
                  {head}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.map((pair) => (
            <tr key={pair.respondent.code}>
              <StateName series={pair} />
              <Half series={pair.first} />
              <Half series={pair.second} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The cells of one of the two; a State that has not reported it has no figure. */
function Half({ series }: { readonly series: Series | undefined }) {
  const page = usePage();
  if (!series)
    return (
      <td class="begins" colSpan={3}>
        {page.texts.noFigure}
      </td>
    );
  return (
    <>
      <td class="words begins">{directionText(series, page)}</td>
      <td class="years">
        <YearsLink series={series} />
      </td>
      <td class="number">
        <Latest series={series} />
      </td>
    </>
  );
}
