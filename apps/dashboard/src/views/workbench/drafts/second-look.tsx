/** Four eyes: asking for a second look at a draft, withdrawing that, having it, and what came of it. */
import type { DraftStateAnswer, Refusal } from '@rapporteur/contract';
import { useState } from 'preact/hooks';
import { usePage } from '../../../page/page-context.js';
import { Quoted } from '../../../parts/evidence/quoted.js';
import { RefusalText } from '../../../session/refusal-text.js';
import { useSession } from '../../../session/session.js';

type Look = NonNullable<DraftStateAnswer['secondLook']>;

interface Props {
  readonly look: Look | null;
  /** Whether there is anything to look at. */
  readonly isEmpty: boolean;
  readonly onAsk: (whom: string) => Promise<Refusal | 'away' | undefined>;
  /** For who asked, while nobody has looked. */
  readonly onWithdraw: () => Promise<Refusal | 'away' | undefined>;
  readonly onLooked: (remarks: string) => Promise<Refusal | 'away' | undefined>;
}

export function SecondLook({ look, isEmpty, onAsk, onWithdraw, onLooked }: Props) {
  const { texts } = usePage();
  const { drafts } = texts.workbench;
  const [refusal, setRefusal] = useState<Refusal | 'away'>();
  const [said, setSaid] = useState('');
  // Stays open when what was asked is withdrawn.
  const [isUsed, setUsed] = useState(false);
  const session = useSession();
  const me = session.state === 'known' && session.session.signedIn ? session.session.principal.id : '';
  const act = async (how: Props['onAsk']) => {
    setUsed(true);
    const refused = await how(said.trim());
    setRefusal(refused);
    if (!refused) setSaid('');
  };
  const isMine = look?.notBy.some(({ id }) => id === me) ?? false;
  const mayLook = look !== null && look.looked === null && !isMine && (look.whom?.id ?? me) === me;
  return (
    <details class="second-look" open={isUsed || look !== null}>
      <summary>{drafts.title}</summary>
      {look && <Story look={look} />}
      {look?.looked === null && isMine && <p>{drafts.own}</p>}
      {(look === null || look.looked?.isChangedSince || mayLook) && (
        <label>
          {mayLook ? drafts.remarks : drafts.whom}
          <input
            type="text"
            dir="auto"
            value={said}
            maxLength={mayLook ? 2000 : 200}
            onInput={(event) => setSaid(event.currentTarget.value)}
          />
        </label>
      )}{' '}
      {mayLook ? (
        <button type="button" onClick={() => void act(onLooked)}>
          {drafts.looked}
        </button>
      ) : (
        (look === null || look.looked?.isChangedSince) && (
          <button type="button" disabled={isEmpty} onClick={() => void act(onAsk)}>
            {look === null ? drafts.ask : drafts.again}
          </button>
        )
      )}
      {look?.looked === null && look.asked.by.id === me && (
        <button type="button" onClick={() => void act(onWithdraw)}>
          {drafts.withdraw}
        </button>
      )}
      {refusal && (
        <p role="alert" class="problem">
          {refusal === 'away' ? texts.submit.away : <RefusalText problem={refusal} />}
        </p>
      )}
    </details>
  );
}

/** Who asked whom, and who has looked with which remarks. */
function Story({ look }: { readonly look: Look }) {
  const page = usePage();
  const { texts } = page;
  const { drafts } = texts.workbench;
  const { asked, whom, looked } = look;
  const at = page.instant(asked.at);
  return (
    <p role="status">
      {whom
        ? drafts.askedOf(page.person(asked.by.name), page.person(whom.name), at)
        : drafts.asked(page.person(asked.by.name), at)}
      {looked && (
        <>
          <br />
          {drafts.lookedBy(page.person(looked.by.name), page.instant(looked.at))}
          {looked.remarks && (
            <>
              {' '}
              {drafts.said + texts.colon}
              <Quoted>{looked.remarks}</Quoted>
            </>
          )}
          {looked.isChangedSince && <strong> {drafts.changedSince}</strong>}
        </>
      )}
    </p>
  );
}
