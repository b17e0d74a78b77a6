/** The share of a part in its total by year, of a region or a list: sums over sums, with who is in them and who is not. */
import type { Shares as SharesAnswer } from '@rapporteur/contract';
import { rateValueText } from '../../../charts/rates.js';
import { useAnswer } from '../../../page/ask.js';
import { usePage, type Page } from '../../../page/page-context.js';
import { Citation } from '../../../parts/citation.js';
import { StateOf } from '../../../parts/state-of.js';
import { Members } from './members.js';
import { YearTable } from './year-table.js';

interface Props {
  /** The name of the part. */
  readonly part: string;
  readonly caption: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}

function shareText(share: number | { low: number | null; high: number | null } | null, page: Page): string {
  if (share === null) return '';
  const percent = new Intl.NumberFormat(page.language, { style: 'percent', maximumFractionDigits: 1 });
  if (typeof share === 'number') return percent.format(share);
  return `${percent.format(share.low ?? 0)}–${percent.format(share.high ?? 1)}`;
}

export function Shares({ part, caption, query }: Props) {
  const page = usePage();
  const words = page.texts.compare;
  const asked = useAnswer<SharesAnswer>(page.ask('/v1/shares', query));
  return (
    <StateOf asked={asked}>
      {({ panel, position }) => (
        <section class="together">
          <h3>{caption}</h3>
          {panel && (
            <Members
              {...panel}
              leftOut={panel.leftOut.map(({ respondent }) => respondent.name)}
              refused={panel.refused}
            >
              <YearTable
                caption={caption}
                heads={[part, words.together.total, words.together.share, words.ranking.interval]}
                rows={panel.years.map((one) => ({
                  year: one.year,
                  cells: [
                    rateValueText({ rate: one.part }, page),
                    rateValueText({ rate: one.total }, page),
                    shareText(one.share, page),
                    shareText(one.interval, page),
                  ],
                }))}
              />
            </Members>
          )}
          <Citation what={caption} position={position} data={page.askAt('/v1/shares', position, query)} />
        </section>
      )}
    </StateOf>
  );
}
