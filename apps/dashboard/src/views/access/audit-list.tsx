/** The audit: who did what and when, newest first, by what and by whom, and as a file. */
import { useState } from 'preact/hooks';
import type { AuditEntry, PersonAnswer as Person } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { useAnswer, type Items } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { Quoted } from '../../parts/evidence/quoted.js';
import { StateOf } from '../../parts/state-of.js';
import { useRespondents, type NameOf } from '../../session/role-words.js';
import { particularsOf } from './audit-words.js';

const first = 50;
/** So many are shown at most. */
const atMost = 1000;
/** So many the server gives at once. */
const inFile = 10_000;

export function AuditList() {
  const page = usePage();
  const { access } = page.texts;
  const { what, by } = page.params;
  const [limit, setLimit] = useState(first);
  const people = useAnswer<Items<Person>>('/v1/people').answer?.items ?? [];
  const query = (more: Readonly<Record<string, string>>) =>
    new URLSearchParams({
      ...(what ? { what } : {}),
      ...(by ? { principal: by } : {}),
      ...more,
    }).toString();
  const asked = useAnswer<Items<AuditEntry>>(`/v1/audit?${query({ limit: String(limit) })}`);
  const kinds = Object.entries(access.audited).map(([code, name]) => ({ code, name }));
  const whom = people.map(({ id, name }) => ({ code: id, name: page.personAlone(name) }));
  return (
    <>
      <section class="choice" aria-label={page.texts.choose}>
        <Choice label={access.what} none={access.anything} name="what" options={kinds} />
        <Choice label={access.who} none={access.anybody} name="by" options={whom} />
        <a
          class="button"
          href={`/v1/audit?${query({ format: 'csv', limit: String(inFile) })}`}
          download="audit.csv"
        >
          {access.csv}
        </a>
      </section>
      <StateOf asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="state">{access.noAudit}</p>
          ) : (
            <>
              <p class="key" role="status">
                {access.newest(items.length)}
              </p>
              <AuditTable items={[...items].sort((a, b) => b.number - a.number)} people={people} />
              {items.length === limit && limit < atMost && (
                <button type="button" onClick={() => setLimit(Math.min(4 * limit, atMost))}>
                  {access.older}
                </button>
              )}
              {items.length === atMost && <p>{access.atMost}</p>}
            </>
          )
        }
      </StateOf>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly none: string;
  readonly name: 'what' | 'by';
  readonly options: readonly { readonly code: string; readonly name: string }[];
}

function Choice({ label, none, name, options }: ChoiceProps) {
  const page = usePage();
  const value = page.params[name] ?? '';
  const isListed = value === '' || options.some(({ code }) => code === value);
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={(event) => goTo(page.link({ [name]: event.currentTarget.value || undefined }))}
      >
        <option value="">{page.capital(none)}</option>
        {[...options, ...(isListed ? [] : [{ code: value, name: value }])].map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function AuditTable({ items, people }: { items: readonly AuditEntry[]; people: readonly Person[] }) {
  const page = usePage();
  const { access } = page.texts;
  const columns = [access.when, access.who, access.what, access.particulars, access.where, access.network];
  const person: NameOf = (id) => page.person(people.find((one) => one.id === id)?.name ?? id);
  const names = { person, respondent: useRespondents().nameOf };
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={access.parts.audit}>
      <table class="audit read-down">
        <caption class="unseen">{access.parts.audit}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <time dateTime={one.at}>{page.instant(one.at)}</time>
              </th>
              <td data-name={access.who} class="whom">
                <bdi>{one.principal === null ? access.unknown : page.personAlone(person(one.principal))}</bdi>
              </td>
              <td data-name={access.what}>{page.capital(access.audited[one.what] ?? one.what)}</td>
              <td data-name={access.particulars} class="particulars">
                <div>
                  {particularsOf(one, names, page).map(([name, value, isWritten]) => (
                    <span key={name}>
                      {name}
                      {page.texts.colon}
                      {isWritten ? <Quoted>{value}</Quoted> : <bdi>{value}</bdi>}
                    </span>
                  ))}
                </div>
              </td>
              <td data-name={access.where}>
                <code>{one.where}</code>
              </td>
              <td data-name={access.network}>{one.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
