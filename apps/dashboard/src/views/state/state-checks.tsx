/** What does not fit together in what a State said. */
import type { Inconsistency, List, Named, Topic } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { Sentence, toNames } from '../../parts/checks/inconsistency-sentence.js';
import { StateOf } from '../../parts/state-of.js';

export function StateChecks({ respondent }: { readonly respondent: string }) {
  const page = usePage();
  const { texts } = page;
  const asked = useAnswer<List<Inconsistency>>(
    page.ask('/v1/inconsistencies', { respondent, limit: '1000' }),
  );
  const indicators = useAnswer<List<Named>>(page.askNow('/v1/indicators', { limit: '1000' }));
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', { limit: '1000' }));
  const names = { indicators: toNames(indicators.answer?.items), topics: toNames(topics.answer?.items) };
  return (
    <section class="of-state">
      <h2>{texts.pages.inconsistencies}</h2>
      <StateOf asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="state">{texts.noInconsistencies}</p>
          ) : (
            <ul class="checks-of-state">
              {items.map((item) => (
                <li key={`${item.kind} ${item.message}`}>
                  <Sentence item={item} names={names} />
                </li>
              ))}
            </ul>
          )
        }
      </StateOf>
    </section>
  );
}
