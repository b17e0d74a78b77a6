/** A collection: its name, whom and what it covers, its latest round, and where to read it. */
import type { Overview } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { quoteIn } from '../../parts/evidence/quoted.js';

export type OverviewCollection = Overview['collections'][number];

export function CollectionCard({ collection }: { readonly collection: OverviewCollection }) {
  const page = usePage();
  const words = page.texts.overview;
  const { code, name, respondents, figures, findings, firstYear, lastYear, latest } = collection;
  const covers = [
    words.respondents(respondents),
    firstYear && lastYear
      ? page.texts.compare.isSo(words.figures(figures), words.years(String(firstYear), String(lastYear)))
      : words.figures(figures),
    ...(findings > 0 ? [words.findings(findings)] : []),
  ];
  // A round without a title is named by its code under the name of its collection.
  const title = latest.title === latest.id ? latest.id.slice(code.length + 1) : latest.title;
  const day = latest.receivedOn ? page.day(latest.receivedOn) : undefined;
  return (
    <li class="box">
      <h3 lang={page.language}>{name}</h3>
      <p>{page.list(covers)}</p>
      <p>
        <small>
          {quoteIn((quoted) => words.latest(quoted, day), title)}
          {latest.symbol && (
            <>
              {' ·\u00a0'}
              <span dir="ltr">{latest.symbol}</span>
            </>
          )}
        </small>
      </p>
      <div class="ways">
        {figures > 0 && <a href={page.link({ page: 'trends', collection: code })}>{words.toTrends}</a>}
        <a href={page.link({ page: 'round', round: latest.id })}>{words.toRound}</a>
        {findings > 0 && <a href={page.link({ page: 'findings', collection: code })}>{words.toFindings}</a>}
      </div>
    </li>
  );
}
