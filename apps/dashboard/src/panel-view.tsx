/** One panel: the sentence, the chart, its legend and downloads, and the table beside it. */
import { useMemo } from 'preact/hooks';
import type { Params } from './address.js';
import { Chart } from './chart.js';
import { DownloadPicture } from './downloads.js';
import type { ChartOptions } from './draw-chart.js';
import { sayChart } from './figure-words.js';
import { isDrawable, yearsIn } from './marks.js';
import { usePage } from './page-context.js';
import type { Panel } from './panels.js';
import { TrendTable, yearsAtEase } from './trend-table.js';

interface Props {
  readonly panel: Panel;
  readonly options: Omit<ChartOptions, 'width'>;
  readonly what: string;
  readonly position: number;
  readonly fixed: Params;
}

export function PanelView({ panel, options, what, position, fixed }: Props) {
  const page = usePage();
  const { texts } = page;
  const unit = texts.units[panel.unit] ?? panel.unit;
  const { name } = panel.respondent;
  const series = useMemo(() => panel.members.map((member) => member.series), [panel]);
  // A table of many years needs the width for itself.
  const years = yearsIn([panel]);
  const isLong = years !== undefined && years[1] - years[0] >= yearsAtEase;
  return (
    <article class="panel" data-panel={panel.key}>
      <h2>
        <span lang={page.language}>{name}</span> <small>{unit}</small>
      </h2>
      <p class="says">{sayChart(series, page)}</p>
      <div class={isLong ? 'stacked' : 'side-by-side'}>
        {isDrawable(panel) && (
          <figure>
            <Chart panel={panel} label={texts.chartOf(name, unit)} options={options} />
            <DownloadPicture panel={panel} options={options} what={what} position={position} fixed={fixed} />
          </figure>
        )}
        <TrendTable members={panel.members} caption={texts.tableOf(name, unit)} />
      </div>
    </article>
  );
}
