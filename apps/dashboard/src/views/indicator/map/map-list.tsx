/** A map as a list: by region each State that has reported, with its direction and latest figure, and who has not. */
import { usePage } from '../../../page/page-context.js';
import { directionText } from '../../../parts/figure-words.js';
import { Latest, StateName, YearsLink } from '../series-cells.js';
import type { Continent, Part, Tile } from './tiles.js';

interface Props {
  readonly continents: readonly Continent[];
  readonly outside: readonly Tile[];
}

export function MapList({ continents, outside }: Props) {
  const page = usePage();
  const { texts } = page;
  const parts: Part[] = [
    ...continents.flatMap((one) => one.parts),
    ...(outside.length > 0 ? [{ region: undefined, tiles: outside }] : []),
  ];
  const nameOf = ({ region }: Part) => region?.name ?? texts.map.outside;
  const withNone = parts.flatMap((part) => {
    const none = part.tiles.filter(({ series }) => !series).map(({ respondent }) => respondent.name);
    return none.length > 0 ? [[nameOf(part), none] as const] : [];
  });
  return (
    <details>
      <summary>{texts.map.list}</summary>
      <div class="scroll" role="region" tabIndex={0} aria-label={texts.map.list}>
        <table class="figures">
          <caption class="unseen">{texts.map.list}</caption>
          <thead>
            <tr>
              {[
                texts.respondent,
                texts.overview.kinds.region,
                texts.ofIndicator.latest,
                texts.ofIndicator.years,
                texts.direction,
              ].map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.flatMap((part) =>
              part.tiles.flatMap(({ respondent, series }) =>
                series ? (
                  <tr key={respondent.code}>
                    <StateName series={series} />
                    <td>{nameOf(part)}</td>
                    <td class="number">
                      <Latest series={series} />
                    </td>
                    <td>
                      <YearsLink series={series} />
                    </td>
                    <td class="words">{directionText(series, page)}</td>
                  </tr>
                ) : (
                  []
                ),
              ),
            )}
          </tbody>
        </table>
      </div>
      <h4>{texts.map.noData}</h4>
      <dl class="none-of">
        {withNone.map(([region, names]) => (
          <div key={region}>
            <dt>{region}</dt>
            <dd lang={page.language}>{page.list(names)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
