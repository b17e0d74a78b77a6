/** Ratios of two figures of one year, in words. */
import type { Ratio, Trends } from '@rapporteur/contract';
import { useAnswer } from '../page/ask.js';
import { usePage, type Page } from '../page/page-context.js';
import { StateOf } from './state-of.js';

/** `0.62`, a range if one of the figures is a range, or why there is no ratio. */
export function ratioText({ value }: Pick<Ratio, 'value'>, { texts, ratio }: Page): string {
  const { court } = texts.charts;
  if (value === null) return court.noRatio;
  if (typeof value === 'number') return ratio(value);
  const { low, high } = value;
  if (high === null) return low === null || low === 0 ? court.unlimited : court.from(ratio(low));
  if (low === null || low === 0) return court.upTo(ratio(high));
  return low === high ? ratio(low) : court.between(ratio(low), ratio(high));
}

/** Name, year and value of the ratio of two figures. In: their identifiers. */
export function RatioLine({ figure, over }: { figure: string; over: string }) {
  const page = usePage();
  const { court } = page.texts.charts;
  const [collection, respondent, indicator, breakdown, year = ''] = figure.split('~');
  const asked = useAnswer<Trends>(
    page.ask('/v1/trends', {
      collection,
      respondent,
      breakdown,
      indicator: [indicator, over.split('~')[2]].join(','),
      from: year,
      to: year,
    }),
  );
  return (
    <StateOf asked={asked}>
      {({ ratios }) => {
        const found = ratios.find(
          ({ numerator, denominator }) => numerator.id === figure && denominator.id === over,
        );
        if (!found) return <p>{court.noRatios}</p>;
        return (
          <p>
            <strong>
              {court.ratioIs(court.ratios[found.ratio] ?? found.ratio, found.year, ratioText(found, page))}
            </strong>
          </p>
        );
      }}
    </StateOf>
  );
}
