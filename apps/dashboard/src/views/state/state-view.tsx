/** One State: how it answered, its figures, its findings in its own words, and what does not fit together. */
import { useCallback, useMemo } from 'preact/hooks';
import type { List, Respondent, Round, Trends } from '@rapporteur/contract';
import { everything, goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { ChartKey } from '../../charts/chart-key.js';
import { toFacets } from '../../charts/facets.js';
import { Multiples } from '../../charts/multiples.js';
import { Citation } from '../../parts/citation.js';
import { Combobox } from '../../parts/combobox.js';
import { roundName } from '../../parts/round-choice.js';
import { StateOf } from '../../parts/state-of.js';
import { UnknownRespondent } from '../../parts/unknown-respondent.js';
import { StateChecks } from './state-checks.js';
import { StateFindings } from './state-findings.js';
import './state.css';

const options = { scale: 'linear', base: undefined, isSmall: true, height: 150 } as const;

export function StateView() {
  const page = usePage();
  const { texts, params } = page;
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' }));
  const all = respondents.answer?.items ?? [];
  const code = params.respondent?.split(',')[0];
  const chosen = all.find((one) => one.code === code);
  const choices = useCallback(
    () =>
      all
        .filter((one) => one.rounds.length > 0 || one.code === code)
        .map((one) => ({ code: one.code, name: one.name }))
        .sort((a, b) => page.compare(a.name, b.name)),
    [respondents.answer, code, page],
  );
  return (
    <>
      <p class="key">{texts.state.what}</p>
      <section class="choice" aria-label={texts.choose}>
        <Combobox
          title={texts.respondent}
          options={choices}
          nameOf={(one) => all.find((each) => each.code === one)?.name ?? one}
          chosen={code === undefined ? [] : [code]}
          isSingle
          onChange={([next]) => goTo(page.link({ respondent: next }))}
        />
      </section>
      <StateOf asked={respondents}>
        {() => {
          if (chosen) return <OneState state={chosen} />;
          const isEmpty = all.every(({ rounds }) => rounds.length === 0);
          return (
            <>
              {code && <UnknownRespondent written={code} />}
              <p class="state">{isEmpty ? texts.empty : texts.state.choose}</p>
            </>
          );
        }}
      </StateOf>
    </>
  );
}

function OneState({ state }: { readonly state: Respondent }) {
  const page = usePage();
  const { texts } = page;
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds')).answer?.items ?? [];
  const titles = new Map(rounds.map(({ id, title }) => [id, title ?? undefined]));
  return (
    <>
      <h2>
        <span lang={page.language}>{state.name}</span>
      </h2>
      <Figures state={state} />
      {state.rounds.length > 0 && (
        <p>
          {texts.state.rounds + texts.colon}
          {state.rounds.map((id, i) => (
            <span key={id}>
              {i > 0 && texts.separator}
              <a href={page.link({ page: 'round', round: id })} lang="">
                {roundName({ id, title: titles.get(id) }, page)}
              </a>
            </span>
          ))}
        </p>
      )}
      <StateFindings respondent={state.code} />
      <StateChecks respondent={state.code} />
    </>
  );
}

/** The totals of every collection, a chart for each unit; breakdowns are a click away, for there can be hundreds. */
function Figures({ state }: { readonly state: Respondent }) {
  const page = usePage();
  const { texts } = page;
  const query = { respondent: state.code, breakdown: '_T', limit: '1000' };
  const asked = useAnswer<Trends>(page.ask('/v1/trends', query));
  const facets = useMemo(() => toFacets(asked.answer?.series ?? []), [asked.answer]);
  return (
    <>
      <h2 class="unseen">{texts.state.figures}</h2>
      <StateOf asked={asked}>
        {({ position }) =>
          facets.length === 0 ? (
            <p class="state">{texts.state.noFigures}</p>
          ) : (
            <>
              <Multiples facets={facets} options={options} />
              <ChartKey />
              <p>
                <a
                  href={page.link({
                    page: 'trends',
                    respondent: state.code,
                    collection: everything,
                    indicator: everything,
                    breakdown: everything,
                  })}
                >
                  {texts.state.allFigures}
                </a>
              </p>
              <Citation
                what={texts.pages.state + texts.colon + state.name}
                position={position}
                data={page.askAt('/v1/trends', position, query)}
              />
            </>
          )
        }
      </StateOf>
    </>
  );
}
