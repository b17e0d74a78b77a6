/** Being told when what a view shows changes: the address of its feed, and the way to a webhook for those who may make one. */
import { usePage } from '../../page/page-context.js';
import { holdsOneOf, useSession, webhookKeepers } from '../../session/session.js';
import { copy } from './copy.js';
import { feedAddress, webhooksAddress, type Selection } from './following.js';
import type { Acting } from './shared.js';

export function Follow({ selection, act }: Acting & { readonly selection: Selection }) {
  const page = usePage();
  const { share } = page.texts;
  const isKeeper = holdsOneOf(useSession(), webhookKeepers);
  const address = location.origin + feedAddress(selection, page.language);
  return (
    <>
      <h3>{share.follow}</h3>
      <p class="says">{share.followWhat}</p>
      <label class="address">
        {share.feed}
        <input readOnly value={address} dir="ltr" onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" class="quiet" onClick={() => act(() => copy(address))}>
        {share.copyFeed}
      </button>{' '}
      {isKeeper && <a href={webhooksAddress(selection, page.params)}>{share.toWebhooks}</a>}
    </>
  );
}
