/** Adds a letter to a round: the file, its day, whose it is, and the language in which its scanned pages are read. */
import type { DocumentReceipt, Named } from '@rapporteur/contract';
import { useState } from 'preact/hooks';
import { goTo, languages } from '../../../page/address.js';
import { today, usePage } from '../../../page/page-context.js';
import type { Sent } from '../../../page/send.js';
import { RefusalText } from '../../../session/refusal-text.js';
import { sendLetter } from './send-letter.js';
import './add-letter.css';

interface Props {
  /** `collection/round`. */
  readonly round: string;
  readonly respondents: readonly Named[];
}

export function AddLetter({ round, respondents }: Props) {
  const page = usePage();
  const { texts } = page;
  const { addLetter, submit } = texts;
  const [file, setFile] = useState<File>();
  const [said, setSaid] = useState({ received: today(), respondent: '', language: '' });
  const [outcome, setOutcome] = useState<Sent<DocumentReceipt> | 'busy'>();
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part });
  const add = async () => {
    if (!file) return;
    setOutcome('busy');
    const sent = await sendLetter(file, { round, ...said });
    setOutcome(sent);
    if (sent.state !== 'done') return;
    const { document, respondent } = sent.answer;
    goTo(page.link({ round, document, respondent: respondent ?? undefined }));
  };
  const nameOf = new Intl.DisplayNames([page.language], { type: 'language' });
  return (
    <details>
      <summary>{addLetter.title}</summary>
      <form
        class="add-letter"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label>
          {addLetter.file}
          <input type="file" required onChange={(event) => setFile(event.currentTarget.files?.[0])} />
        </label>
        <label>
          {submit.receivedOn}
          <input
            type="date"
            required
            max={today()}
            value={said.received}
            onInput={(event) => change({ received: event.currentTarget.value })}
          />
        </label>
        <Choice
          label={submit.respondent}
          none={addLetter.ofRound}
          options={respondents}
          onChoice={(respondent) => change({ respondent })}
        />
        <Choice
          label={addLetter.language}
          none={addLetter.foundOut}
          options={languages.map((code) => ({ code, name: nameOf.of(code) ?? code }))}
          onChoice={(language) => change({ language })}
        />
        <button disabled={!file || outcome === 'busy'}>{addLetter.add}</button>
      </form>
      {outcome === 'busy' && <p role="status">{addLetter.reading}</p>}
      {outcome !== undefined && outcome !== 'busy' && outcome.state !== 'done' && (
        <p class="state" role="alert">
          {outcome.state === 'away' ? texts.away : <RefusalText problem={outcome.problem} />}
        </p>
      )}
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What it is called to choose none. */
  readonly none: string;
  readonly options: readonly Named[];
  readonly onChoice: (code: string) => void;
}

const Choice = ({ label, none, options, onChoice }: ChoiceProps) => (
  <label>
    {label}
    <select onChange={(event) => onChoice(event.currentTarget.value)}>
      <option value="">{none}</option>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
