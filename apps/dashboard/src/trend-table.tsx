/** The table of a panel: a row for each series, a column for each year, other periods and the direction beside them. */
import type { Figure } from './answers.js';
import { directionText, figureText, periodText, seriesText } from './figure-words.js';
import { usePage } from './page-context.js';
import { colourOf, letterOf, type Panel } from './panels.js';

/** A figure that leads to its source. */
export function FigureLink({ figure }: { figure: Figure }) {
  const page = usePage();
  return <a href={page.link({ figure: figure.id })}>{figureText(figure, page)}</a>;
}

export function TrendTable({ panel, caption }: { panel: Panel; caption: string }) {
  const page = usePage();
  const { texts } = page;
  const years = [...new Set(panel.series.flatMap((one) => one.years.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  );
  const hasSpans = panel.series.some(({ spans }) => spans.length > 0);
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.indicator}</th>
            {years.map((year) => (
              <th scope="col" class="number" key={year}>
                {year}
              </th>
            ))}
            {hasSpans && <th scope="col">{texts.otherPeriods}</th>}
            <th scope="col">{texts.direction}</th>
          </tr>
        </thead>
        <tbody>
          {panel.series.map((series, i) => (
            <tr key={seriesText(series, page)}>
              <th scope="row">
                <span class="letter" style={{ borderColor: colourOf(i) }}>
                  {letterOf(i)}
                </span>{' '}
                {seriesText(series, page)}
              </th>
              {years.map((year) => {
                const figure = series.years.find((one) => one.year === year);
                return (
                  <td class="number" key={year}>
                    {figure ? <FigureLink figure={figure} /> : <span class="unseen">{texts.noFigure}</span>}
                  </td>
                );
              })}
              {hasSpans && (
                <td>
                  {series.spans.map((span) => (
                    <div key={span.id}>
                      {periodText(span, page)}: <FigureLink figure={span} />
                    </div>
                  ))}
                </td>
              )}
              <td class="words">{directionText(series, page)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
