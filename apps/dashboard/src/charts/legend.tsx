/** The legend: the line and point of each series. */
import { seriesText } from '../parts/figure-words.js';
import { usePage } from '../page/page-context.js';
import { colourOf, dashOf, letterOf, signOf, type Member } from './facets.js';

export function Legend({ members }: { members: readonly Member[] }) {
  const page = usePage();
  return (
    <ul class="legend" aria-label={page.texts.charts.legend}>
      {members.map(({ series, look }) => (
        <li key={look}>
          <SeriesSign look={look} /> <strong>{letterOf(look)}</strong>{' '}
          <span lang={page.language}>{seriesText(series, page)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The line and point of a series as charts draw them. */
function SeriesSign({ look }: { look: number }) {
  return (
    <span class="sign" aria-hidden="true" style={{ color: colourOf(look) }}>
      <svg width="26" height="10">
        <line
          x1="0"
          y1="5"
          x2="26"
          y2="5"
          stroke="currentColor"
          stroke-width="2"
          stroke-dasharray={dashOf(look)}
        />
      </svg>
      {signOf(look)}
    </span>
  );
}
