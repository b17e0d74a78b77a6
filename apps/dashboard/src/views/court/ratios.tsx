/** The ratios of figures of the same year, each a link to its two figures. */
import type { Ratio } from '@rapporteur/contract';
import { usePage, type Page } from '../../page/page-context.js';
import { ratioText } from '../../parts/ratio-words.js';

/** A ratio leads to its two figures. */
function ratioLink(ratio: Ratio | undefined, page: Page) {
  if (!ratio) return <span class="unseen">{page.texts.noFigure}</span>;
  const address = page.link({ figure: ratio.numerator.id, over: ratio.denominator.id });
  return <a href={address}>{ratioText(ratio, page)}</a>;
}

export function Ratios({ ratios, name }: { ratios: readonly Ratio[]; name: string }) {
  const page = usePage();
  const { court } = page.texts.charts;
  const years = [...new Set(ratios.map(({ year }) => year))].sort((a, b) => a - b);
  const kinds = [...new Set(ratios.map(({ ratio }) => ratio))];
  const caption = court.sameYear + page.texts.colon + name;
  return (
    <section class="box ratios">
      <h2>{court.sameYear}</h2>
      <p class="says">{ratios.length > 0 ? court.sameYearNote : court.noRatios}</p>
      {ratios.length > 0 && (
        <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
          <table class="figures years">
            <caption class="unseen">{caption}</caption>
            <thead>
              <tr>
                <td />
                {years.map((year) => (
                  <th scope="col" class="number" key={year}>
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kinds.map((kind) => (
                <tr key={kind}>
                  <th scope="row">{court.ratios[kind] ?? kind}</th>
                  {years.map((year) => (
                    <td class="number" key={year}>
                      {ratioLink(
                        ratios.find((one) => one.ratio === kind && one.year === year),
                        page,
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
