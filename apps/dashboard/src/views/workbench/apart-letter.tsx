/** Coding a letter apart from another person: a draft of one's own, and the comparison once both are done. */
import type { ApartAnswer, DraftAnswer } from '@rapporteur/contract';
import { useState } from 'preact/hooks';
import { goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { send } from '../../page/send.js';
import { RefusalText } from '../../session/refusal-text.js';
import { StateOf } from '../../parts/state-of.js';
import { ApartComparison } from './apart-comparison.js';
import { Bench, type BenchProps } from './bench.js';
import { toCoding, type Coding } from './coding.js';
import { useDraft } from './use-draft.js';

type Props = Omit<BenchProps, 'draft' | 'onSent' | 'foot'> & { readonly entry: Coding['entry'] };

export function ApartLetter(props: Props) {
  const { document, round, respondent } = props;
  const query = new URLSearchParams({ round, respondent: respondent.code }).toString();
  const asked = useAnswer<ApartAnswer>(`/v1/documents/${document}/draft/apart?${query}`);
  return <StateOf asked={asked}>{(read) => <Apart {...props} read={read} query={query} />}</StateOf>;
}

function Apart({
  entry,
  read,
  query,
  ...props
}: Props & { readonly read: ApartAnswer; readonly query: string }) {
  const page = usePage();
  const words = page.texts.workbench.drafts;
  const { document, round, respondent, lists } = props;
  const whose = { round, respondent: respondent.code };
  const [refusal, setRefusal] = useState<Parameters<typeof RefusalText>[0]['problem']>();
  const draft = useDraft(document, whose, read, (kept) => kept ?? toCoding(entry), true);
  const { drafts = null, coders = [] } = draft.apart ?? read;
  const take = async (coder: string) => {
    const address = `/v1/documents/${document}/draft`;
    const now = await send<DraftAnswer>('GET', `${address}?${query}`);
    if (now.state !== 'done') return;
    const { version } = now.answer;
    const sent = await send('POST', `${address}/apart/taken`, { ...whose, coder, version });
    if (sent.state === 'done') goTo(page.link({ part: undefined }));
    else if (sent.state === 'refused') setRefusal(sent.problem);
  };
  const problem = refusal && (
    <p role="alert" class="problem">
      <RefusalText problem={refusal} />
    </p>
  );
  if (drafts)
    return (
      <>
        <ApartComparison {...{ drafts, lists }} onTake={(coder) => void take(coder)} />
        {problem}
      </>
    );
  const isEmpty = draft.coding.entry.figures.length + draft.coding.entry.findings.length === 0;
  return (
    <Bench
      {...props}
      {...{ draft, onSent: () => undefined }}
      foot={
        <section aria-label={words.apart}>
          <p>{words.apartIntro}</p>
          <ul>
            {coders.map(({ id, name, isDone }) => (
              <li key={id}>{(isDone ? words.isDone : words.isCoding)(page.person(name))}</li>
            ))}
          </ul>
          <p class="actions">
            <button type="button" disabled={isEmpty} onClick={() => void draft.done().then(setRefusal)}>
              {words.iAmDone}
            </button>
          </p>
          {problem}
        </section>
      }
    />
  );
}
