/** From case to court: the steps of one respondent by year, and the ratios of figures of the same year. */
import { useCallback, useMemo } from 'preact/hooks';
import { collectionOf, goTo, type Params } from '../../page/address.js';
import type { Available, List, Respondent, Trends } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { ChartKey } from '../../charts/chart-key.js';
import { Chart } from '../../charts/chart.js';
import { Citation } from '../../parts/citation.js';
import { Choices } from '../../parts/choices.js';
import { Combobox } from '../../parts/combobox.js';
import { DownloadPicture, useSavePicture } from '../../charts/downloads.js';
import type { ChartOptions } from '../../charts/axes.js';
import { sayChart } from '../../parts/figure-words.js';
import { Legend } from '../../charts/legend.js';
import { MissingSigns } from '../../charts/missing-signs.js';
import { usePage } from '../../page/page-context.js';
import { identityOf, toFacets, type Facet } from '../../charts/facets.js';
import { isDrawable } from '../../charts/glyphs.js';
import { Ratios } from './ratios.js';
import { StateOf } from '../../parts/state-of.js';
import { TrendTable } from '../../charts/trend-table.js';
import './court.css';

/** The way from case to court, in its order. */
const steps = [
  'cases-recorded',
  'cases-investigated',
  'offences-recorded',
  'persons-in-formal-contact',
  'persons-arrested',
  'persons-prosecuted',
  'persons-convicted',
] as const;
const stepOf = (code: string) => steps.findIndex((step) => step === code);
const totals = '_T';
const options: Omit<ChartOptions, 'width'> = { scale: 'linear', base: undefined, height: 240 };

/** How many figures each respondent has on the way, in each collection. */
function countSteps(rows: readonly Available[]) {
  const counts = new Map<string, Map<string, number>>();
  for (const { collection, respondent, indicator, dimensions, figures } of rows) {
    if (stepOf(indicator) < 0 || dimensions !== totals) continue;
    const own = counts.get(collection) ?? new Map<string, number>();
    counts.set(collection, own.set(respondent, (own.get(respondent) ?? 0) + figures));
  }
  return counts;
}

const most = (counts: ReadonlyMap<string, number> | undefined): string | undefined =>
  [...(counts ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];

export function CourtView() {
  const page = usePage();
  const asked = useAnswer<List<Available>>('/v1/availability');
  return (
    <>
      <p class="key">{page.texts.charts.court.intro}</p>
      <StateOf asked={asked}>
        {({ items }) =>
          items.length === 0 ? <p class="state">{page.texts.empty}</p> : <OneRespondent available={items} />
        }
      </StateOf>
    </>
  );
}

function OneRespondent({ available }: { available: readonly Available[] }) {
  const page = usePage();
  const { texts, params } = page;
  const counts = useMemo(() => countSteps(available), [available]);
  const collections = [...counts.keys()].sort((a, b) => counts.get(b)!.size - counts.get(a)!.size);
  const asked = params.respondent?.split(',')[0];
  const collection =
    collectionOf(params) ??
    collections.find((one) => !asked || counts.get(one)!.has(asked)) ??
    collections[0] ??
    '';
  const respondent = asked ?? most(counts.get(collection)) ?? '';
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' }));
  const names = new Map(respondents.answer?.items.map(({ code, name }) => [code, name]));
  const choices = useCallback(() => {
    const own = counts.get(collection);
    return (respondents.answer?.items ?? [])
      .filter(({ code }) => own?.has(code) || code === respondent)
      .map(({ code, name }) => ({
        code,
        name,
        note: texts.charts.choices.figures(own?.get(code) ?? 0),
      }))
      .sort((a, b) => page.compare(a.name, b.name));
  }, [respondents.answer, counts, collection, respondent, page]);
  return (
    <>
      <Choices title={texts.choose}>
        <label>
          {texts.collection}
          <select
            value={collection}
            onChange={(event) => goTo(page.link({ collection: event.currentTarget.value }))}
          >
            {[...new Set([...collections, collection])].map((code) => (
              <option key={code} value={code}>
                {page.collection(code)}
              </option>
            ))}
          </select>
        </label>
        <Combobox
          title={texts.respondent}
          options={choices}
          nameOf={(code) => names.get(code) ?? code}
          chosen={[respondent]}
          isSingle
          onChange={([code]) => goTo(page.link({ respondent: code }))}
        />
      </Choices>
      <Steps collection={collection} respondent={respondent} />
    </>
  );
}

function Steps({ collection, respondent }: { collection: string; respondent: string }) {
  const page = usePage();
  const { from, to } = page.params;
  const query = { collection, respondent, indicator: steps.join(','), breakdown: totals, from, to };
  const asked = useAnswer<Trends>(page.ask('/v1/trends', query));
  return (
    <StateOf asked={asked}>
      {(answer) => (
        <Shown
          answer={answer}
          collection={collection}
          respondent={respondent}
          table={page.askAt('/v1/trends', answer.position, query)}
        />
      )}
    </StateOf>
  );
}

interface ShownProps {
  readonly answer: Trends;
  readonly collection: string;
  readonly respondent: string;
  /** The address of the shown table, at its position. */
  readonly table: string;
}

function Shown({ answer, collection, respondent, table }: ShownProps) {
  const page = usePage();
  const { texts } = page;
  const facets = useMemo(() => {
    const sorted = [...answer.series].sort((a, b) => stepOf(a.indicator.code) - stepOf(b.indicator.code));
    return toFacets(sorted, sorted.map(identityOf));
  }, [answer]);
  const { position } = answer;
  const fixed = { ...page.params, collection, respondent };
  const what = page.collection(collection);
  const savePicture = useSavePicture('court', facets, { what, position, fixed, options });
  if (facets.length === 0) return <p class="state">{texts.charts.court.none}</p>;
  const { name } = facets[0]!.respondent;
  return (
    <>
      <h2>
        <span lang={page.language}>{name}</span>
      </h2>
      <div class="steps">
        {facets.filter(isDrawable).map((facet) => (
          <StepChart key={facet.key} facet={facet} position={position} fixed={fixed} />
        ))}
      </div>
      <section class="box">
        <TrendTable
          members={facets.flatMap(({ members }) => members)}
          caption={texts.pages.court + texts.colon + name}
        />
      </section>
      <Ratios ratios={answer.ratios} name={name} />
      <Citation
        what={texts.pages.court + texts.colon + name}
        position={position}
        fixed={fixed}
        data={table}
        savePicture={savePicture}
      />
      <ChartKey />
    </>
  );
}

interface StepProps {
  readonly facet: Facet;
  readonly position: number;
  readonly fixed: Params;
}

function StepChart({ facet, position, fixed }: StepProps) {
  const page = usePage();
  const { texts } = page;
  const unit = texts.units[facet.unit] ?? facet.unit;
  const { name } = facet.respondent;
  return (
    <figure class="box" data-facet={facet.key}>
      <h3>{page.capital(unit)}</h3>
      <Legend members={facet.members} />
      <MissingSigns series={facet.members.map(({ series }) => series)} />
      <Chart facet={facet} label={texts.chartOf(name, unit)} options={options} />
      <p class="says">
        {sayChart(
          facet.members.map(({ series }) => series),
          page,
        )}
      </p>
      <DownloadPicture
        facet={facet}
        options={options}
        what={page.collection(facet.collection)}
        position={position}
        fixed={fixed}
      />
    </figure>
  );
}
