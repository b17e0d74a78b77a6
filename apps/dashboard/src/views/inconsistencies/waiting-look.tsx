/** A second look that is waited for, in the list of work: who asked whom, and where the draft is. */
import type { DraftsAnswer, Named } from '@rapporteur/contract';
import { withoutOwn } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import type { toRows } from './open-question.js';

type Waiting = DraftsAnswer['items'][number];

export interface LookRow extends Pick<Waiting, 'document' | 'round'> {
  readonly kind: 'second-look';
  readonly respondent: Named;
  /** What tells it apart from another of that respondent. */
  readonly message: string;
  readonly look: NonNullable<Waiting['secondLook']>;
}

export const toLookRows = (drafts: ReturnType<typeof toRows<Waiting>>): LookRow[] =>
  drafts.flatMap(({ document, round, respondent, secondLook: look }) =>
    look ? [{ kind: 'second-look' as const, document, round, respondent, message: document, look }] : [],
  );

export function WaitingLook({ look: { asked, whom } }: Pick<LookRow, 'look'>) {
  const page = usePage();
  const { drafts } = page.texts.workbench;
  const at = page.instant(asked.at);
  return (
    <>
      {whom
        ? drafts.askedOf(page.person(asked.by.name), page.person(whom.name), at)
        : drafts.asked(page.person(asked.by.name), at)}
    </>
  );
}

/** The round, and the draft beside its letter. */
export function LookPlaces({ row: { round, document, respondent } }: { readonly row: LookRow }) {
  const page = usePage();
  const { texts } = page;
  return (
    <>
      <a href={page.link({ page: 'round', round })} lang="">
        {round}
      </a>
      {texts.separator}
      <a href={page.link({ ...withoutOwn, page: 'workbench', round, document, respondent: respondent.code })}>
        {texts.checks.work.draft}
      </a>
    </>
  );
}

/** It is open until somebody has looked or it is asked for no more: nobody has to say so. */
export function LookState({ look: { whom } }: Pick<LookRow, 'look'>) {
  const { texts, capital } = usePage();
  return (
    <p class="work">
      <strong>{capital(texts.checks.work.states.open)}</strong>
      {whom && texts.comma + whom.name}
    </p>
  );
}
