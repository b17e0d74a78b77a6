/** Findings by topic: which respondents report it, with the list to copy and the paragraph of each. */
import { useRef, useState } from 'preact/hooks';
import { collectionOf, goTo } from '../../page/address.js';
import type { Finding, List, Respondent, Topic } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { groupBy } from '../../page/group-by.js';
import { Filter, namesIn } from '../../parts/filters.js';
import { Citation } from '../../parts/citation.js';
import { usePage } from '../../page/page-context.js';
import { sourceText } from '../../parts/source-text.js';
import { StateOf } from '../../parts/state-of.js';
import { FindingsOfState } from '../state/state-findings.js';
import './findings.css';

export function FindingsView() {
  const page = usePage();
  const { texts, params } = page;
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', { limit: '1000' }));
  const findings = useAnswer<List<Finding>>(
    page.ask('/v1/findings', {
      topic: params.topic,
      respondent: params.about,
      collection: collectionOf(params),
      limit: '1000',
    }),
  );
  const themeOf = (code: string) => topics.answer?.items.find((one) => one.code === code)?.theme.name;
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' }));
  const withFindings = namesIn(
    (respondents.answer?.items ?? []).filter(({ rounds }) => rounds.length > 0),
    page.compare,
  );
  return (
    <>
      <section class="choice" aria-label={texts.choose}>
        <TopicChoice topics={topics.answer?.items ?? []} />
        <Filter
          label={texts.respondent}
          name="about"
          none={texts.checks.allRespondents}
          options={withFindings}
        />
      </section>
      <StateOf asked={findings}>
        {({ items, position }) =>
          items.length === 0 ? (
            <p class="state">{texts.noFindings}</p>
          ) : (
            <>
              {params.about ? (
                <FindingsOfState findings={items} />
              ) : (
                [...groupByTopic(items).values()].map((group) => (
                  <TopicFindings
                    key={group[0]!.topic.code}
                    findings={group}
                    theme={themeOf(group[0]!.topic.code)}
                  />
                ))
              )}
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
  );
}

/** Findings by topic, in the order of themes. */
function groupByTopic(items: readonly Finding[]): Map<string, Finding[]> {
  const sorted = [...items].sort((a, b) => (a.theme + a.topic.code < b.theme + b.topic.code ? -1 : 1));
  return groupBy(sorted, ({ topic }) => topic.code);
}

interface TopicProps {
  readonly findings: readonly Finding[];
  /** The name of the theme that the topic belongs to; undefined while it is not known. */
  readonly theme: string | undefined;
}

function TopicFindings({ findings, theme }: TopicProps) {
  const page = usePage();
  const { texts } = page;
  const [copied, setCopied] = useState(false);
  const sorted = [...findings].sort((a, b) => page.compare(a.respondent.name, b.respondent.name));
  const names = [...new Set(sorted.map(({ respondent }) => respondent.name))];
  // The United Nations write no comma before "and".
  const lists = new Intl.ListFormat(page.language === 'en' ? 'en-GB' : page.language, {
    type: 'conjunction',
  });
  const list = useRef<HTMLParagraphElement>(null);
  const copy = async () => {
    await copyText(list.current!);
    setCopied(true);
  };
  const { topic } = findings[0]!;
  return (
    <article class="box">
      <h2>
        <span lang={page.language}>{topic.name}</span>{' '}
        <small>
          {theme && (
            <>
              <span lang={page.language}>{theme}</span> ·{' '}
            </>
          )}
          {texts.countStates(names.length)}
        </small>
      </h2>
      <ul class="states">
        {sorted.map((finding) => (
          <li key={finding.id}>
            <a href={page.link({ event: String(finding.event) })}>{finding.respondent.name}</a>{' '}
            <small lang={page.language}>
              {finding.detail && finding.detail.name + texts.separator}
              {sourceText(finding, texts)}
            </small>
            {finding.note && (
              <small class="note" lang="" dir="auto">
                {finding.note}
              </small>
            )}
          </li>
        ))}
      </ul>
      <p class="footnote" lang={page.language} ref={list}>
        {lists.format(names)}
      </p>
      <button type="button" aria-label={texts.copy + texts.colon + topic.name} onClick={() => void copy()}>
        {texts.copy}
      </button>{' '}
      <span role="status">{copied ? texts.copied : ''}</span>
    </article>
  );
}

/** A page that came without TLS from another machine has no clipboard API. Then the text is selected and copied. */
async function copyText(element: HTMLElement): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(element.innerText);
  getSelection()?.selectAllChildren(element);
  document.execCommand('copy');
  return undefined;
}
