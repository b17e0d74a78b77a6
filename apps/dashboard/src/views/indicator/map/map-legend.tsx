/** What the tiles of a map mean, and how many show it. */
import { usePage } from '../../../page/page-context.js';
import { lookText, signOf } from './look-words.js';
import { countLooks, type Content, type Tile } from './tiles.js';

interface Props {
  readonly tiles: readonly Tile[];
  readonly content: Content;
}

export function MapLegend({ tiles, content }: Props) {
  const page = usePage();
  return (
    <ul class="legend map-legend" aria-label={page.texts.map.legend}>
      {countLooks(tiles, content).map(([look, count]) => (
        <li key={look}>
          <span class={`tile sample ${look}`} aria-hidden="true">
            {signOf(look)}
          </span>{' '}
          {page.capital(lookText(look, page))} ({page.number(count)})
        </li>
      ))}
    </ul>
  );
}
