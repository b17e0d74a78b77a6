/** One indicator: what it counts, who reports it since when, and in which States it rises or falls. */
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { Indicator, List, Trends } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { groupBy } from '../../page/group-by.js';
import { usePage } from '../../page/page-context.js';
import { scrollToCurrent } from '../../page/walk-links.js';
import { onDemand } from '../../page/on-demand.js';
import { Citation } from '../../parts/citation.js';
import { isNarrow } from '../../parts/choices.js';
import { Combobox } from '../../parts/combobox.js';
import { shownDirection } from '../../parts/directions.js';
import { StateOf } from '../../parts/state-of.js';
import { DirectionChoice } from './direction-choice.js';
import { Reporting } from './reporting.js';
import './indicator.css';

export function IndicatorView() {
  const page = usePage();
  const { texts, params } = page;
  const asked = useAnswer<List<Indicator>>(page.askNow('/v1/indicators', { limit: '1000' }));
  const all = asked.answer?.items ?? [];
  const code = params.indicator?.split(',')[0];
  const chosen = all.find((one) => one.code === code);
  const choices = useCallback(
    () => [...all].sort((a, b) => page.compare(a.name, b.name)),
    [asked.answer, page],
  );
  // On a telephone it would push what is shown out of the first screen.
  const isLast = isNarrow() && chosen !== undefined;
  const what = <p class="key">{texts.ofIndicator.what}</p>;
  return (
    <>
      {!isLast && what}
      <section class="choice" aria-label={texts.choose}>
        <Combobox
          title={texts.indicator}
          options={choices}
          nameOf={(one) => all.find((each) => each.code === one)?.name ?? one}
          chosen={chosen ? [chosen.code] : []}
          isSingle
          onChange={([next]) => goTo(page.link({ indicator: next, kind: undefined, andKind: undefined }))}
        />
      </section>
      <StateOf asked={asked}>
        {() =>
          chosen ? (
            <>
              <OneIndicator indicator={chosen} all={choices()} />
              {isLast && what}
            </>
          ) : (
            <p class="state">{texts.ofIndicator.choose}</p>
          )
        }
      </StateOf>
    </>
  );
}

// Not seen first.
const later = () => import('./parts-view.js');

const parts = {
  directions: Directions,
  regions: onDemand<Props>(() => later().then((all) => all.WorldAndRegions)),
  map: onDemand<Props>(() => later().then((all) => all.StateMap)),
  ranking: onDemand<Props>(() => later().then((all) => all.Ranking)),
  crossing: onDemand<Props>(() => later().then((all) => all.Crossing)),
  together: onDemand<Props>(() => later().then((all) => all.Together)),
  changes: onDemand<Props>(() => later().then((all) => all.Changes)),
  about: onDemand<Props>(() => later().then((all) => all.AboutIndicator)),
};
const partNames = Object.keys(parts) as (keyof typeof parts)[];

interface Props {
  readonly indicator: Indicator;
  /** Every indicator, sorted by name. */
  readonly all: readonly Indicator[];
}

/** Its definition, and what States report of it, in one of the ways to look at that. */
function OneIndicator({ indicator, all }: Props) {
  const page = usePage();
  const { texts } = page;
  const chosen = partNames.find((one) => one === page.params.part) ?? 'directions';
  const Part = parts[chosen];
  const line = useRef<HTMLElement>(null);
  useLayoutEffect(() => scrollToCurrent(line.current), [chosen, page.textLanguage]);
  return (
    <>
      <h2>
        <span lang={page.language}>{indicator.name}</span>
      </h2>
      <dl class="facts">
        <div>
          <dt>{texts.ofIndicator.unit}</dt>
          <dd>{page.capital(texts.units[indicator.unit] ?? indicator.unit)}</dd>
        </div>
        <div>
          <dt>{texts.ofIndicator.definition}</dt>
          <dd>{indicator.definition}</dd>
        </div>
      </dl>
      <nav class="parts" aria-label={indicator.name} ref={line}>
        {partNames.map((one) => (
          <a
            key={one}
            href={page.link({ part: one === 'directions' ? undefined : one })}
            aria-current={one === chosen ? 'page' : undefined}
          >
            {texts.compare.parts[one]}
          </a>
        ))}
      </nav>
      <Part key={indicator.code} indicator={indicator} all={all} />
    </>
  );
}

/** Who reports it, and in which direction: a table for each collection. */
function Directions({ indicator }: Props) {
  const page = usePage();
  const { texts, params } = page;
  const query = { indicator: indicator.code, breakdown: '_T', limit: '1000' };
  const asked = useAnswer<Trends>(page.ask('/v1/trends', query));
  return (
    <StateOf asked={asked}>
      {({ series, next, position }) => {
        if (series.length === 0) return <p class="state">{texts.ofIndicator.nobody}</p>;
        const fitting = params.kind ? series.filter((one) => shownDirection(one) === params.kind) : series;
        return (
          <>
            {next && <p class="state">{texts.more(series.length)}</p>}
            <DirectionChoice series={series} />
            {fitting.length === 0 && <p class="state">{texts.nothingMatches}</p>}
            {[...groupBy(fitting, ({ collection }) => collection)].map(([collection, own]) => (
              <Reporting key={collection} collection={collection} series={own} />
            ))}
            <Citation
              what={texts.pages.indicator + texts.colon + indicator.name}
              position={position}
              data={page.askAt('/v1/trends', position, query)}
            />
          </>
        );
      }}
    </StateOf>
  );
}
