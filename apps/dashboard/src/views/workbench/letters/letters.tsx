/** The letters of a round that can be coded. */
import { usePage } from '../../../page/page-context.js';
import { Quoted } from '../../../parts/evidence/quoted.js';

/** A letter of a round, as the API lists it. */
export interface Received {
  readonly document: string;
  readonly respondent: string | null;
  readonly name: string;
  readonly receivedOn: string;
  readonly removed?: object;
}

interface Props {
  readonly id: string;
  readonly items: readonly Received[];
  readonly nameOf: (code: string) => string;
}

export function Letters({ id, items, nameOf }: Props) {
  const page = usePage();
  const { workbench } = page.texts;
  if (items.length === 0) return <p class="state">{workbench.noLetters}</p>;
  return (
    <>
      <h2>{workbench.letters}</h2>
      <ul>
        {items.map(({ document, respondent, name, receivedOn }) => (
          <li key={`${document} ${respondent}`}>
            <a href={page.link({ round: id, document, respondent: respondent ?? undefined })}>
              {respondent === null ? '' : `${nameOf(respondent)} · `}
              <Quoted>{name}</Quoted>
            </a>{' '}
            <small>{page.received(receivedOn)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
