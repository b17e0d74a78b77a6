/** A region, or a list of States of the reader's own, taken together: who, in which years, and what is shown of them. */
import { useCallback, useMemo } from 'preact/hooks';
import type { Available, Indicator, List, Region, Respondent, Series } from '@rapporteur/contract';
import dimensions from 'virtual:dimension-names';
import { goTo, type Params } from '../../../page/address.js';
import { useAnswer } from '../../../page/ask.js';
import { usePage, type Page } from '../../../page/page-context.js';
import { Select } from '../../../parts/choices.js';
import { Combobox, type Option } from '../../../parts/combobox.js';
import { breakdownText } from '../../../parts/figure-words.js';
import { StateOf } from '../../../parts/state-of.js';
import { chooseCollection, CollectionSelect } from '../one-collection.js';
import { useAllSeries } from '../use-all-series.js';
import { chooseYears, type Years } from './choose-years.js';
import { Shares } from './shares.js';
import { Sums } from './sums.js';

interface Props {
  readonly indicator: Indicator;
}

/** Who is asked about: a region, or States; and what they are called. */
export interface Group {
  readonly region?: string;
  readonly respondent?: string;
  readonly name: string;
}

const perPeople = '100000';

export function Together({ indicator }: Props) {
  const page = usePage();
  const asked = useAllSeries({ indicator: indicator.code, breakdown: '_T' });
  return (
    <StateOf asked={asked}>
      {({ series }) =>
        series.some(({ years }) => years.length > 0) ? (
          <OfCollection {...{ indicator, series }} />
        ) : (
          <p class="state">{page.texts.ofIndicator.nobody}</p>
        )
      }
    </StateOf>
  );
}

/** Regions and everybody who may report, to choose from, and the group that the address names. */
function useGroup() {
  const page = usePage();
  const { texts, params } = page;
  const regions = useAnswer<List<Region>>(page.askNow('/v1/regions', { limit: '1000' })).answer?.items;
  const states = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' })).answer?.items;
  const options = useCallback((): Option[] => {
    const byName = (group: string, items: readonly { code: string; name: string }[] = []) =>
      [...items]
        .sort((a, b) => page.compare(a.name, b.name))
        .map(({ code, name }) => ({ code, name, group, note: '' }));
    return [
      ...byName(texts.charts.choices.regions, regions),
      ...byName(
        texts.respondents,
        states?.filter(({ aggregate }) => !aggregate),
      ),
    ];
  }, [regions, states, page]);
  const names = useMemo(
    () => new Map([...(regions ?? []), ...(states ?? [])].map(({ code, name }) => [code, name])),
    [regions, states],
  );
  const chosen = params.respondent?.split(',') ?? [];
  const name = page.list(chosen.map((code) => names.get(code) ?? code));
  const isRegion = chosen.length === 1 && (regions ?? []).some(({ code }) => code === chosen[0]);
  const group: Group | undefined =
    chosen.length === 0 ? undefined : { name, [isRegion ? 'region' : 'respondent']: chosen.join(',') };
  return { isKnown: regions !== undefined, options, names, chosen, group };
}

const isPart = (breakdown: string | undefined) => /^[^:,]+:[^:,]+$/.test(breakdown ?? '');

/** What is shown, as the address says it: `number`, `rate`, or the part whose share it is, such as `sex:female`. */
const measureOf = ({ by, breakdown }: Params): string => {
  if (by === 'share' && isPart(breakdown)) return breakdown!;
  return by === 'rate' ? 'rate' : 'number';
};

function OfCollection({ indicator, series }: Props & { readonly series: readonly Series[] }) {
  const page = usePage();
  const { texts, params } = page;
  const words = texts.compare.together;
  const choice = chooseCollection(series, params);
  const { isKnown, options, names, chosen, group } = useGroup();
  const years = chooseYears(choice.series, params);
  const measure = measureOf(params);
  const parts = useParts(indicator, choice.collection);
  return (
    <>
      <section class="choice" aria-label={texts.compare.parts.together}>
        <CollectionSelect chosen={choice} resets={{ from: undefined, to: undefined }} />
        <Combobox
          title={words.who}
          options={options}
          nameOf={(code) => names.get(code) ?? code}
          chosen={chosen}
          isNoneAll={false}
          onChange={(codes) => goTo(page.link({ respondent: codes.join(',') || undefined }))}
        />
        <Select
          label={words.shown}
          value={measure}
          options={[
            ['number', texts.charts.rates.number],
            ['rate', texts.charts.rates.per(page.number(Number(perPeople)))],
            ...[...new Set([...parts, ...(isPart(measure) ? [measure] : [])])].map(
              (part) => [part, words.share + texts.colon + partText(part, page)] as const,
            ),
          ]}
          onChange={(one) =>
            goTo(
              page.link({
                by: isPart(one) ? 'share' : one === 'rate' ? 'rate' : undefined,
                breakdown: isPart(one) ? one : undefined,
              }),
            )
          }
        />
        <YearSelects years={years} />
      </section>
      {!group && <p class="state">{words.choose}</p>}
      {group && isKnown && (
        <Shown
          key={[choice.collection, params.respondent, measure].join(' ')}
          {...{ indicator, group, years, measure, collection: choice.collection }}
        />
      )}
    </>
  );
}

function YearSelects({ years: { all, from, to } }: { readonly years: Years }) {
  const page = usePage();
  const select = (name: 'from' | 'to', chosen: number) => (
    <Select
      label={page.texts[name]}
      value={String(chosen)}
      options={all.map((year) => [String(year), String(year)] as const)}
      onChange={(year) => goTo(page.link({ from: String(from), to: String(to), [name]: year }))}
    />
  );
  return (
    <>
      {select('from', from)}
      {select('to', to)}
    </>
  );
}

/** The parts that figures are broken down into one way, such as by form of exploitation; none before the answer. */
function useParts(indicator: Indicator, collection: string): readonly string[] {
  const available = useAnswer<List<Available>>(usePage().askNow('/v1/availability')).answer?.items ?? [];
  const kinds = available
    .filter((row) => row.indicator === indicator.code && row.collection === collection)
    .map((row) => row.dimensions);
  return [...new Set(kinds)]
    .sort()
    .flatMap((kind) => Object.keys(dimensions[kind]?.codes ?? {}).map((code) => `${kind}:${code}`));
}

const partText = (part: string, page: Page) => {
  const [dimension = '', code = ''] = part.split(':');
  return breakdownText({ [dimension]: code }, page);
};

interface ShownProps extends Props {
  readonly collection: string;
  readonly group: Group;
  readonly years: Years;
  readonly measure: string;
}

function Shown({ indicator, collection, group, years, measure }: ShownProps) {
  const page = usePage();
  const { texts } = page;
  const { from, to } = years;
  const query = {
    ...{ region: group.region, respondent: group.respondent, indicator: indicator.code, collection },
    ...{ from: String(from), to: String(to) },
  };
  const caption = [indicator.name, group.name, page.collection(collection), `${from}–${to}`].join(
    texts.comma,
  );
  if (!isPart(measure)) {
    const per = measure === 'rate' ? perPeople : undefined;
    return <Sums {...{ indicator, caption, per, query: { ...query, per } }} />;
  }
  const part = partText(measure, page);
  return (
    <Shares
      {...{ part, query: { ...query, breakdown: measure, together: group.region ? undefined : 'true' } }}
      caption={[part, caption].join(texts.comma)}
    />
  );
}
