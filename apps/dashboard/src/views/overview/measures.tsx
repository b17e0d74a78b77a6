/** The third question: which topics the most States reported. */
import type { Finding, List } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { groupBy } from '../../page/group-by.js';
import { usePage } from '../../page/page-context.js';
import { Bars } from './bars.js';
import type { OverviewCollection } from './collection-card.js';

const topicsAtMost = 6;

export function Measures({ collections }: { readonly collections: readonly OverviewCollection[] }) {
  const page = usePage();
  const words = page.texts.overview;
  const [most] = [...collections].sort((a, b) => b.findings - a.findings);
  const collection = most!.code;
  const { answer } = useAnswer<List<Finding>>(page.ask('/v1/findings', { collection, limit: '1000' }));
  const topics = [...groupBy(answer?.items ?? [], ({ topic }) => topic.code).values()]
    .map((findings) => ({
      topic: findings[0]!.topic,
      count: new Set(findings.map(({ respondent }) => respondent.code)).size,
    }))
    .sort((a, b) => b.count - a.count || page.compare(a.topic.name, b.topic.name))
    .slice(0, topicsAtMost);
  if (topics.length === 0) return null;
  return (
    <article class="box">
      <h3>{words.measures}</h3>
      <p>
        <small>{words.measuresOf(most!.name)}</small>
      </p>
      <Bars
        bars={topics.map(({ topic, count }) => ({
          ...{ key: topic.code, label: topic.name, count },
          shown: words.states(count),
          href: page.link({ page: 'findings', topic: topic.code, collection }),
        }))}
      />
      <p>
        <a href={page.link({ page: 'findings', collection })}>{words.seeAll}</a>
      </p>
    </article>
  );
}
