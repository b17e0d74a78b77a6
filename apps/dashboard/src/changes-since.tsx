/** What changed between the day that is looked at and today, figure by figure. */
import type { Changes } from './answers.js';
import { useAnswer } from './ask.js';
import { figureText, seriesText } from './figure-words.js';
import { today, usePage } from './page-context.js';
import { StateOf } from './state-of.js';

/** In: the day, and the query of what is shown. A day that is not before today has nothing after it. */
export function ChangesSince({
  day,
  shown,
}: {
  day: string;
  shown: Readonly<Record<string, string | undefined>>;
}) {
  const page = usePage();
  const { texts } = page;
  const to = today();
  const path = day < to ? page.askNow('/v1/revisions', { ...shown, from: day, to, limit: '200' }) : undefined;
  const asked = useAnswer<Changes>(path);
  if (path === undefined) return null;
  return (
    <details class="changes">
      <summary>{texts.changedSince(day)}</summary>
      <StateOf asked={asked}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <p>{texts.nothingChanged}</p>}
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  {item.respondent.name}, {seriesText(item, page)}, {item.period}:{' '}
                  {item.before.map((said) => figureText(said, page)).join(' | ') || texts.nothing} →{' '}
                  <a href={page.link({ asOf: undefined, at: undefined, figure: item.id })}>
                    {item.after.map((said) => figureText(said, page)).join(' | ') || texts.nothing}
                  </a>
                </li>
              ))}
            </ul>
            {next && <p>{texts.more(items.length)}</p>}
          </>
        )}
      </StateOf>
    </details>
  );
}
