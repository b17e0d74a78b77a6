/** One indicator: what it counts, who reports it since when, and in which States it rises or falls. */
import { useCallback } from 'preact/hooks';
import type { Indicator, List, Trends } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { groupBy } from '../../page/group-by.js';
import { usePage } from '../../page/page-context.js';
import { Citation } from '../../parts/citation.js';
import { Combobox } from '../../parts/combobox.js';
import { StateOf } from '../../parts/state-of.js';
import { DirectionChoice } from './direction-choice.js';
import { Reporting } from './reporting.js';

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
  return (
    <>
      <p class="key">{texts.ofIndicator.what}</p>
      <section class="choice" aria-label={texts.choose}>
        <Combobox
          title={texts.indicator}
          options={choices}
          nameOf={(one) => all.find((each) => each.code === one)?.name ?? one}
          chosen={chosen ? [chosen.code] : []}
          isSingle
          onChange={([next]) => goTo(page.link({ indicator: next, kind: undefined }))}
        />
      </section>
      <StateOf asked={asked}>
        {() =>
          chosen ? <OneIndicator indicator={chosen} /> : <p class="state">{texts.ofIndicator.choose}</p>
        }
      </StateOf>
    </>
  );
}

/** Its definition, and the totals that States report, a table for each collection. */
function OneIndicator({ indicator }: { readonly indicator: Indicator }) {
  const page = usePage();
  const { texts, params } = page;
  const query = { indicator: indicator.code, breakdown: '_T', limit: '1000' };
  const asked = useAnswer<Trends>(page.ask('/v1/trends', query));
  return (
    <>
      <h2>
        <span lang={page.language}>{indicator.name}</span>
      </h2>
      <dl class="facts">
        <div>
          <dt>{texts.ofIndicator.unit}</dt>
          <dd>{texts.units[indicator.unit] ?? indicator.unit}</dd>
        </div>
        <div>
          <dt>{texts.ofIndicator.definition}</dt>
          <dd lang="en" dir="ltr">
            {indicator.definition}
          </dd>
        </div>
      </dl>
      <StateOf asked={asked}>
        {({ series, next, position }) => {
          if (series.length === 0) return <p class="state">{texts.ofIndicator.nobody}</p>;
          const fitting = params.kind ? series.filter(({ direction }) => direction === params.kind) : series;
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
    </>
  );
}
