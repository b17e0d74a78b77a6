/** What a reply that was sent says now, beside its letter: single figures and findings of it are changed or taken back here. */
import type { Named, WholeRound } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { SaidNow } from '../submit/said-now.js';
import type { Draft } from './use-draft.js';

interface Props {
  readonly round: WholeRound;
  readonly respondent: Named;
  readonly draft: Draft;
  /** Goes to the entry that was made. */
  readonly onGo: (name: string, isEdited: boolean) => void;
}

export function SaidBefore({ round, respondent, draft, onGo }: Props) {
  const page = usePage();
  const { texts } = page;
  const { coding } = draft;
  const { entry } = coding;
  if (entry.kind === 'reply') return null;
  return (
    <section aria-label={texts.submit.current}>
      <p>
        {entry.kind !== 'withdrawal' &&
          texts.submit.headings[entry.kind](respondent.name, page.number(entry.version))}{' '}
        <a
          href={page.link({
            page: 'submit',
            round: round.id,
            respondent: respondent.code,
            document: undefined,
          })}
        >
          {texts.workbench.drafts.replaceOrWithdraw}
        </a>
      </p>
      {entry.kind === 'correction' && (
        <SaidNow
          {...{ round, respondent, entry }}
          keep={(next) => {
            draft.change({ ...coding, entry: next });
            const kind = next.figures.length > entry.figures.length ? 'figure' : 'finding';
            onGo(`${kind}-${entry.nextId}`, kind === 'figure');
          }}
        />
      )}
    </section>
  );
}
