/** What could not be delivered to a webhook, and sending it again: one message, all that were given up, or all after a position. */
import { useState } from 'preact/hooks';
import type { WebhookAnswer, WebhookFailures } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { StateOf } from '../../parts/state-of.js';
import { ActDialog } from '../access/act-dialog.js';
import { Done, useDone } from '../access/done.js';
import { TextField } from '../submit/field.js';
import type { SelectionNames } from './selection-text.js';
import { pathOf } from './webhook-list.js';
import { TableOfActs } from '../../page/table-of-acts.js';

interface Props {
  readonly webhook: WebhookAnswer;
  readonly names: SelectionNames;
}

/** What is sent again: the message of an event, all that were given up, or everything after a position. */
type Replay = { readonly position: number } | 'failed' | 'after';

export function Failures({ webhook, names }: Props) {
  const { webhooks: words } = usePage().texts;
  const asked = useAnswer<WebhookFailures>(`${pathOf(webhook)}/failures`);
  const [replay, setReplay] = useState<Replay>();
  const done = useDone(() => setReplay(undefined));
  return (
    <section aria-labelledby="failures">
      <h2 id="failures">{words.failuresOf(webhook.url)}</h2>
      <Done done={done} />
      <StateOf asked={asked}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <p class="state">{words.noFailures}</p>
            ) : (
              <FailureTable {...{ items, webhook, names }} onAgain={setReplay} />
            )}
            {!webhook.ended && (
              <p class="actions">
                {items.some(({ nextAt }) => nextAt === null) && (
                  <button type="button" onClick={() => setReplay('failed')}>
                    {words.againFailed}
                  </button>
                )}
                <button type="button" onClick={() => setReplay('after')}>
                  {words.againAfter}
                </button>
              </p>
            )}
          </>
        )}
      </StateOf>
      {replay === 'after' && <AfterDialog {...done.asking} webhook={webhook} />}
      {replay === 'failed' && (
        <ActDialog
          {...done.asking}
          title={words.againFailed}
          what={words.againWhat}
          confirm={words.again}
          path={`${pathOf(webhook)}/replay`}
          isReasonless
          body={{ failed: true }}
        />
      )}
      {typeof replay === 'object' && (
        <ActDialog
          {...done.asking}
          title={words.againThis(replay.position)}
          what={words.againWhat}
          confirm={words.again}
          path={`${pathOf(webhook)}/replay`}
          isReasonless
          body={replay}
        />
      )}
    </section>
  );
}

function AfterDialog({
  webhook,
  ...asking
}: { webhook: WebhookAnswer } & ReturnType<typeof useDone>['asking']) {
  const { webhooks: words } = usePage().texts;
  const [after, setAfter] = useState(String(webhook.place));
  const typed = after.trim();
  return (
    <ActDialog
      {...asking}
      title={words.againAfter}
      what={words.againAfterWhat}
      confirm={words.again}
      path={`${pathOf(webhook)}/replay`}
      isReasonless
      // What is no number is sent as it is typed, and the server says what is wrong with it.
      body={{ after: /^\d{1,15}$/.test(typed) ? Number(typed) : typed }}
    >
      <TextField
        field="act-after"
        label={words.position}
        value={after}
        onText={setAfter}
        inputProps={{ inputMode: 'numeric', dir: 'ltr' }}
      />
    </ActDialog>
  );
}

interface TableProps extends Props, Pick<WebhookFailures, 'items'> {
  readonly onAgain: (replay: Replay) => void;
}

function FailureTable({ items, webhook, names, onAgain }: TableProps) {
  const page = usePage();
  const { webhooks: words, respondent } = page.texts;
  const columns = [words.position, respondent, words.tries, words.problem, words.next];
  return (
    <TableOfActs label={words.failures} columns={columns}>
      {items.map((one) => (
        <tr key={`${one.position} ${one.publication}`}>
          <th scope="row">
            <a href={page.link({ event: String(one.position) })}>{one.position}</a>
          </th>
          <td data-name={respondent}>
            {one.respondent ? names.respondent(one.respondent) : one.publication}
          </td>
          <td data-name={words.tries}>{page.number(one.tries)}</td>
          <td data-name={words.problem}>
            <bdi lang="en">{one.problem}</bdi>
          </td>
          <td data-name={words.next}>{one.nextAt ? page.instant(one.nextAt) : words.givenUp}</td>
          <td>
            {!webhook.ended && (
              <button
                type="button"
                class="quiet"
                aria-label={words.againThis(one.position)}
                onClick={() => onAgain({ position: one.position })}
              >
                {words.again}
              </button>
            )}
          </td>
        </tr>
      ))}
    </TableOfActs>
  );
}
