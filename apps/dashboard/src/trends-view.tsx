/** Trends: choose, see each panel as chart and table, read its direction, cite and download it. */
import { useMemo, useRef } from 'preact/hooks';
import { askedAs, type Params } from './address.js';
import type { List, Round, Series, Trends } from './answers.js';
import { useAnswer } from './ask.js';
import { ChartKey } from './chart-key.js';
import { ChangesBetween } from './changes-between.js';
import { Citation } from './citation.js';
import { Downloads } from './downloads.js';
import type { ChartOptions } from './draw-chart.js';
import { topOf } from './draw-chart.js';
import { Multiples } from './multiples.js';
import { isDrawable, toDrawing, yearsIn } from './marks.js';
import { usePage, type Page } from './page-context.js';
import { PanelView } from './panel-view.js';
import { toPanels, type Panel } from './panels.js';
import { usualBase } from './scale.js';
import { ScaleNotes } from './scale-notes.js';
import { StateOf } from './state-of.js';
import { Still } from './still.js';
import { DrawingChoice, TrendChoice } from './trend-choice.js';
import { toSettings, type Settings } from './trend-settings.js';
import { useGrowing } from './use-growing.js';
import { VintageSlider } from './vintage-slider.js';

/** Series in one answer: the API's limit. */
const seriesAtMost = '1000';
/** With more charts than this they are small, and share one table. */
const panelsAtMost = 12;

function trendsPath(page: Page, settings: Settings, position?: number): string {
  const { respondent, indicator, collection, breakdown } = settings;
  const { from, to } = page.params;
  const asked = { respondent, indicator, collection, breakdown, from, to, limit: seriesAtMost };
  return position === undefined ? page.ask('/v1/trends', asked) : page.askAt('/v1/trends', position, asked);
}

export function TrendsView() {
  const page = usePage();
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds'));
  return (
    <StateOf asked={rounds}>
      {({ items }) =>
        items.length === 0 ? <p class="state">{page.texts.empty}</p> : <Collections rounds={items} />
      }
    </StateOf>
  );
}

function Collections({ rounds }: { rounds: readonly Round[] }) {
  const page = usePage();
  const collections = [...new Set(rounds.map(({ collection }) => collection))];
  const settings = useMemo(() => toSettings(page.params, rounds), [page, rounds]);
  const { respondent, indicator, collection } = settings;
  const trends = useAnswer<Trends>(trendsPath(page, settings));
  return (
    <>
      <TrendChoice collections={collections} settings={settings} hasAnswer={trends.answer !== undefined} />
      <VintageSlider rounds={rounds} collection={collection} />
      <ChangesBetween shown={{ respondent, indicator, collection }} />
      <StateOf asked={trends}>{(answer) => <Shown answer={answer} settings={settings} />}</StateOf>
    </>
  );
}

const latestOf = ({ years }: Series): number => {
  const last = years.at(-1);
  return last?.value ?? Math.max(-1, ...(last?.values?.map(({ value }) => value ?? -1) ?? []));
};
const isClear = ({ direction }: Series) => direction === 'rising' || direction === 'falling';

/** By name, latest figure or direction; what can be drawn before what cannot. */
function sortPanels(panels: readonly Panel[], { order }: Settings, page: Page): Panel[] {
  const keyOf = ({ members }: Panel): number => {
    if (order === 'latest') return -Math.max(...members.map(({ series }) => latestOf(series)));
    return order === 'direction' ? -members.filter(({ series }) => isClear(series)).length : 0;
  };
  const rows = panels.map((panel) => ({ panel, key: keyOf(panel), drawable: isDrawable(panel) }));
  rows.sort(
    (a, b) =>
      a.key - b.key ||
      page.compare(a.panel.respondent.name, b.panel.respondent.name) ||
      Number(b.drawable) - Number(a.drawable),
  );
  return rows.map(({ panel }) => panel);
}

