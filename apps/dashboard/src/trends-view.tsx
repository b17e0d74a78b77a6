/** Trends: choose, see each panel as chart and table, read its direction, cite and download it. */
import { useMemo, useRef } from 'preact/hooks';
import { everything, goTo, type Params } from './address.js';
import type { List, Named, Respondent, Round, Trends } from './answers.js';
import { useAnswer } from './ask.js';
import { ChangesSince } from './changes-since.js';
import { Chart } from './chart.js';
import { Chooser } from './chooser.js';
import { Citation } from './citation.js';
import { isDrawable } from './draw-chart.js';
import { sayChart } from './figure-words.js';
import { usePage, type Page } from './page-context.js';
import { toPanels, type Panel } from './panels.js';
import { saveChart, saveTable } from './save-file.js';
import { StateOf } from './state-of.js';
import { TrendTable } from './trend-table.js';
import { VintageSlider } from './vintage-slider.js';

/** Series on one page: more than this nobody reads at once. */
const seriesAtMost = '200';
/** What the page opens on: from case to court. */
const openingIndicators = 'cases-investigated,persons-arrested,persons-prosecuted,persons-convicted';

/** Indicators of the view, undefined = all: where neither they nor respondents are chosen, the opening ones. */
function indicatorsOf({ respondent, indicator }: Params): string | undefined {
  if (indicator === everything) return undefined;
  return indicator ?? (respondent ? undefined : openingIndicators);
}

function trendsPath({ params, ask }: Page, collection: string | undefined): string {
  const { respondent, from, to } = params;
  const indicator = indicatorsOf(params);
  return ask('/v1/trends', { respondent, indicator, collection, from, to, limit: seriesAtMost });
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
  const chosen = page.params.collection ?? collections[0];
  const collection = chosen === everything ? undefined : chosen;
  const { asOf, respondent } = page.params;
  const path = trendsPath(page, collection);
  const trends = useAnswer<Trends>(path);
  return (
    <>
      <TrendChoice collections={collections} collection={chosen ?? ''} />
      <VintageSlider rounds={rounds} />
      {asOf && (
        <ChangesSince day={asOf} shown={{ respondent, indicator: indicatorsOf(page.params), collection }} />
      )}
      <StateOf asked={trends}>
        {(answer) => <Panels answer={answer} what={collection ?? page.texts.allCollections} path={path} />}
      </StateOf>
    </>
  );
}

function TrendChoice({ collections, collection }: { collections: readonly string[]; collection: string }) {
  const page = usePage();
  const { texts, params } = page;
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' }));
  const indicators = useAnswer<List<Named>>(page.askNow('/v1/indicators', { limit: '1000' }));
  const chosen = params.respondent?.split(',') ?? [];
  const isOffered = ({ code, rounds }: Respondent) =>
    chosen.includes(code) ||
    rounds.some((round) => collection === everything || round.startsWith(`${collection}/`));
  const year = (name: 'from' | 'to') => (
    <label>
      {texts[name]}
      <input
        type="number"
        min="1800"
        max="2100"
        value={params[name] ?? ''}
        onChange={({ currentTarget: { value } }) => goTo(page.link({ [name]: value || undefined }))}
      />
    </label>
  );
  return (
    <section class="choice" aria-label={texts.choose}>
      <label>
        {texts.collection}
        <select
          value={collection}
          onChange={(event) => goTo(page.link({ collection: event.currentTarget.value }))}
        >
          {[...collections, everything].map((code) => (
            <option key={code} value={code}>
              {code === everything ? texts.allCollections : code}
            </option>
          ))}
        </select>
      </label>
      <Chooser
        title={texts.respondents}
        name="respondent"
        chosen={chosen}
        options={respondents.answer?.items.filter(isOffered) ?? []}
      />
      <Chooser
        title={texts.indicators}
        name="indicator"
        chosen={indicatorsOf(params)?.split(',') ?? []}
        none={everything}
        options={indicators.answer?.items ?? []}
      />
      {year('from')}
      {year('to')}
    </section>
  );
}

/** By name, and what can be drawn before what cannot. */
const inOrder = (page: Page) => (a: Panel, b: Panel) =>
  page.compare(a.respondent.name, b.respondent.name) || Number(isDrawable(b)) - Number(isDrawable(a));

function Panels({ answer, what, path }: { answer: Trends; what: string; path: string }) {
  const page = usePage();
  const { texts } = page;
  const panels = useMemo(() => toPanels(answer.series).sort(inOrder(page)), [answer]);
  if (panels.length === 0) return <p class="state">{texts.nothingMatches}</p>;
  return (
    <>
      {answer.next && <p class="state">{texts.more(answer.series.length)}</p>}
      <p class="key">{texts.chartKey}</p>
      {panels.map((panel) => (
        <PanelView key={panel.key} panel={panel} />
      ))}
      <Citation what={what} position={answer.position} />
      <p>
        <button type="button" onClick={() => void saveTable('trends.csv', path)}>
          {texts.download} CSV
        </button>
      </p>
    </>
  );
}

function PanelView({ panel }: { panel: Panel }) {
  const page = usePage();
  const { texts } = page;
  const article = useRef<HTMLElement>(null);
  const unit = texts.units[panel.unit] ?? panel.unit;
  const { name } = panel.respondent;
  const label = texts.chartOf(name, unit);
  const keep = () => {
    const svg = article.current?.querySelector<SVGSVGElement>('.chart svg');
    if (svg) saveChart(`${panel.key}.svg`, svg);
  };
  return (
    <article class="panel" ref={article} data-panel={panel.key}>
      <h2>
        <span lang={page.language}>{name}</span> <small>{unit}</small>
      </h2>
      <p class="says">{sayChart(panel.series, page)}</p>
      <div class="side-by-side">
        {isDrawable(panel) && (
          <figure>
            <Chart panel={panel} label={label} />
            <button
              type="button"
              class="quiet"
              aria-label={texts.downloadChart(`${name}, ${unit}`)}
              onClick={keep}
            >
              {texts.download} SVG
            </button>
          </figure>
        )}
        <TrendTable panel={panel} caption={texts.tableOf(name, unit)} />
      </div>
    </article>
  );
}
