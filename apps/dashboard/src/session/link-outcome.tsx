/** What became of a link that was opened on this page, in words, with what to do where it failed. */
import { RefusalText } from './refusal-text.js';
import { usePage } from '../page/page-context.js';
import { forgetLink, useLinkOutcome, useSession } from './session.js';

export function LinkOutcomeText() {
  const page = usePage();
  const { session } = page.texts;
  const outcome = useLinkOutcome();
  const state = useSession();
  if (outcome.state === 'none') return null;
  if (outcome.state === 'opening') return <p role="status">{session.opening}</p>;
  const name =
    state.state === 'known' && state.session.signedIn ? page.person(state.session.principal.name) : '';
  const isDone = outcome.state === 'done';
  return (
    <div class="state link-outcome" role={isDone ? 'status' : 'alert'}>
      {outcome.state === 'done' && <p>{session.signedInAs(name)}</p>}
      {outcome.state === 'away' && <p>{session.linkAway}</p>}
      {outcome.state === 'refused' &&
        (session.linkRefused[outcome.because] !== undefined ? (
          <p>{session.linkRefused[outcome.because]}</p>
        ) : (
          <p>
            <RefusalText problem={outcome.problem} />
          </p>
        ))}
      {!isDone && name !== '' && <p>{session.stillAs(name)}</p>}
      <button type="button" class="quiet" onClick={forgetLink}>
        {session.dismiss}
      </button>
    </div>
  );
}
