/** How many States have which directions of two indicators: each count chooses its States. */
import type { Indicator } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { fits, type Crossed } from './crossed.js';
import { directionName, given } from '../../parts/directions.js';

interface Props {
  readonly first: Indicator;
  readonly second: Indicator;
  readonly both: Crossed['both'];
}

export function DirectionMatrix({ first, second, both }: Props) {
  const page = usePage();
  const { texts, params } = page;
  const countOf = (kind: string, andKind: string) => both.filter((pair) => fits(pair, kind, andKind)).length;
  const isChosen = (kind: string, andKind: string) => params.kind === kind && params.andKind === andKind;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={texts.compare.matrix}>
      <table class="matrix">
        <caption>{texts.compare.matrix}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {first.name}
            </th>
            <th scope="colgroup" colSpan={given.length}>
              {second.name}
            </th>
          </tr>
          <tr>
            {given.map((andKind) => (
              <th key={andKind} scope="col" class="number">
                {page.capital(directionName(andKind, texts))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {given.map((kind) => (
            <tr key={kind}>
              <th scope="row">{page.capital(directionName(kind, texts))}</th>
              {given.map((andKind) => (
                <td key={andKind} class="number">
                  <a
                    href={page.link({ kind, andKind })}
                    aria-current={isChosen(kind, andKind) ? 'true' : undefined}
                  >
                    {page.number(countOf(kind, andKind))}
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
