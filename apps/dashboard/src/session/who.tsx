/** In the head of the page: "Sign in", or who is signed in, with "Sign out". */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { givenName, usePage } from '../page/page-context.js';
import { rolesText, scopeText, useRespondents } from './role-words.js';
import type { SignedIn } from './held.js';
import { signOut, useSession } from './session.js';
import { SignInWays } from './sign-in-ways.js';
import './session.css';

export function Who() {
  const { texts } = usePage();
  const state = useSession();
  if (state.state !== 'known') return null;
  const { session } = state;
  if (session.signedIn) return <WhoIs session={session} />;
  return (
    <Panel summary={texts.session.signIn}>
      <SignInWays />
    </Panel>
  );
}

function WhoIs({ session }: { session: SignedIn }) {
  const page = usePage();
  const { texts } = page;
  const [isAway, setAway] = useState(false);
  const leave = async () => setAway(!(await signOut()));
  return (
    <div class="who">
      <Panel summary={<Name session={session} />}>
        <Particulars session={session} />
      </Panel>
      <button type="button" class="quiet" onClick={() => void leave()}>
        {texts.session.signOut}
      </button>
      {isAway && <span role="alert">{texts.session.stillSignedIn}</span>}
    </div>
  );
}

function Name({ session }: { session: SignedIn }) {
  const page = usePage();
  const { name } = session.principal;
  const roles = rolesText(session.grants, page);
  // "The owner owner" would say the same twice.
  const isSaid = name === givenName && roles === page.texts.session.roles.owner;
  return (
    <>
      <bdi>{page.personAlone(name)}</bdi> {!isSaid && <small>{roles}</small>}
    </>
  );
}

/** What somebody is signed in for: asked for when the panel opens. */
function Particulars({ session }: { session: SignedIn }) {
  const page = usePage();
  const { texts } = page;
  const { nameOf } = useRespondents();
  const by = texts.session.signedInBy[session.signedInBy];
  const until = session.until && texts.session.until(page.instant(session.until));
  return (
    <>
      {session.grants.length === 0 && <p>{texts.session.noRoleYet}</p>}
      <ul>
        {session.grants.map(({ number, role, scope }) => (
          <li key={number}>
            <strong>{page.capital(texts.session.roles[role])}</strong>
            <br />
            {scopeText(scope, nameOf, page)}
          </li>
        ))}
      </ul>
      <p>{[by, until].filter(Boolean).join(texts.separator)}</p>
    </>
  );
}

/** A button that opens a panel under it. It closes by Escape, and when the reader goes on elsewhere. */
function Panel({ summary, children }: { summary: ComponentChildren; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = ({ target }: Event) => {
      if (!element.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    element.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      class="panel"
      ref={element}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={press}
    >
      <summary>{summary}</summary>
      {isOpen && <div class="panel-body">{children}</div>}
    </details>
  );
}