/** The options that all charts have in common; the same object while they say the same, or every chart would be drawn anew. */
function useOptions(panels: readonly Panel[], settings: Settings, isSmall: boolean) {
  const page = usePage();
  const { scale, isSameAxis } = settings;
  const usual = useMemo(
    () => usualBase(panels.flatMap(({ members }) => members.map(({ series }) => series))),
    [panels],
  );
  const base = settings.base ?? usual;
  const text = useMemo(() => {
    const shared: Omit<ChartOptions, 'width'> = { scale, base, isSmall, height: isSmall ? 150 : 240 };
    const top = (panel: Panel) => topOf(toDrawing(panel, shared, page));
    return JSON.stringify({
      ...shared,
      ...(isSmall ? { years: yearsIn(panels) } : {}),
      ...(isSameAxis ? { top: panels.reduce((most, panel) => Math.max(most, top(panel)), 0) } : {}),
    });
  }, [panels, scale, base, isSmall, isSameAxis, page]);
  return { usual, options: useMemo(() => JSON.parse(text) as Omit<ChartOptions, 'width'>, [text]) };
}

/** Panels that say what they said before stay the same objects: only charts with news are drawn anew. */
function useSteady(panels: readonly Panel[]): readonly Panel[] {
  const before = useRef(new Map<string, { readonly text: string; readonly panel: Panel }>());
  return useMemo(() => {
    const kept = panels.map((panel) => {
      const text = JSON.stringify(panel);
      const known = before.current.get(panel.key);
      return known?.text === text ? known : { text, panel };
    });
    before.current = new Map(kept.map((one) => [one.panel.key, one]));
    return kept.map(({ panel }) => panel);
  }, [panels]);
}

interface ShownProps {
  readonly answer: Trends;
  readonly settings: Settings;
}

function Shown({ answer, settings }: ShownProps) {
  const page = usePage();
  const { texts } = page;
  const { order } = settings;
  const sorted = useMemo(
    () => sortPanels(toPanels(answer.series), settings, page),
    [answer, order, page.language],
  );
  const panels = useSteady(sorted);
  const layout = settings.layout ?? (panels.length > panelsAtMost ? 'multiples' : 'panels');
  const { usual, options } = useOptions(panels, settings, layout === 'multiples');
  const what = settings.collection ?? texts.allCollections;
  const years = yearsIn(panels);
  if (panels.length === 0) return <p class="state">{texts.nothingMatches}</p>;
  return (
    <>
      <DrawingChoice
        settings={settings}
        layout={layout}
        usual={usual}
        years={years ? Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i) : []}
      />
      {answer.next && <p class="state">{texts.charts.truncated(answer.series.length)}</p>}
      <Citation
        what={what}
        position={answer.position}
        fixed={settings.fixed}
        data={trendsPath(page, settings, answer.position)}
      />
      <Downloads
        name="trends"
        table={trendsPath(page, settings, answer.position)}
        what={what}
        position={answer.position}
        fixed={settings.fixed}
        panels={panels}
        options={options}
      />
      <ChartKey />
      <ScaleNotes panels={panels} options={options} />
      {layout === 'multiples' ? (
        <Multiples panels={panels} options={options} />
      ) : (
        <Panels
          panels={panels}
          options={options}
          what={what}
          position={answer.position}
          fixed={settings.fixed}
        />
      )}
    </>
  );
}

interface PanelsProps {
  readonly panels: readonly Panel[];
  readonly options: Omit<ChartOptions, 'width'>;
  readonly what: string;
  readonly position: number;
  readonly fixed: Params;
}

function Panels({ panels, ...rest }: PanelsProps) {
  const shown = useGrowing(panels, 6, askedAs(usePage().params));
  return (
    <>
      {panels.slice(0, shown).map((panel) => (
        <Still key={panel.key} on={[panel, rest.options, rest.position, rest.fixed]}>
          {() => <PanelView panel={panel} {...rest} />}
        </Still>
      ))}
    </>
  );
}
