/** The keys: for whom each is, when it was used last, when it ends; and revoking one. */
import { useState } from 'preact/hooks';
import type { KeyAnswer, PersonAnswer } from '@rapporteur/contract';
import { useAnswer, type Items } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { StateOf } from '../../parts/state-of.js';
import { ActDialog } from './act-dialog.js';
import { Done, useDone } from './done.js';
import { TableOfActs } from '../../page/table-of-acts.js';

export function KeyList() {
  const page = usePage();
  const { access } = page.texts;
  const keys = useAnswer<Items<KeyAnswer>>('/v1/keys');
  const people = useAnswer<Items<PersonAnswer>>('/v1/people').answer?.items ?? [];
  const nameOf = (id: string) => page.person(people.find((one) => one.id === id)?.name ?? id);
  const [revoked, setRevoked] = useState<KeyAnswer>();
  const done = useDone(() => setRevoked(undefined));
  return (
    <>
      <Done done={done} />
      <StateOf asked={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="state">{access.noKeys}</p>
          ) : (
            <KeyTable items={items} nameOf={nameOf} onRevoke={setRevoked} />
          )
        }
      </StateOf>
      {revoked && (
        <ActDialog
          {...done.asking}
          title={access.revokeThis(revoked.key, nameOf(revoked.principal))}
          what={access.revokeWhat(revoked.key, nameOf(revoked.principal))}
          confirm={access.revoke}
          path={`/v1/keys/${revoked.key}/revocation`}
        />
      )}
    </>
  );
}

interface Props {
  readonly items: readonly KeyAnswer[];
  readonly nameOf: (id: string) => string;
  readonly onRevoke: (key: KeyAnswer) => void;
}

function KeyTable({ items, nameOf, onRevoke }: Props) {
  const page = usePage();
  const { access } = page.texts;
  const columns = [access.key, access.whom, access.issued, access.lastUsed, access.ends, access.state];
  // Those that count first, and among them the newest.
  const rank = (key: KeyAnswer) => (key.state === 'good' ? 0 : 1);
  const sorted = [...items].sort((a, b) => rank(a) - rank(b) || (a.issuedAt < b.issuedAt ? 1 : -1));
  return (
    <TableOfActs label={access.parts.keys} columns={columns}>
      {sorted.map((one) => (
        <tr key={one.key} class={one.state === 'good' ? undefined : 'over'}>
          <th scope="row">
            <code>{one.key}</code>
          </th>
          <td data-name={access.whom}>
            <bdi>{page.personAlone(nameOf(one.principal))}</bdi>
          </td>
          <td data-name={access.issued}>{page.instant(one.issuedAt)}</td>
          <td data-name={access.lastUsed}>
            {one.lastUsedAt ? page.instant(one.lastUsedAt) : access.neverUsed}
          </td>
          <td data-name={access.ends}>{page.instant(one.until)}</td>
          <td data-name={access.state}>
            {page.capital(access.keyStates[one.state])}
            {one.revokedAt && ` (${page.instant(one.revokedAt)})`}
          </td>
          <td>
            {!one.revokedAt && (
              <button
                type="button"
                class="quiet danger"
                aria-label={access.revokeThis(one.key, nameOf(one.principal))}
                onClick={() => onRevoke(one)}
              >
                {access.revoke}
              </button>
            )}
          </td>
        </tr>
      ))}
    </TableOfActs>
  );
}
