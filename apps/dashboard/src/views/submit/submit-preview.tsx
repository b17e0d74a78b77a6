/** What an entry will change in the tables, before it is sent. */
import type { ReplyPreview } from '@rapporteur/contract';
import type { CodeLists } from './submit-rows.js';
import { breakdownText, figureText, periodText } from '../../parts/figure-words.js';
import { endsOf, usePage } from '../../page/page-context.js';

type Changes = ReplyPreview['changes'];

export function PreviewTable({ preview, lists }: { preview: ReplyPreview; lists: CodeLists }) {
  const page = usePage();
  const { texts } = page;
  const { submit } = texts;
  const { figures, findings } = preview.changes;
  const isNothing = figures.length + findings.added.length + findings.withdrawn.length === 0;
  const say = (said: Changes['figures'][number]['before']) =>
    said.map((one) => figureText(one, page)).join(' | ') || texts.nothing;
  const nameOf = (list: readonly { code: string; name: string }[], code: string) =>
    list.find((one) => one.code === code)?.name ?? code;
  const findingList = (title: string, items: Changes['findings']['added']) =>
    items.length > 0 && (
      <>
        <h4>{title}</h4>
        <ul>
          {items.map(({ id, topic, paragraph }) => (
            <li key={id}>
              {nameOf(lists.topics, topic)}{' '}
              {paragraph !== undefined && (
                <small>
                  {texts.paragraph} {paragraph}
                </small>
              )}
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <section class="preview" aria-label={submit.preview}>
      <h3 id="preview" tabIndex={-1}>
        {submit.preview}
      </h3>
      {preview.late && <p>{submit.isLate}</p>}
      {isNothing && <p>{submit.nothingChanges}</p>}
      {figures.length > 0 && (
        <div class="scroll" role="region" tabIndex={0} aria-label={submit.preview}>
          <table>
            <thead>
              <tr>
                {[submit.indicator, texts.period, submit.before, submit.after].map((name, i) => (
                  <th scope="col" key={name} class={i > 1 ? 'number' : undefined}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.map(({ id, indicator, breakdown, period, before, after }) => (
                <tr key={id}>
                  <th scope="row">
                    {nameOf(lists.indicators, indicator)}
                    {Object.keys(breakdown).length > 0 && ` (${breakdownText(breakdown, page)})`}
                  </th>
                  <td>{periodText({ period, ...endsOf(period) }, page)}</td>
                  <td class="number">{say(before)}</td>
                  <td class="number">
                    <strong>{say(after)}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {findingList(submit.findingsAdded, findings.added)}
      {findingList(submit.findingsWithdrawn, findings.withdrawn)}
    </section>
  );
}
