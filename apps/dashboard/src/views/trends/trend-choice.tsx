/** The choosers of trends: respondents and regions, indicators, breakdown, years, and how many figures each has. */
import { useCallback, useMemo } from 'preact/hooks';
import { everything, goTo, type Params } from '../../page/address.js';
import type { Available, List, Named, Region, Respondent } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { Combobox, type Option } from '../../parts/combobox.js';
import { kindText } from '../../parts/figure-words.js';
import { Choices, Select } from '../../parts/choices.js';
import { usePage, type Page } from '../../page/page-context.js';
import type { Settings } from './trend-settings.js';

/** Counts figures by one column of availability, among the rows that match the other choices. */
function countBy(
  rows: readonly Available[],
  column: 'respondent' | 'indicator' | 'dimensions',
  fits: (row: Available) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (fits(row)) counts.set(row[column], (counts.get(row[column]) ?? 0) + row.figures);
  return counts;
}

const listOf = (codes: string | undefined): readonly string[] => codes?.split(',') ?? [];

/** Options with their counts. Before the answer everything is offered, without counts. */
function withCounts(
  items: readonly Named[],
  counts: ReadonlyMap<string, number> | undefined,
  chosen: readonly string[],
  page: Page,
): Option[] {
  const words = page.texts.charts.choices;
  return items
    .filter(({ code }) => !counts || counts.has(code) || chosen.includes(code))
    .map(({ code, name }) => ({
      code,
      name,
      note: counts ? words.figures(counts.get(code) ?? 0) : '',
    }))
    .sort((a, b) => page.compare(a.name, b.name));
}

/**
 * The names to choose from, with the number of figures of each; asked for once, independent of the choice, and
 * after the figures.
 */
function useOffers(settings: Settings, hasAnswer: boolean) {
  const page = usePage();
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' })).answer;
  const regions = useAnswer<List<Region>>(page.askNow('/v1/regions', { limit: '1000' })).answer;
  const indicators = useAnswer<List<Named>>(page.askNow('/v1/indicators', { limit: '1000' })).answer;
  const available = useAnswer<List<Available>>(hasAnswer ? '/v1/availability' : undefined).answer?.items;
  const counts = useMemo(
    () => countOffers(settings, regions?.items ?? [], available),
    [settings, regions, available],
  );
  const names = useMemo(
    () =>
      new Map(
        [respondents, regions, indicators]
          .flatMap((list) => list?.items ?? [])
          .map(({ code, name }) => [code, name]),
      ),
    [respondents, regions, indicators],
  );
  const [chosen, counted] = [listOf(settings.respondent), listOf(settings.indicator)];
  return {
    nameOf: useCallback((code: string) => names.get(code) ?? code, [names]),
    respondents: useCallback(() => {
      const grouped = (
        items: readonly Named[],
        figures: ReadonlyMap<string, number> | undefined,
        group: string,
      ) => withCounts(items, figures, chosen, page).map((option) => ({ ...option, group }));
      return [
        ...grouped(respondents?.items ?? [], counts?.respondents(), page.texts.respondents),
        ...grouped(regions?.items ?? [], counts?.regions(), page.texts.charts.choices.regions),
      ];
    }, [respondents, regions, counts, page]),
    indicators: useCallback(
      () => withCounts(indicators?.items ?? [], counts?.indicators(), counted, page),
      [indicators, counts, page],
    ),
    kinds: useMemo(() => [...(counts?.kinds().keys() ?? [])], [counts]),
  };
}

/** Counts of figures for the other choices, computed when they are needed; undefined before the answer. */
function countOffers(
  { collection, respondent, indicator }: Settings,
  regions: readonly Region[],
  available: readonly Available[] | undefined,
) {
  if (!available) return undefined;
  const within = available.filter((row) => collection === undefined || row.collection === collection);
  const members = new Map(regions.map((region) => [region.code, region.respondents]));
  const asked = new Set(listOf(respondent).flatMap((code) => members.get(code) ?? [code]));
  const counted = listOf(indicator);
  const isAsked = (row: Available) => asked.size === 0 || asked.has(row.respondent);
  const isCounted = (row: Available) => counted.length === 0 || counted.includes(row.indicator);
  const byRespondent = () => countBy(within, 'respondent', isCounted);
  return {
    respondents: byRespondent,
    regions: () => {
      const figures = byRespondent();
      const sums = regions.map((region): [string, number] => [
        region.code,
        region.respondents.reduce((sum, code) => sum + (figures.get(code) ?? 0), 0),
      ]);
      return new Map(sums.filter(([, sum]) => sum > 0));
    },
    indicators: () => countBy(within, 'indicator', isAsked),
    kinds: () => countBy(within, 'dimensions', (row) => isAsked(row) && isCounted(row)),
  };
}

interface Props {
  readonly settings: Settings;
  /** Whether the first figures have been answered. Only then is availability asked for, so as not to delay them. */
  readonly hasAnswer: boolean;
}

export function TrendChoice({ settings, hasAnswer }: Props) {
  const page = usePage();
  const { texts, params } = page;
  const offers = useOffers(settings, hasAnswer);
  const change = (some: Params) => goTo(page.link(some));
  const { all } = texts.charts.breakdowns;
  const breakdown = settings.breakdown ?? everything;
  const kinds = [
    ...new Set(['_T', ...offers.kinds.sort(), ...(breakdown === everything ? [] : [breakdown])]),
  ];
  const year = (name: 'from' | 'to') => (
    <label>
      {texts[name]}
      <input
        type="number"
        min="1800"
        max="2100"
        value={params[name] ?? ''}
        onChange={({ currentTarget: { value } }) => change({ [name]: value || undefined })}
      />
    </label>
  );
  return (
    <Choices title={texts.choose}>
      <Combobox
        title={texts.respondents}
        options={offers.respondents}
        nameOf={offers.nameOf}
        chosen={listOf(settings.respondent)}
        onChange={(codes) => change({ respondent: codes.join(',') || undefined })}
      />
      <Combobox
        title={texts.indicators}
        options={offers.indicators}
        nameOf={offers.nameOf}
        chosen={listOf(settings.indicator)}
        onChange={(codes) => change({ indicator: codes.join(',') || everything })}
      />
      <Select
        label={texts.charts.breakdown}
        value={breakdown}
        options={[...kinds.map((kind) => [kind, kindText(kind, page)] as const), [everything, all]]}
        onChange={(kind) => change({ breakdown: kind })}
      />
      {year('from')}
      {year('to')}
    </Choices>
  );
}
