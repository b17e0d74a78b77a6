/** Findings by topic: which respondents report it, with the list to copy and the paragraph of each. */
import { useState } from 'preact/hooks';
import { collectionOf, goTo } from './address.js';
import type { Finding, List, Topic } from './answers.js';
import { useAnswer } from './ask.js';
import { Citation } from './citation.js';
import { usePage } from './page-context.js';
import { placeText } from './place-text.js';
import { StateOf } from './state-of.js';

export function FindingsView() {
  const page = usePage();
  const { texts, params } = page;
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', { limit: '1000' }));
  const findings = useAnswer<List<Finding>>(
    page.ask('/v1/findings', { topic: params.topic, collection: collectionOf(params), limit: '1000' }),
  );
  return (
    <>
      <TopicChoice topics={topics.answer?.items ?? []} />
      <StateOf asked={findings}>
        {({ items, position }) =>
          items.length === 0 ? (
            <p class="state">{texts.noFindings}</p>
          ) : (
            <>
              {[...groupByTopic(items).values()].map((group) => (
                <TopicFindings key={group[0]!.topic.code} findings={group} />
              ))}
              <Citation what={texts.pages.findings} position={position} />
            </>
          )
        }
      </StateOf>
    </>
  );
}

function TopicChoice({ topics }: { topics: readonly Topic[] }) {
  const page = usePage();
  const { texts } = page;
  const themes = new Map(topics.map(({ theme }) => [theme.code, theme.name]));
  return (
    <section class="choice" aria-label={texts.choose}>
      <label>
        {texts.topic}
        <select
          value={page.params.topic ?? ''}
          onChange={(event) => goTo(page.link({ topic: event.currentTarget.value || undefined }))}
        >
          <option value="">{texts.allTopics}</option>
          {[...themes].sort().map(([code, name]) => (
            <optgroup key={code} label={`${code} ${name}`}>
              {topics
                .filter(({ theme }) => theme.code === code)
                .map((topic) => (
                  <option key={topic.code} value={topic.code}>
                    {topic.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
    </section>
  );
}

/** Findings by topic, in the order of themes. */
function groupByTopic(items: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  const sorted = [...items].sort((a, b) => (a.theme + a.topic.code < b.theme + b.topic.code ? -1 : 1));
  for (const item of sorted) groups.set(item.topic.code, [...(groups.get(item.topic.code) ?? []), item]);
  return groups;
}

function TopicFindings({ findings }: { findings: readonly Finding[] }) {
  const page = usePage();
  const { texts } = page;
  const [copied, setCopied] = useState(false);
  const sorted = [...findings].sort((a, b) => page.compare(a.respondent.name, b.respondent.name));
  const names = [...new Set(sorted.map(({ respondent }) => respondent.name))];
  const lists = new Intl.ListFormat(page.language, { type: 'conjunction' });
  const copy = async () => {
    await navigator.clipboard.writeText(lists.format(names));
    setCopied(true);
  };
  const { topic, theme } = findings[0]!;
  return (
    <article class="panel">
      <h2>
        <span lang={page.language}>{topic.name}</span>{' '}
        <small>
          {theme} · {texts.countStates(page.number(names.length))}
        </small>
      </h2>
      <ul class="states">
        {sorted.map((finding) => (
          <li key={finding.id}>
            <a href={page.link({ event: String(finding.event) })}>{finding.respondent.name}</a>{' '}
            <small title={finding.note}>
              {finding.detail && `${finding.detail.name}; `}
              {placeText(finding, texts)}
            </small>
          </li>
        ))}
      </ul>
      <button type="button" aria-label={`${texts.copy}: ${topic.name}`} onClick={() => void copy()}>
        {texts.copy}
      </button>{' '}
      <span role="status">{copied ? texts.copied : ''}</span>
    </article>
  );
}
