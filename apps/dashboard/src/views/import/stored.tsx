/** What became of a file that was imported: its rows, what it withdrew, and where to go on. */
import { useEffect, useRef } from 'preact/hooks';
import { everything } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import { RefusedRows } from './refused-rows.js';
import type { Run } from './use-import.js';

/** With more rows than this the view of trends chooses what it opens with. */
const fewRows = 2000;

interface Props {
  readonly run: Extract<Run, { state: 'seen' | 'stored' }>;
  readonly onAnother: () => void;
}

export function Stored({ run, onAnother }: Props) {
  const page = usePage();
  const words = page.texts.import;
  const { answer, of } = run;
  const { rows, stored, repeated, refused, waiting, withdrawals } = answer;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Somebody may be deciding words already, which are asked about before all figures are stored.
    if (!document.activeElement?.closest('.review')) element.current?.focus();
  }, []);
  const { withdrawn, standing } = withdrawals;
  const about = new URLSearchParams({ collection: of.collection, round: of.round }).toString();
  const sum = [rows, stored, repeated, refused, waiting].map(page.number);
  const to = {
    page: undefined,
    collection: of.collection,
    respondent: undefined,
    from: undefined,
    to: undefined,
  };
  return (
    <div class="box seen" role="status" tabIndex={-1} ref={element}>
      <h3>{words.stored(of.file.name, `${of.collection}/${of.round}`)}</h3>
      <p class="sum">{words.sum(sum[0]!, sum[1]!, sum[2]!, sum[3]!, sum[4]!)}</p>
      <p>{withdrawn === 0 ? words.withdrawsNothing : words.withdraws(withdrawn, page.number(standing))}</p>
      <RefusedRows answer={answer} all={`/v1/imports/${answer.file}/refused?${about}`} />
      <p class="actions">
        <a class="button" href={page.link({ ...to, indicator: rows > fewRows ? undefined : everything })}>
          {words.seeFigures}
        </a>
        {standing > 0 && (
          <a
            class="button"
            href={page.link({ ...to, page: 'differences', earlier: undefined, later: of.round })}
          >
            {words.seeDifferences}
          </a>
        )}
        <button type="button" onClick={onAnother}>
          {words.another}
        </button>
      </p>
    </div>
  );
}
