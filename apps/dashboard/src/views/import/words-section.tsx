/** The part of words that wait: which collection, how many there are, the review of them, and what was decided. */
import type { Named, WordsAnswer } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';
import { DecidedWords } from './decided-words.js';
import { Refused } from './running.js';
import { useDeciding, useWords, type Deciding } from './use-words.js';
import { WordReview } from './word-review.js';

interface Props {
  readonly collections: readonly Named[];
  readonly collection: string;
  readonly mayDecide: boolean;
  /** Changes when something was stored here. */
  readonly stored: number;
  readonly onStored: () => void;
}

export function WordsSection(props: Props) {
  const { collections, collection, mayDecide, stored } = props;
  const page = usePage();
  const { words, choose } = page.texts;
  const known = collections.map(({ code, name }) => [code, name] as const);
  const isKnown = collection === '' || known.some(([code]) => code === collection);
  return (
    <section class="import" aria-labelledby="import-words">
      <h2 id="import-words">{words.title}</h2>
      {known.length > 0 && (
        <div class="choice" role="group" aria-label={choose}>
          <Select
            label={page.texts.collection}
            value={collection}
            options={[['', '–'], ...known, ...(isKnown ? [] : [[collection, collection] as const])]}
            onChange={(code) => goTo(page.link({ collection: code || undefined }))}
          />
        </div>
      )}
      {collection === '' ? (
        <p class="state">{words.noCollection}</p>
      ) : mayDecide ? (
        <Waiting key={collection} {...props} takesFocus={stored > 0} />
      ) : (
        <p class="state">{page.texts.import.mayNotDecide}</p>
      )}
    </section>
  );
}

/** The same while the same words wait, so that a review goes on that began while their file was being stored. */
const keyOf = ({ version, items }: WordsAnswer): string =>
  JSON.stringify([version, ...items.flatMap(({ dimension, word }) => [dimension, word])]);

function Waiting({ collection, stored, onStored, takesFocus }: Props & { readonly takesFocus: boolean }) {
  const page = usePage();
  const { texts } = page;
  const { words } = texts;
  const asked = useWords(collection, stored);
  const { deciding, decide } = useDeciding(collection);
  if (asked.state === 'loading') return <p role="status">{texts.loading}</p>;
  if (asked.state === 'away')
    return (
      <p class="state" role="alert">
        {texts.away}
      </p>
    );
  if (asked.state === 'refused') return <Refused problem={asked.problem} />;
  const { waiting, decided } = asked;
  const store = async (decisions: Parameters<typeof decide>[0]) => {
    const isStored = await decide(decisions, waiting);
    if (isStored) onStored();
    return isStored;
  };
  return (
    <>
      <DecidingText deciding={deciding} />
      {waiting.total === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>
            {words.waiting(waiting.total)}{' '}
            {waiting.items.length < waiting.total && words.firstOnly(page.number(waiting.items.length))}
          </p>
          <WordReview
            key={keyOf(waiting)}
            collection={collection}
            answer={waiting}
            isBusy={deciding.state === 'storing' || deciding.state === 'following'}
            takesFocus={takesFocus}
            onStore={store}
          />
        </>
      )}
      {decided.total > 0 && <DecidedWords answer={decided} onAskAnew={(one) => void store([one])} />}
    </>
  );
}

/** How the storing of decisions goes, and how many rows came in by them. */
function DecidingText({ deciding }: { deciding: Deciding }) {
  const page = usePage();
  const { words, import: importing } = page.texts;
  return (
    <div role="status">
      {deciding.state === 'storing' && <p class="state">{words.storing}</p>}
      {deciding.state === 'following' && <p class="state">{words.following}</p>}
      {deciding.state === 'away' && <p class="state">{importing.away}</p>}
      {deciding.state === 'refused' && <Refused problem={deciding.problem} />}
      {deciding.state === 'done' && (
        <>
          <p class="state">
            {words.came(
              deciding.followed.came,
              page.number(deciding.followed.refused),
              page.number(deciding.followed.waiting),
            )}
          </p>
          {deciding.followed.problems.map(([round, why]) => (
            <p class="state" key={round}>
              {words.problem(round)}
              <bdi lang="en">{why}</bdi>
            </p>
          ))}
        </>
      )}
    </div>
  );
}
