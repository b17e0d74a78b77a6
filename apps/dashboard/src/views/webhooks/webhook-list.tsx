/** The webhooks: what each is told of, how far it is, what waits and was given up; a new secret, and ending one. */
import { useState } from 'preact/hooks';
import type { WebhookAnswer, WebhookMade } from '@rapporteur/contract';
import { givenName, usePage } from '../../page/page-context.js';
import { ActDialog } from '../access/act-dialog.js';
import { Done, useDone } from '../access/done.js';
import { ShownOnce } from '../access/shown-once.js';
import { selectionText, type SelectionNames } from './selection-text.js';
import { TableOfActs } from '../../page/table-of-acts.js';

export const pathOf = ({ id }: Pick<WebhookAnswer, 'id'>) => `/v1/webhooks/${encodeURIComponent(id)}`;

/** Those that still tell first, and among them the newest. */
const inOrder = (items: readonly WebhookAnswer[]) =>
  [...items].sort(
    (a, b) => Number(a.ended !== null) - Number(b.ended !== null) || (a.madeAt < b.madeAt ? 1 : -1),
  );

interface Props {
  readonly items: readonly WebhookAnswer[];
  readonly names: SelectionNames;
}

interface Act {
  readonly kind: 'secret' | 'end';
  readonly webhook: WebhookAnswer;
}

export function WebhookList({ items, names }: Props) {
  const { webhooks: words } = usePage().texts;
  const [act, setAct] = useState<Act>();
  const done = useDone(() => setAct(undefined));
  return (
    <>
      <h2>{words.list}</h2>
      <Done done={done} />
      <WebhookTable items={inOrder(items)} names={names} onAct={setAct} />
      {act?.kind === 'secret' && (
        <ActDialog<WebhookMade>
          {...done.asking}
          title={words.newSecretThis(act.webhook.url)}
          what={words.newSecretWhat}
          confirm={words.newSecret}
          path={`${pathOf(act.webhook)}/secret`}
          isReasonless
          shownOnce={({ secret }) => (
            <ShownOnce label={words.secret} secret={secret} words={words.secretOnce} />
          )}
        />
      )}
      {act?.kind === 'end' && (
        <ActDialog
          {...done.asking}
          title={words.endThis(act.webhook.url)}
          what={words.endWhat}
          confirm={words.end}
          path={`${pathOf(act.webhook)}/end`}
          isReasonless
        />
      )}
    </>
  );
}

function WebhookTable({ items, names, onAct }: Props & { readonly onAct: (act: Act) => void }) {
  const { webhooks: words } = usePage().texts;
  const columns = [
    words.url,
    words.toldOf,
    words.place,
    words.waiting,
    words.failed,
    words.made,
    words.state,
  ];
  return (
    <TableOfActs label={words.list} columns={columns}>
      {items.map((webhook) => (
        <WebhookRow key={webhook.id} {...{ webhook, names, onAct }} />
      ))}
    </TableOfActs>
  );
}

interface RowProps extends Pick<Props, 'names'> {
  readonly webhook: WebhookAnswer;
  readonly onAct: (act: Act) => void;
}

function WebhookRow({ webhook, names, onAct }: RowProps) {
  const page = usePage();
  const { webhooks: words } = page.texts;
  const { url, kinds, place, waiting, failed, madeBy, madeAt, ended } = webhook;
  const isShown = page.params.what === webhook.id;
  return (
    <tr class={ended ? 'over' : undefined}>
      <th scope="row" class="url">
        <bdi lang="">{url}</bdi>
      </th>
      <td class="words" data-name={words.toldOf}>
        <span>
          {selectionText(webhook, names, page)}
          <br />
          <small>{page.capital(page.list(kinds.map((kind) => words.kinds[kind] ?? kind)))}</small>
        </span>
      </td>
      <td data-name={words.place}>{page.number(place)}</td>
      <td data-name={words.waiting}>{page.number(waiting)}</td>
      <td data-name={words.failed}>{page.number(failed)}</td>
      <td data-name={words.made}>
        <span>
          {page.instant(madeAt) + page.texts.comma}
          {madeBy === 'owner' ? page.personAlone(givenName) : <bdi lang="">{madeBy}</bdi>}
        </span>
      </td>
      <td data-name={words.state}>
        {ended ? (
          <span>
            {`${words.ended} (${page.instant(ended.at)})${page.texts.colon}`}
            <bdi lang="en">{ended.because}</bdi>
          </span>
        ) : (
          page.capital(words.active)
        )}
      </td>
      <td>
        <div class="person-acts">
          <a
            href={page.link({ what: isShown ? undefined : webhook.id })}
            aria-label={words.failuresOf(url)}
            aria-current={isShown ? 'true' : undefined}
          >
            {words.failures}
          </a>
          {!ended && (
            <>
              <button
                type="button"
                class="quiet"
                aria-label={words.newSecretThis(url)}
                onClick={() => onAct({ kind: 'secret', webhook })}
              >
                {words.newSecret}
              </button>
              <button
                type="button"
                class="quiet danger"
                aria-label={words.endThis(url)}
                onClick={() => onAct({ kind: 'end', webhook })}
              >
                {words.end}
              </button>
            </>
          )}
        </div>
      </td>
    </tr>
  );
}
