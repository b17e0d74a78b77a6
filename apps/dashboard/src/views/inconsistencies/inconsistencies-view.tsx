/** What does not fit together, to work through: each in words, with the places that disagree. */
import { collectionOf } from '../../page/address.js';
import type { Inconsistency, List, Named, Topic } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { Filter, fitsSeen, namesIn, SeenFilter, SeenTick } from '../../parts/checks.js';
import { Citation } from '../../parts/citation.js';
import { Sentence, toNames, type Names } from '../../parts/inconsistency-sentence.js';
import { usePage } from '../../page/page-context.js';
import { placeText } from '../../parts/place-text.js';
import { StateOf } from '../../parts/state-of.js';
import { useGrowing } from '../../parts/use-growing.js';
import { useSeen } from '../../parts/use-seen.js';

const atMost = 1000;

export function InconsistenciesView() {
  const page = usePage();
  const { texts, params } = page;
  const asked = useAnswer<List<Inconsistency>>(
    page.ask('/v1/inconsistencies', { collection: collectionOf(params), limit: String(atMost) }),
  );
  const indicators = useAnswer<List<Named>>(page.askNow('/v1/indicators', { limit: '1000' }));
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', { limit: '1000' }));
  const names = { indicators: toNames(indicators.answer?.items), topics: toNames(topics.answer?.items) };
  return (
    <StateOf asked={asked}>
      {({ items, next, position }) =>
        items.length === 0 ? (
          <p class="state">{texts.noInconsistencies}</p>
        ) : (
          <>
            {next && <p class="state">{texts.checks.onlyFirst(page.number(items.length))}</p>}
            <Disagreements items={items} names={names} />
            <Citation
              what={texts.pages.inconsistencies}
              position={position}
              data={page.ask('/v1/inconsistencies', {
                collection: collectionOf(params),
                at: String(position),
              })}
            />
          </>
        )
      }
    </StateOf>
  );
}

/** The same thing has the same key tomorrow. */
const keyOf = ({ kind, round, respondent, message }: Inconsistency) =>
  [kind, round, respondent.code, message].join(' ');

function Disagreements({ items, names }: { items: readonly Inconsistency[]; names: Names }) {
  const page = usePage();
  const { texts, params } = page;
  const { checks } = texts;
  const { seen, mark } = useSeen('inconsistencies');
  const fitting = items.filter(
    (item) =>
      (!params.kind || item.kind === params.kind) &&
      (!params.about || item.respondent.code === params.about) &&
      fitsSeen(params.seen, seen.has(keyOf(item))),
  );
  const shown = fitting.slice(0, useGrowing(fitting, 60));
  const kinds = [...new Set(items.map(({ kind }) => kind))].map((code) => ({
    code,
    name: texts.kinds[code] ?? code,
  }));
  return (
    <>
      <section class="choice" aria-label={texts.choose}>
        <Filter label={checks.kind} name="kind" none={checks.allKinds} options={kinds} />
        <Filter
          label={texts.respondent}
          name="about"
          none={checks.allRespondents}
          options={namesIn(
            items.map(({ respondent }) => respondent),
            page.compare,
          )}
        />
        <SeenFilter />
      </section>
      <p class="key">
        <span role="status">{checks.count(page.number(fitting.length), page.number(items.length))}</span>
        {texts.stop}
        {checks.seenNote}
      </p>
      {fitting.length === 0 ? (
        <p class="state">{checks.noneOfChoice}</p>
      ) : (
        <div class="scroll" role="region" tabIndex={0} aria-label={texts.pages.inconsistencies}>
          <table class="checks read-down">
            <caption class="unseen">{texts.pages.inconsistencies}</caption>
            <thead>
              <tr>
                {[texts.respondent, texts.kind, texts.message, texts.places, checks.seen].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((item) => (
                <tr key={keyOf(item)}>
                  <th scope="row">{item.respondent.name}</th>
                  <td class="kind">{texts.kinds[item.kind] ?? item.kind}</td>
                  <td class="words">
                    <Sentence item={item} names={names} />
                  </td>
                  <td class="words">
                    <Places places={item.places} />
                  </td>
                  <td class="tick" data-name={checks.seen}>
                    <SeenTick
                      isSeen={seen.has(keyOf(item))}
                      what={`${item.respondent.name}, ${texts.kinds[item.kind] ?? item.kind}`}
                      onTick={(is) => mark(keyOf(item), is)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** The same place said twice is shown once. */
function Places({ places }: Pick<Inconsistency, 'places'>) {
  const page = usePage();
  const byText = new Map(places.map((place) => [`${placeText(place, page.texts)} ${place.event}`, place]));
  return (
    <>
      {[...byText].map(([key, place], i) => {
        const text = placeText(place, page.texts);
        return (
          <span key={key}>
            {i > 0 && page.texts.separator}
            {place.event === undefined ? (
              text
            ) : (
              <a href={page.link({ event: String(place.event) })}>{text}</a>
            )}
          </span>
        );
      })}
    </>
  );
}
