/** Webhooks: having another system told of changes, and how far each that was made is; for those who may keep them. */
import { useMemo } from 'preact/hooks';
import type { Indicator, List, Region, WebhookAnswer } from '@rapporteur/contract';
import { useAnswer, type Items } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { StateOf } from '../../parts/state-of.js';
import { MustSignIn } from '../../session/must-sign-in.js';
import { useRespondents } from '../../session/role-words.js';
import { holdsOneOf, useSession, webhookKeepers } from '../../session/session.js';
import { Failures } from './failures.js';
import { MakeWebhook } from './make-webhook.js';
import { WebhookList } from './webhook-list.js';
import type { SelectionNames } from './selection-text.js';
import '../access/access.css';

export function WebhooksView() {
  const { texts } = usePage();
  const { webhooks: words } = texts;
  const state = useSession();
  if (state.state === 'asking')
    return (
      <p class="state" role="status">
        {texts.loading}
      </p>
    );
  if (state.state === 'none') return <p class="state">{words.notHere}</p>;
  if (state.state === 'away')
    return (
      <p class="state" role="alert">
        {texts.away}
      </p>
    );
  if (!state.session.signedIn) return <MustSignIn>{words.needsSignIn}</MustSignIn>;
  if (!holdsOneOf(state, webhookKeepers)) return <p class="state">{words.notAllowed}</p>;
  return <Kept />;
}

/** What codes are called, and what there is to choose from. */
function useNames(): SelectionNames {
  const page = usePage();
  const { all, nameOf } = useRespondents();
  const regions = useAnswer<List<Region>>(page.askNow('/v1/regions', { limit: '1000' })).answer?.items;
  const asked = useAnswer<List<Indicator>>(page.askNow('/v1/indicators', { limit: '1000' }));
  const indicators = asked.answer?.items ?? [];
  return useMemo(
    () => ({
      respondents: all,
      indicators,
      respondent: (code) => regions?.find((one) => one.code === code)?.name ?? nameOf(code),
      indicator: (code) => indicators.find((one) => one.code === code)?.name ?? code,
    }),
    [all, regions, asked.answer],
  );
}

function Kept() {
  const page = usePage();
  const { webhooks: words } = page.texts;
  const names = useNames();
  const asked = useAnswer<Items<WebhookAnswer>>('/v1/webhooks');
  return (
    <section class="access">
      <p>{words.intro}</p>
      <MakeWebhook names={names} />
      <StateOf asked={asked}>
        {({ items }) => {
          if (items.length === 0) return <p class="state">{words.none}</p>;
          const shown = items.find(({ id }) => id === page.params.what);
          return (
            <>
              <WebhookList items={items} names={names} />
              {shown && <Failures key={shown.id} webhook={shown} names={names} />}
            </>
          );
        }}
      </StateOf>
    </section>
  );
}
