/** What is asked about a file: collection, round, day of receipt, and how it is to be taken. */
import type { Named } from '@rapporteur/contract';
import { today, usePage } from '../../page/page-context.js';
import type { Upload } from './upload.js';

export type Settings = Omit<Upload, 'file' | 'accepted' | 'isTrial'>;

const isCode = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Whether a file can be sent with these settings; the server checks the rest. */
export const isComplete = ({ collection, round, received }: Settings): boolean =>
  isCode(collection) && isCode(round) && /^\d{4}-\d\d-\d\d$/.test(received);

interface Props {
  readonly collections: readonly Named[];
  readonly settings: Settings;
  /** Whether it is asked if a day before the call for replies is right. */
  readonly asksDay: boolean;
  readonly onSettings: (settings: Settings) => void;
  /** Called when a field is left, or the form sent. */
  readonly onDone: (settings: Settings) => void;
}

export function Fields({ collections, settings, asksDay, onSettings, onDone }: Props) {
  const { texts } = usePage();
  const words = texts.import;
  const set = (some: Partial<Settings>) => {
    onSettings({ ...settings, ...some });
    return { ...settings, ...some };
  };
  const text = (name: 'collection' | 'round', label: string, list?: string) => (
    <label class="long">
      {label}
      <input
        id={`import-${name}`}
        list={list}
        value={settings[name]}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => void set({ [name]: event.currentTarget.value.trim().toLowerCase() })}
        onChange={(event) => onDone(set({ [name]: event.currentTarget.value.trim().toLowerCase() }))}
      />
    </label>
  );
  return (
    <form
      class="choice"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(settings);
      }}
    >
      {text('collection', words.collection, 'import-collections')}
      <datalist id="import-collections">
        {collections.map(({ code, name }) => (
          <option key={code} value={code} label={name} />
        ))}
      </datalist>
      {text('round', words.round)}
      <label>
        {words.received}
        <input
          id="import-received"
          type="date"
          max={today()}
          value={settings.received}
          onInput={(event) => void set({ received: event.currentTarget.value })}
          onChange={(event) => onDone(set({ received: event.currentTarget.value }))}
        />
      </label>
      {asksDay && (
        <Check
          id="import-day"
          label={words.dayConfirmed}
          isOn={settings.isDayConfirmed}
          onOn={(isDayConfirmed) => onDone(set({ isDayConfirmed }))}
        />
      )}
      <More settings={settings} onDone={(some) => onDone(set(some))} />
    </form>
  );
}

interface MoreProps {
  readonly settings: Settings;
  readonly onDone: (some: Partial<Settings>) => void;
}

/** What is seldom needed: a file that is only a part, a mapping of its own. */
function More({ settings, onDone }: MoreProps) {
  const words = usePage().texts.import;
  return (
    <details class="more">
      <summary>{words.more}</summary>
      <Check
        id="import-partial"
        label={words.isPartial}
        isOn={settings.isPartial}
        onOn={(isPartial) => onDone({ isPartial })}
      />
      <label>
        {words.mapping}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => onDone({ mapping: currentTarget.files?.[0] })}
        />
      </label>
      <button type="submit">{words.look}</button>
    </details>
  );
}

interface CheckProps {
  readonly id: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onOn: (isOn: boolean) => void;
}

export function Check({ id, label, isOn, onOn }: CheckProps) {
  return (
    <label class="check" for={id}>
      <input id={id} type="checkbox" checked={isOn} onChange={(event) => onOn(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
