/** The yearly sums of a panel, as numbers or per so many people, with who is in them and who is not. */
import type { Indicator, Panel } from '@rapporteur/contract';
import { intervalText, noRateText, rateValueText } from '../../../charts/rates.js';
import { useAnswer } from '../../../page/ask.js';
import { usePage, type Page } from '../../../page/page-context.js';
import { Citation } from '../../../parts/citation.js';
import { StateOf } from '../../../parts/state-of.js';
import { Members } from './members.js';
import { YearTable } from './year-table.js';

interface Props {
  readonly indicator: Indicator;
  /** What is shown, of whom, in words. */
  readonly caption: string;
  readonly per: string | undefined;
  readonly query: Readonly<Record<string, string | undefined>>;
}

export function Sums({ indicator, caption, per, query }: Props) {
  const page = usePage();
  const { texts } = page;
  const asked = useAnswer<Panel>(page.ask('/v1/panels', query));
  const unit = texts.units[indicator.unit] ?? indicator.unit;
  const rateHead = per && texts.charts.rates.per(page.number(Number(per)));
  return (
    <StateOf asked={asked}>
      {(panel) => (
        <section class="together">
          <h3>{caption}</h3>
          <Members {...panel} leftOut={panel.leftOut.map(({ respondent }) => respondent.name)}>
            <p class="says">{texts.compare.together.behind}</p>
            <YearTable
              caption={caption}
              linkOf={(year) =>
                page.link({
                  part: 'ranking',
                  year: String(year),
                  respondent: undefined,
                  from: undefined,
                  to: undefined,
                })
              }
              heads={[
                unit,
                ...(rateHead
                  ? [texts.compare.ranking.population, rateHead, texts.compare.ranking.interval]
                  : []),
              ]}
              rows={panel.years.map(({ year, value }) => ({
                year,
                cells: [
                  rateValueText({ rate: value }, page),
                  ...rateCells(
                    panel.rates?.find((one) => one.year === year),
                    page,
                  ),
                ],
              }))}
            />
          </Members>
          <Citation
            what={caption}
            position={panel.position}
            data={page.askAt('/v1/panels', panel.position, query)}
          />
        </section>
      )}
    </StateOf>
  );
}

/** Population, rate or why there is none, and limits; nothing where rates are not shown. */
const rateCells = (rate: NonNullable<Panel['rates']>[number] | undefined, page: Page) =>
  rate
    ? [
        rateValueText({ rate: rate.population }, page),
        rateValueText(rate, page) || noRateText(rate.reason ?? '', page),
        intervalText(rate, page),
      ]
    : [];
