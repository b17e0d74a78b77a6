/** The second question: in how many States convictions rise, fall, or do neither. */
import type { Series, Trends } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { usePage, type Page } from '../../page/page-context.js';
import { directionName, directions, shownDirection } from '../../parts/directions.js';
import { Bars } from './bars.js';
import type { OverviewCollection } from './collection-card.js';

const namesAtMost = 6;

export function Directions({ collections }: { readonly collections: readonly OverviewCollection[] }) {
  const page = usePage();
  const words = page.texts.overview;
  // Figures of two collections are never mixed: the one with the most is asked.
  const [most] = [...collections].sort((a, b) => b.figures - a.figures);
  const asked = { collection: most!.code, indicator: 'persons-convicted', breakdown: '_T' };
  const { answer } = useAnswer<Trends>(page.ask('/v1/trends', { ...asked, limit: '1000' }));
  if (!answer || answer.series.length === 0) return null;
  const bars = directions.map((direction) => {
    const found = answer.series.filter((series) => shownDirection(series) === direction);
    const isListed = direction === 'rising' || direction === 'falling';
    return {
      ...{ key: direction, label: directionName(direction, page.texts), count: found.length },
      shown: words.states(found.length),
      ...(isListed && found.length > 0 ? { names: namesOf(found, page) } : {}),
    };
  });
  return (
    <article class="box">
      <h3>{words.directions}</h3>
      <p>
        <small>{words.directionsOf(most!.name)}</small>
      </p>
      <Bars bars={bars} />
      <p>
        <a href={page.link({ page: 'trends', ...asked, layout: 'multiples', order: 'direction' })}>
          {words.seeAll}
        </a>
      </p>
    </article>
  );
}

function namesOf(series: readonly Series[], { compare, texts }: Page): string {
  const names = series.map(({ respondent }) => respondent.name).sort(compare);
  return names.slice(0, namesAtMost).join(texts.comma) + (names.length > namesAtMost ? ' …' : '');
}
