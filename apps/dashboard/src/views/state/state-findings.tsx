/** What a State said without a number, by theme and topic, with its own words where they are kept. */
import type { Finding, List, Topic } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { groupBy } from '../../page/group-by.js';
import { usePage } from '../../page/page-context.js';
import { sourceText } from '../../parts/source-text.js';
import { StateOf } from '../../parts/state-of.js';
import './state.css';

export function StateFindings({ respondent }: { readonly respondent: string }) {
  const page = usePage();
  const { texts } = page;
  const asked = useAnswer<List<Finding>>(page.ask('/v1/findings', { respondent, limit: '1000' }));
  return (
    <section class="of-state">
      <h2>{texts.pages.findings}</h2>
      <StateOf asked={asked}>
        {({ items }) =>
          items.length === 0 ? <p class="state">{texts.noFindings}</p> : <FindingsOfState findings={items} />
        }
      </StateOf>
    </section>
  );
}

/** The findings of one State, in one list by topic. */
export function FindingsOfState({ findings }: { readonly findings: readonly Finding[] }) {
  const page = usePage();
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', { limit: '1000' })).answer?.items ?? [];
  const themes = new Map(topics.map(({ theme }) => [theme.code, theme.name]));
  const sorted = [...findings].sort(
    (a, b) => page.compare(a.theme, b.theme) || page.compare(a.topic.name, b.topic.name),
  );
  return (
    <dl class="said">
      {[...groupBy(sorted, ({ topic }) => topic.code).values()].map((group) => (
        <div key={group[0]!.topic.code}>
          <dt>
            <span lang={page.language}>{group[0]!.topic.name}</span>{' '}
            <small lang={page.language}>{themes.get(group[0]!.theme)}</small>
          </dt>
          {group.map((finding) => (
            <dd key={finding.id}>
              {finding.detail && <span lang={page.language}>{finding.detail.name} </span>}
              <a href={page.link({ event: String(finding.event) })}>{sourceText(finding, page.texts)}</a>
              <Words finding={finding} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** What the letter says, where its passage is kept, or where on its page it is; and what whoever coded it noted. */
function Words({ finding: { id, evidence, note } }: { readonly finding: Finding }) {
  const page = usePage();
  const quote = evidence?.quote;
  return (
    <>
      {quote && (
        <blockquote lang={evidence.language ?? ''} dir="auto">
          {quote}
        </blockquote>
      )}
      {evidence?.region && (
        <>
          {' · '}
          <a href={page.link({ figure: id })}>{page.texts.framedOn(evidence.page!)}</a>
        </>
      )}
      {note && note !== quote && (
        <p class="note" lang="" dir="auto">
          {note}
        </p>
      )}
    </>
  );
}
