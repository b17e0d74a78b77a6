/** What does not fit together, to work through: each with the places that disagree. */
import { collectionOf } from './address.js';
import type { Inconsistency, List } from './answers.js';
import { useAnswer } from './ask.js';
import { Citation } from './citation.js';
import { usePage } from './page-context.js';
import { placeText } from './place-text.js';
import { StateOf } from './state-of.js';

export function InconsistenciesView() {
  const page = usePage();
  const { texts, params } = page;
  const asked = useAnswer<List<Inconsistency>>(
    page.ask('/v1/inconsistencies', { collection: collectionOf(params), limit: '1000' }),
  );
  return (
    <StateOf asked={asked}>
      {({ items, position }) =>
        items.length === 0 ? (
          <p class="state">{texts.noInconsistencies}</p>
        ) : (
          <>
            <Disagreements items={items} />
            <Citation what={texts.pages.inconsistencies} position={position} />
          </>
        )
      }
    </StateOf>
  );
}

function Disagreements({ items }: { items: readonly Inconsistency[] }) {
  const page = usePage();
  const { texts } = page;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={texts.pages.inconsistencies}>
      <table>
        <caption class="unseen">{texts.pages.inconsistencies}</caption>
        <thead>
          <tr>
            {[texts.respondent, texts.kind, texts.message, texts.places].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ kind, respondent, message, places }) => (
            <tr key={`${kind} ${respondent.code} ${message}`}>
              <th scope="row">{respondent.name}</th>
              <td>{texts.kinds[kind] ?? kind}</td>
              <td class="words" lang="en" dir="ltr">
                {message}
              </td>
              <td class="words">
                <Places places={places} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
