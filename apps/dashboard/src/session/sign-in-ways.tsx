/** The ways in which somebody can sign in here. */
import { addressOf } from '../page/address.js';
import { usePage } from '../page/page-context.js';
import { useSession } from './session.js';

/** A link to the identity provider where there is one, and how to come by a link; nothing where somebody is signed in. */
export function SignInWays() {
  const { texts, params } = usePage();
  const state = useSession();
  if (state.state !== 'known' || state.session.signedIn) return null;
  const { ways } = state.session;
  // Back to this view, without what is open over it.
  const here = addressOf({ ...params, figure: undefined, over: undefined, event: undefined });
  return (
    <div class="ways">
      {ways.includes('oidc') && (
        <p>
          <a class="button" href={`/v1/sign-in?${new URLSearchParams({ returnTo: here }).toString()}`}>
            {texts.session.byProvider}
          </a>
        </p>
      )}
      {ways.includes('link') && <p>{texts.session.byLink}</p>}
      {ways.length === 0 && <p>{texts.session.noWay}</p>}
    </div>
  );
}
