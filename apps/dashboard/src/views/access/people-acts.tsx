/** What is done to people and machines: each asks first, in a dialog. */
import { useState } from 'preact/hooks';
import type { KeyIssued, PersonAnswer as Person } from '@rapporteur/contract';
import { today, usePage } from '../../page/page-context.js';
import { scopeText, type NameOf } from '../../session/role-words.js';
import type { Held } from '../../session/held.js';
import { TextField } from '../submit/field.js';
import { ActDialog, type Asking } from './act-dialog.js';
import { ShownOnce } from './shown-once.js';

export const pathOf = ({ id }: Person) => `/v1/people/${encodeURIComponent(id)}`;

export function AddDialog({ kind, ...asking }: Asking & { kind: Person['kind'] }) {
  const { access } = usePage().texts;
  const [typedId, setId] = useState<string>();
  const [name, setName] = useState('');
  // Proposed from the name until another is typed.
  const id = typedId ?? toId(name);
  const title = kind === 'person' ? access.addPerson : access.addMachine;
  return (
    <ActDialog
      {...asking}
      title={title}
      what={access.addWhat[kind](name.trim() || access.somebody)}
      confirm={title}
      path="/v1/people"
      body={{ id: id.trim(), kind, name: name.trim() }}
    >
      <TextField field="act-name" label={access.name} value={name} isLong onText={setName} />
      <TextField field="act-id" label={access.id} value={id} isLong onText={setId} />
    </ActDialog>
  );
}

/** "Ana López" to "ana-lopez"; empty for a name in another script. */
const toId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');

interface WithdrawProps extends Asking {
  readonly person: Person;
  readonly grant: Held;
  readonly nameOf: NameOf;
}

export function WithdrawDialog({ person, grant, nameOf, ...asking }: WithdrawProps) {
  const page = usePage();
  const { access, session } = page.texts;
  const role = session.roles[grant.role];
  return (
    <ActDialog
      {...asking}
      title={access.withdrawThis(role, person.name)}
      what={access.withdrawWhat(person.name, role, scopeText(grant.scope, nameOf, page))}
      confirm={access.withdraw}
      path={`${pathOf(person)}/grants/${grant.number}/withdrawal`}
    />
  );
}

export function InviteDialog({ person, ...asking }: Asking & { person: Person }) {
  const page = usePage();
  const { access } = page.texts;
  return (
    <ActDialog<{ readonly link: string; readonly until: string }>
      {...asking}
      title={access.inviteThis(person.name)}
      what={access.inviteWhat(person.name)}
      confirm={access.invite}
      path={`${pathOf(person)}/invitation`}
      shownOnce={({ link, until }) => (
        <ShownOnce
          label={access.link}
          secret={link}
          words={access.linkOnce(person.name, page.instant(until))}
        />
      )}
    />
  );
}

export function EndSessionsDialog({ person, ...asking }: Asking & { person: Person }) {
  const { access } = usePage().texts;
  return (
    <ActDialog
      {...asking}
      title={access.endSessionsThis(person.name)}
      what={access.endSessionsWhat(person.name)}
      confirm={access.endSessions}
      path={`${pathOf(person)}/sessions/end`}
    />
  );
}

export function IssueDialog({ person, ...asking }: Asking & { person: Person }) {
  const { access } = usePage().texts;
  const [until, setUntil] = useState('');
  return (
    <ActDialog<KeyIssued>
      {...asking}
      title={access.issueThis(person.name)}
      what={access.issueWhat(person.name, until || access.endOfYear)}
      confirm={access.issue}
      path="/v1/keys"
      body={{ principal: person.id, ...(until === '' ? {} : { until }) }}
      shownOnce={({ secret }) => (
        <ShownOnce label={access.key} secret={secret} words={access.keyOnce(person.name)} />
      )}
    >
      <TextField
        field="act-until"
        label={access.until}
        value={until}
        inputProps={{ type: 'date', min: today() }}
        onText={setUntil}
      />
    </ActDialog>
  );
}
