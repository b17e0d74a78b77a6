/** The letters of a round that can be coded, with who codes them and for which a second look is asked. */
import type { DraftsAnswer } from '@rapporteur/contract';
import { useAnswer } from '../../../page/ask.js';
import { usePage } from '../../../page/page-context.js';
import { Quoted } from '../../../parts/evidence/quoted.js';

export interface Received {
  readonly document: string;
  readonly respondent: string | null;
  readonly name: string;
  readonly receivedOn: string;
  readonly removed?: object;
}

interface LettersProps {
  readonly id: string;
  readonly items: readonly Received[];
  readonly nameOf: (code: string) => string;
}

export function Letters({ id, items, nameOf }: LettersProps) {
  const page = usePage();
  const { workbench } = page.texts;
  // Who may not code has no drafts to see.
  const drafts = useAnswer<DraftsAnswer>(`/v1/drafts?round=${id}`).answer?.items ?? [];
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
            <DraftsOf
              drafts={drafts.filter(
                (one) => one.document === document && (respondent ?? one.respondent) === one.respondent,
              )}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who codes a letter, and whether a second look is waited for. */
function DraftsOf({ drafts }: { readonly drafts: DraftsAnswer['items'] }) {
  const page = usePage();
  const words = page.texts.workbench.drafts;
  return (
    <>
      {drafts.map(({ respondent, changed, secondLook: look }) => (
        <small key={respondent}>
          {` · ${words.isCoding(page.person(changed.by.name))}`}
          {look && look.looked?.isChangedSince !== false && <strong> · {words.waits}</strong>}
        </small>
      ))}
    </>
  );
}
