/** The series and indicators of an outline, with what there is to be said and shown of each. */
import { breakdownOf, givesFigure, indicators, type CellStatement } from '@rapporteur/domain';
import { seriesOf } from '../claims/select.js';
import { subregionOf, subregions } from '../claims/subregions.js';
import { lowerFirst, writeBreakdown, writeIndicator } from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import type { Facts } from '../facts/facts.js';

export interface OutlineSeries {
  readonly respondent: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly name: string;
  readonly yearly: number;
}

/** Years that a table by region shows. */
const panelYears = 5;

/** Items with different keys, the last of each. */
export function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** The series of one respondent; without facts those that the compiler counted of the replies. */
export function toSeries(
  figures: readonly CellStatement[],
  respondent: string,
  facts: Facts | undefined,
  language: ReportLanguage,
): OutlineSeries[] {
  const own = figures.filter((s) => s.respondent === respondent);
  // Without facts: what the compiler counted of the replies, which belongs to no theme.
  const chosen = facts
    ? own
    : own.filter(({ code }) => !indicators.find((each) => each.code === code)?.theme);
  return distinct(chosen, (s) => `${s.code} ${s.breakdown}`).map(({ code: indicator, breakdown }) => {
    const split = writeBreakdown(breakdownOf(breakdown), language);
    const name = lowerFirst(writeIndicator(indicator, language));
    const yearly = facts
      ? seriesOf(facts, { respondent, indicator, breakdown }).filter(
          ({ year, qualifier }) => year !== null && givesFigure(qualifier),
        )
      : [];
    return {
      respondent,
      indicator,
      breakdown,
      name: split === '' ? name : language.say('figure.split', { counted: name, split: lowerFirst(split) }),
      yearly: new Set(yearly.map(({ year }) => year)).size,
    };
  });
}

/** Indicators with yearly figures of several respondents or years, for conclusions and for tables by region. */
export function toIndicators(ofRound: readonly CellStatement[], facts: Facts, language: ReportLanguage) {
  const replied = new Set(facts.respondents);
  const totals = ofRound.filter(
    (s) => s.breakdown === '_T' && s.year !== null && givesFigure(s.qualifier) && replied.has(s.respondent),
  );
  return indicators.flatMap(({ code, theme }) => {
    const own = totals.filter((s) => s.code === code);
    if (own.length === 0 && !askedAbout.includes(code)) return [];
    const years = new Set(own.map(({ respondent, year }) => `${respondent} ${year}`)).size;
    const several = years > new Set(own.map(({ respondent }) => respondent)).size;
    const last = lastWellKnown(own);
    const present = new Set(own.map(({ respondent }) => subregionOf(respondent) ?? 'none'));
    return [
      {
        code,
        theme: theme ?? null,
        /** Whether a conclusion on its direction is due: somebody gave two years, or the Council asks. */
        concludes: several || askedAbout.includes(code),
        name: writeIndicator(code, language),
        from: own.length === 0 ? null : String(last - panelYears + 1),
        to: own.length === 0 ? null : String(last),
        regions: [...subregions, 'none'].filter((region) => present.has(region)),
      },
    ];
  });
}

/** The latest year for which at least half as many gave a figure as for the best-known year: the last ones are still coming in. */
function lastWellKnown(yearly: readonly CellStatement[]): number {
  const counts = new Map<number, Set<string>>();
  for (const { year, respondent } of yearly)
    counts.set(year!, (counts.get(year!) ?? new Set()).add(respondent));
  const most = Math.max(...[...counts.values()].map(({ size }) => size));
  return Math.max(...[...counts].flatMap(([year, { size }]) => (size * 2 >= most ? year : [])));
}

/** What the Council asks about in any case: whether the answer is in the figures or not. */
const askedAbout: readonly string[] = ['cases-investigated', 'persons-prosecuted', 'persons-convicted'];
