/** Access: who may do what here, their keys, how they are named, and what was done; for those who may manage that. */
import { usePage } from '../../page/page-context.js';
import { MustSignIn } from '../../session/must-sign-in.js';
import { mayManageAccess, useSession } from '../../session/session.js';
import { AuditList } from './audit-list.js';
import { KeyList } from './key-list.js';
import { NamingList } from './naming-list.js';
import { PeopleList } from './people-list.js';
import './access.css';

const parts = { people: PeopleList, keys: KeyList, naming: NamingList, audit: AuditList };
const names = Object.keys(parts) as (keyof typeof parts)[];

export function AccessView() {
  const page = usePage();
  const { access, loading, away } = page.texts;
  const state = useSession();
  if (state.state === 'asking')
    return (
      <p class="state" role="status">
        {loading}
      </p>
    );
  if (state.state === 'none') return <p class="state">{access.notHere}</p>;
  if (state.state === 'away')
    return (
      <p class="state" role="alert">
        {away}
      </p>
    );
  if (!state.session.signedIn) return <MustSignIn>{access.needsSignIn}</MustSignIn>;
  if (!mayManageAccess(state)) return <p class="state">{access.notAllowed}</p>;
  const chosen = names.find((one) => one === page.params.part) ?? 'people';
  const Part = parts[chosen];
  return (
    <>
      <p>{access.intro}</p>
      <nav class="parts" aria-label={page.texts.pages.access}>
        {names.map((one) => (
          <a
            key={one}
            href={page.link({ part: one === 'people' ? undefined : one, what: undefined, by: undefined })}
            aria-current={one === chosen ? 'page' : undefined}
          >
            {access.parts[one]}
          </a>
        ))}
      </nav>
      <section class="access" aria-labelledby="access-part">
        <h2 id="access-part">{access.parts[chosen]}</h2>
        <Part key={chosen} />
      </section>
    </>
  );
}
