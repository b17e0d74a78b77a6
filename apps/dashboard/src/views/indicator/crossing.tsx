/** Two indicators crossed: how many States have which directions of both, and which these are. */
import { useCallback } from 'preact/hooks';
import type { Indicator } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';
import { Citation } from '../../parts/citation.js';
import { Combobox } from '../../parts/combobox.js';
import { StateOf } from '../../parts/state-of.js';
import { cross, fits, type Crossed } from './crossed.js';
import { DirectionMatrix } from './direction-matrix.js';
import { directionName, given } from '../../parts/directions.js';
import { PairTable } from './pair-table.js';
import { useAllSeries } from './use-all-series.js';

interface Props {
  readonly indicator: Indicator;
  /** Sorted by name. */
  readonly all: readonly Indicator[];
}

export function Crossing({ indicator, all }: Props) {
  const page = usePage();
  const { compare } = page.texts;
  const others = useCallback(() => all.filter(({ code }) => code !== indicator.code), [all, indicator]);
  const second = all.find(({ code }) => code === page.params.and && code !== indicator.code);
  return (
    <>
      <section class="choice" aria-label={compare.second}>
        <Combobox
          title={compare.second}
          options={others}
          nameOf={(one) => all.find(({ code }) => code === one)?.name ?? one}
          chosen={second ? [second.code] : []}
          isSingle
          onChange={([and]) => goTo(page.link({ and, andKind: undefined }))}
        />
        {second && (
          <>
            <KindSelect indicator={indicator} parameter="kind" />
            <KindSelect indicator={second} parameter="andKind" />
          </>
        )}
      </section>
      {second ? <Both first={indicator} second={second} /> : <p class="state">{compare.choose}</p>}
    </>
  );
}

/** The direction that is chosen; undefined: any. */
const chosenOf = (kind: string | undefined) => given.find((one) => one === kind);

interface KindProps {
  readonly indicator: Indicator;
  readonly parameter: 'kind' | 'andKind';
}

function KindSelect({ indicator, parameter }: KindProps) {
  const page = usePage();
  const { texts, params } = page;
  return (
    <Select
      label={texts.compare.directionOf(indicator.name)}
      value={chosenOf(params[parameter]) ?? ''}
      options={[['', texts.allChosen], ...given.map((one) => [one, directionName(one, texts)] as const)]}
      onChange={(kind) => goTo(page.link({ [parameter]: kind || undefined }), 'replace')}
    />
  );
}

interface BothProps {
  readonly first: Indicator;
  readonly second: Indicator;
}

function Both({ first, second }: BothProps) {
  const page = usePage();
  const query = { indicator: `${first.code},${second.code}`, breakdown: '_T' };
  const asked = useAllSeries(query);
  return (
    <StateOf asked={asked}>
      {({ series, leftOut, position }) => (
        <>
          {series.length === 0 && <p class="state">{page.texts.ofIndicator.nobody}</p>}
          {cross(series, first.code, second.code).map((crossed) => (
            <OneCollection key={crossed.collection} {...{ first, second, crossed }} />
          ))}
          {leftOut.length > 0 && <p class="says">{page.texts.compare.leftOut(page.list(leftOut))}</p>}
          <Citation
            what={page.texts.compare.parts.crossing + page.texts.colon + page.list([first.name, second.name])}
            position={position}
            data={page.askAt('/v1/trends', position, query)}
          />
        </>
      )}
    </StateOf>
  );
}

/** One collection: the sentence that counts, how many have which directions, and the States. */
function OneCollection({ first, second, crossed }: BothProps & { readonly crossed: Crossed }) {
  const page = usePage();
  const { texts, params } = page;
  const words = texts.compare;
  const { collection, both, one, neither } = crossed;
  const [kind, andKind] = [chosenOf(params.kind), chosenOf(params.andKind)];
  const found = both.filter((pair) => fits(pair, kind, andKind));
  const others = one.filter((pair) => fits(pair, kind, andKind));
  const said = (
    [
      [first, kind],
      [second, andKind],
    ] as const
  ).map(([{ name }, direction]) => (direction ? words.isSo(name, directionName(direction, texts)) : name));
  const name = page.collection(collection);
  return (
    <section class="crossed">
      <h3>
        <span lang={page.language}>{name}</span>
      </h3>
      <p class="count">
        <strong>{words.found(found.length, page.list(said))}</strong>
      </p>
      <p class="says">
        {words.counted(page.number(both.length), page.number(one.length), page.number(neither))}
      </p>
      {both.length === 0 && <p class="state">{words.noneBoth}</p>}
      {both.length > 0 && <DirectionMatrix {...{ first, second, both }} />}
      {both.length > 0 && found.length === 0 && <p class="state">{words.noneSuch}</p>}
      {found.length > 0 && <PairTable {...{ first, second, pairs: found, caption: name }} />}
      {others.length > 0 && (
        <details>
          <summary>{words.onlyOne(others.length)}</summary>
          <PairTable {...{ first, second, pairs: others, caption: words.onlyOne(others.length) }} />
        </details>
      )}
    </section>
  );
}
