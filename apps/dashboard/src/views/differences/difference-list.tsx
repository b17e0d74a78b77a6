/** The differences one by one, the largest first, each figure a link to its source. */
import type { Differences } from '@rapporteur/contract';
import { endsOf, usePage } from '../../page/page-context.js';
import { differenceText, figureText, periodText, seriesText } from '../../parts/figure-words.js';
import { useGrowing } from '../../parts/use-growing.js';
import '../../parts/checks/check-list.css';

/** How many rows are added to the page at a time. */
const rowsAtATime = 60;

type Item = Differences['items'][number];

export function DifferenceList({ items }: { items: readonly Item[] }) {
  const page = usePage();
  const { texts } = page;
  const words = texts.checks.differences;
  const shown = items.slice(0, useGrowing(items, rowsAtATime));
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={words.list}>
      <table class="differences read-down">
        <caption>{words.list}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.respondent}</th>
            <th scope="col">{texts.kind}</th>
            <th scope="col">{texts.checks.what}</th>
            <th scope="col">{texts.period}</th>
            <th scope="col" class="number">
              {words.before}
            </th>
            <th scope="col" class="number">
              {words.after}
            </th>
            <th scope="col" class="number">
              {words.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item }: { item: Item }) {
  const page = usePage();
  const { texts } = page;
  const words = texts.checks.differences;
  const { id, kind, respondent, period, before, after, difference, percentage } = item;
  const said = (figures: Item['before']) =>
    figures.length === 0 ? (
      <span>{page.capital(words.nothingSaid)}</span>
    ) : (
      <a href={page.link({ figure: id })}>{figures.map((one) => figureText(one, page)).join(' | ')}</a>
    );
  const [by, percent] = [differenceText(difference, page), differenceText(percentage, page, ' %')];
  return (
    <tr>
      <th scope="row" lang={page.language}>
        {respondent.name}
      </th>
      <td data-name={texts.kind}>{page.capital(words.kinds[kind])}</td>
      <td class="words">{seriesText(item, page)}</td>
      <td class="period" data-name={texts.period}>
        {periodText({ period, ...endsOf(period) }, page)}
      </td>
      <td class="number" data-name={words.before}>
        {said(before)}
      </td>
      <td class="number" data-name={words.after}>
        {said(after)}
      </td>
      <td class="number" data-name={by === '' ? undefined : words.difference}>
        {by} {percent !== '' && <small>({percent})</small>}
      </td>
    </tr>
  );
}
