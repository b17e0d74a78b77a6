/** The first view: what this is, what it holds, where to go, and three questions answered. */
import type { Overview } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { StateOf } from '../../parts/state-of.js';
import { CollectionCard } from './collection-card.js';
import { Directions } from './directions.js';
import { Measures } from './measures.js';
import { Reported } from './reported.js';
import { SearchBox } from './search-box.js';
import './overview.css';

export function OverviewView() {
  const page = usePage();
  const words = page.texts.overview;
  const asked = useAnswer<Overview>(page.ask('/v1/overview'));
  return (
    <>
      <p class="lead">{words.what}</p>
      <SearchBox />
      <StateOf asked={asked}>
        {({ collections }) =>
          collections.length === 0 ? (
            <p class="state">{page.texts.empty}</p>
          ) : (
            <>
              <h2>{words.collections}</h2>
              <ul class="cards">
                {collections.map((collection) => (
                  <CollectionCard key={collection.code} collection={collection} />
                ))}
              </ul>
              <h2>{words.questions}</h2>
              <div class="questions">
                <Reported />
                <Directions collections={collections} />
                <Measures collections={collections} />
              </div>
            </>
          )
        }
      </StateOf>
    </>
  );
}
