/** The legend: the line and point of each series. */
import { seriesText } from '../parts/figure-words.js';
import { usePage } from '../page/page-context.js';
import { colourOf, dashOf, letterOf, signOf, type Member } from './facets.js';

interface Props {
  readonly members: readonly Member[];
  /** Whether only the number of lines is in sight at first. */
  readonly isFolded?: boolean;
}

export function Legend({ members, isFolded = false }: Props) {
  const page = usePage();
  const { legend } = page.texts.charts;
  const lines = (
    <ul class="legend" aria-label={legend}>
      {members.map(({ series, look }) => (
        <li key={look}>
          <SeriesSign look={look} /> <strong>{letterOf(look)}</strong>{' '}
          <span lang={page.language}>{seriesText(series, page)}</span>
        </li>
      ))}
    </ul>
  );
  if (!isFolded) return lines;
  return (
    <details class="key">
      <summary>
        {legend} ({page.number(members.length)})
      </summary>
      {lines}
    </details>
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
