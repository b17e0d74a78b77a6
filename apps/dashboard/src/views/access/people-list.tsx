/** People and machines with their roles, and what can be done to each. */
import { useState } from 'preact/hooks';
import type { List, PersonAnswer as Person, Round } from '@rapporteur/contract';
import { useAnswer, type Items } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { Quoted } from '../../parts/evidence/quoted.js';
import { StateOf } from '../../parts/state-of.js';
import { useGrowing } from '../../parts/use-growing.js';
import { scopeText, useRespondents, type NameOf } from '../../session/role-words.js';
import type { Held } from '../../session/held.js';
import { useSession } from '../../session/session.js';
import { Done, useDone } from './done.js';
import { GrantDialog } from './grant-dialog.js';
import { AddDialog, EndSessionsDialog, InviteDialog, IssueDialog, WithdrawDialog } from './people-acts.js';

type Act =
  | { readonly do: 'add'; readonly kind: Person['kind'] }
  | { readonly do: 'grant' | 'invite' | 'issue' | 'end'; readonly person: Person }
  | { readonly do: 'withdraw'; readonly person: Person; readonly grant: Held };

const shownAtATime = 40;

export function PeopleList() {
  const page = usePage();
  const { access } = page.texts;
  const asked = useAnswer<Items<Person>>('/v1/people');
  const respondents = useRespondents();
  const [act, setAct] = useState<Act>();
  const done = useDone(() => setAct(undefined));
  return (
    <>
      <p class="actions">
        <button type="button" onClick={() => setAct({ do: 'add', kind: 'person' })}>
          {access.addPerson}
        </button>
        <button type="button" onClick={() => setAct({ do: 'add', kind: 'machine' })}>
          {access.addMachine}
        </button>
      </p>
      <Done done={done} />
      <StateOf asked={asked}>
        {({ items }) => (
          <Found
            items={items.map((one) => ({ ...one, name: page.person(one.name) }))}
            nameOf={respondents.nameOf}
            onAct={setAct}
          />
        )}
      </StateOf>
      {act && <OpenAct act={act} {...done.asking} {...respondents} />}
    </>
  );
}

interface FoundProps {
  readonly items: readonly Person[];
  readonly nameOf: NameOf;
  readonly onAct: (act: Act) => void;
}

function Found({ items, nameOf, onAct }: FoundProps) {
  const page = usePage();
  const { access } = page.texts;
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const found = items
    .filter(({ id, name }) => `${name} ${id}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => page.compare(a.name, b.name));
  const shown = found.slice(0, useGrowing(items, shownAtATime, 'people'));
  return (
    <>
      <section class="choice" aria-label={page.texts.choose}>
        <label>
          {access.find}
          <input
            type="search"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <span role="status" class="key">
          {access.count(page.number(found.length), page.number(items.length))}
        </span>
      </section>
      {found.length === 0 && <p class="state">{access.nobody}</p>}
      {shown.map((person) => (
        <OnePerson key={person.id} person={person} nameOf={nameOf} onAct={onAct} />
      ))}
    </>
  );
}

interface OneProps extends Omit<FoundProps, 'items'> {
  readonly person: Person;
}

function OnePerson({ person, nameOf, onAct }: OneProps) {
  const page = usePage();
  const { texts } = page;
  const { access } = texts;
  const session = useSession();
  const isMe =
    session.state === 'known' && session.session.signedIn && session.session.principal.id === person.id;
  const isPerson = person.kind === 'person';
  const button = (what: 'grant' | 'invite' | 'issue' | 'end', words: string, isDangerous = false) => (
    <button
      type="button"
      class={isDangerous ? 'quiet danger' : 'quiet'}
      aria-label={words + texts.colon + person.name}
      onClick={() => onAct({ do: what, person })}
    >
      {words}
    </button>
  );
  return (
    <article class="box person" aria-label={person.name}>
      <h3>
        <bdi>{page.personAlone(person.name)}</bdi>{' '}
        <small>
          <Quoted>{person.id}</Quoted>
          {texts.comma}
          {access.kinds[person.kind]}
        </small>
      </h3>
      {person.grants.length === 0 && <p class="key">{access.noRole}</p>}
      <ul class="grants">
        {person.grants.map((grant) => (
          <OneGrant key={grant.number} person={person} grant={grant} {...{ isMe, nameOf, onAct }} />
        ))}
      </ul>
      <p class="person-acts">
        {/* Nobody grants to themselves. */}
        {!isMe && button('grant', access.grant)}
        {isPerson && button('invite', access.invite)}
        {button('issue', access.issue)}
        {isPerson && button('end', access.endSessions, true)}
      </p>
    </article>
  );
}

interface GrantProps extends OneProps {
  readonly grant: Person['grants'][number];
  readonly isMe: boolean;
}

function OneGrant({ person, grant, isMe, nameOf, onAct }: GrantProps) {
  const page = usePage();
  const { access, session } = page.texts;
  const role = session.roles[grant.role];
  return (
    <li>
      <span>
        <strong>{page.capital(role)}</strong>: {scopeText(grant.scope, nameOf, page)}
      </span>{' '}
      {!isMe && (
        <button
          type="button"
          class="quiet danger"
          aria-label={access.withdrawThis(role, person.name)}
          onClick={() => onAct({ do: 'withdraw', person, grant })}
        >
          {access.withdraw}
        </button>
      )}
    </li>
  );
}

type OpenProps = { readonly act: Act } & ReturnType<typeof useDone>['asking'] &
  ReturnType<typeof useRespondents>;

function OpenAct({ act, onClose, onDone, nameOf, all }: OpenProps) {
  const page = usePage();
  const rounds = useAnswer<List<Round>>(
    act.do === 'grant' ? page.askNow('/v1/rounds', { limit: '1000' }) : undefined,
  );
  const asking = { onClose, onDone };
  switch (act.do) {
    case 'add':
      return <AddDialog kind={act.kind} {...asking} />;
    case 'grant': {
      const collections = [...new Set(rounds.answer?.items.map(({ collection }) => collection))];
      return <GrantDialog {...asking} person={act.person} respondents={all} {...{ nameOf, collections }} />;
    }
    case 'withdraw':
      return <WithdrawDialog {...asking} person={act.person} grant={act.grant} nameOf={nameOf} />;
    case 'invite':
      return <InviteDialog {...asking} person={act.person} />;
    case 'issue':
      return <IssueDialog {...asking} person={act.person} />;
    case 'end':
      return <EndSessionsDialog {...asking} person={act.person} />;
  }
}
