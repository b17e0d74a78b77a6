/** What two people coded apart, side by side, with their agreement; one of both is taken as the draft that is sent. */
import type { ApartAnswer } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import type { CodeLists } from '../submit/submit-rows.js';
import type { Coding } from './coding.js';
import { compareCodings, type Pair } from './drafts/compare-codings.js';
import { figureWords, findingWords } from './entry-list.js';

interface Props {
  readonly drafts: NonNullable<ApartAnswer['drafts']>;
  readonly lists: CodeLists;
  /** Takes what one of both coded, by their name in the access log. */
  readonly onTake: (coder: string) => void;
}

export function ApartComparison({ drafts, lists, onTake }: Props) {
  const page = usePage();
  const { texts } = page;
  const words = texts.workbench.drafts;
  const [one, other] = drafts;
  if (!one || !other) return null;
  const entries = [one, other].map(({ content }) => (content as unknown as Coding).entry);
  const { pairs, figures, findings } = compareCodings(
    [entries[0]!, entries[1]!],
    lists.topics.map(({ code }) => code),
  );
  const alpha = ({ alpha, units }: typeof figures) =>
    words.alpha(alpha === null ? '–' : page.ratio(alpha), page.number(units));
  return (
    <section aria-label={words.compared}>
      <h2>{words.compared}</h2>
      <p>
        {texts.submit.figures + texts.colon + alpha(figures)}
        <br />
        {texts.submit.findings + texts.colon + alpha(findings)}
      </p>
      <p class="key">{words.alphaMeans}</p>
      <div class="scroll" role="region" tabIndex={0} aria-label={words.compared}>
        <table>
          <thead>
            <tr>
              <th scope="col">{page.personAlone(one.by.name)}</th>
              <th scope="col">{page.personAlone(other.by.name)}</th>
              <th scope="col">{words.agreement}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair, i) => (
              <tr key={i}>
                <PairCells
                  {...{ pair, lists, names: [page.person(one.by.name), page.person(other.by.name)] }}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="actions">
        {drafts.map(({ by }) => (
          <button type="button" key={by.id} onClick={() => onTake(by.id)}>
            {words.takeOf(page.person(by.name))}
          </button>
        ))}
      </p>
    </section>
  );
}

function PairCells({ pair, lists, names }: { pair: Pair; lists: CodeLists; names: readonly string[] }) {
  const page = usePage();
  const { texts } = page;
  const words = texts.workbench.drafts;
  const said =
    pair.kind === 'figure'
      ? pair.both.map((row) => row && figureWords(row, lists, page))
      : pair.both.map((row) => row && findingWords(row, lists, page));
  const fields = { value: texts.value, qualifier: texts.qualifier, period: texts.period };
  const only = names.find((_, i) => !said[1 - i]);
  const verdict =
    only !== undefined
      ? words.onlyIn(only)
      : pair.differs.length === 0
        ? words.agree
        : words.differ(page.list(pair.differs.map((field) => fields[field])));
  return (
    <>
      <td>{said[0] ?? ''}</td>
      <td>{said[1] ?? ''}</td>
      <td>{page.capital(verdict)}</td>
    </>
  );
}
