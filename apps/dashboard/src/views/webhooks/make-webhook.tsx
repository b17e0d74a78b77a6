/** Making a webhook for a selection that the address keeps; its secret is shown once. */
import { useCallback, useState } from 'preact/hooks';
import type { Named, WebhookKind, WebhookMade } from '@rapporteur/contract';
import { webhookKinds } from 'virtual:dimension-names';
import { collectionOf, goTo } from '../../page/address.js';
import { useAnswer, type Items } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';
import { Combobox } from '../../parts/combobox.js';
import { ActDialog, type Asking } from '../access/act-dialog.js';
import { Done, useDone } from '../access/done.js';
import { ShownOnce } from '../access/shown-once.js';
import { ProblemsOf, TextField } from '../submit/field.js';
import { selectionText, type SelectionNames } from './selection-text.js';

/** A webhook of these names a report, which is not chosen here. */
const ofReports: ReadonlySet<string> = new Set(['check']);
const kindsOffered = webhookKinds.filter((kind) => !ofReports.has(kind));

interface Props {
  readonly names: SelectionNames;
}

export function MakeWebhook({ names }: Props) {
  const { webhooks: words } = usePage().texts;
  const [isOpen, setOpen] = useState(false);
  const done = useDone(() => setOpen(false));
  const selection = useSelection();
  return (
    <>
      <h2>{words.make}</h2>
      <SelectionChoice names={names} />
      <p class="actions">
        <button type="button" class="strong" onClick={() => setOpen(true)}>
          {words.makeThis}
        </button>
      </p>
      <Done done={done} />
      {isOpen && <MakeDialog {...done.asking} selection={selection} names={names} />}
    </>
  );
}

interface Chosen {
  readonly respondents: readonly string[];
  readonly indicators: readonly string[];
  readonly collection: string | undefined;
}

/** What the address says. Of several collections none is chosen, since a webhook is of one or of all. */
function useSelection(): Chosen {
  const { params } = usePage();
  const collection = collectionOf(params);
  return {
    respondents: params.respondent?.split(',') ?? [],
    indicators: params.indicator?.split(',') ?? [],
    collection: collection?.includes(',') ? undefined : collection,
  };
}

function SelectionChoice({ names }: Props) {
  const page = usePage();
  const { texts } = page;
  const { respondents, indicators, collection } = useSelection();
  const collections = useAnswer<Items<Named>>(page.askNow('/v1/collections', { limit: '1000' })).answer;
  const byName = (items: readonly Named[]) => () =>
    [...items].sort((a, b) => page.compare(a.name, b.name)).map(({ code, name }) => ({ code, name }));
  const respondentOptions = useCallback(byName(names.respondents), [names, page]);
  const indicatorOptions = useCallback(byName(names.indicators), [names, page]);
  const joined = (codes: readonly string[]) => codes.join(',') || undefined;
  return (
    <section class="choice" aria-label={texts.choose}>
      <Combobox
        title={texts.respondents}
        options={respondentOptions}
        nameOf={names.respondent}
        chosen={respondents}
        onChange={(codes) => goTo(page.link({ respondent: joined(codes) }))}
      />
      <Combobox
        title={texts.indicators}
        options={indicatorOptions}
        nameOf={names.indicator}
        chosen={indicators}
        onChange={(codes) => goTo(page.link({ indicator: joined(codes) }))}
      />
      <Select
        label={texts.collection}
        value={collection ?? ''}
        options={[
          ['', texts.allCollections],
          ...(collections?.items ?? []).map(({ code, name }) => [code, name] as const),
        ]}
        onChange={(code) => goTo(page.link({ collection: code || undefined }))}
      />
    </section>
  );
}

function MakeDialog({ selection, names, ...asking }: Asking & Props & { readonly selection: Chosen }) {
  const page = usePage();
  const { webhooks: words } = page.texts;
  const [url, setUrl] = useState('');
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(kindsOffered);
  const { respondents, indicators, collection } = selection;
  const orNull = (codes: readonly string[]) => (codes.length === 0 ? null : [...codes]);
  const said = { respondents: orNull(respondents), indicators: orNull(indicators) };
  const text = selectionText({ ...said, collection: collection ?? null }, names, page);
  return (
    <ActDialog<WebhookMade>
      {...asking}
      title={words.make}
      what={words.makeWhat(text)}
      confirm={words.makeThis}
      path="/v1/webhooks"
      isReasonless
      body={{
        ...{ url: url.trim(), kinds, collection },
        respondents: said.respondents ?? undefined,
        indicators: said.indicators ?? undefined,
      }}
      shownOnce={({ secret }) => <ShownOnce label={words.secret} secret={secret} words={words.secretOnce} />}
    >
      <TextField
        field="act-url"
        label={words.url}
        value={url}
        isLong
        onText={setUrl}
        inputProps={{ type: 'url', dir: 'ltr' }}
      />
      <fieldset id="act-kinds">
        <legend>{words.toldOf}</legend>
        {kindsOffered.map((kind) => (
          <label class="check" key={kind}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={({ currentTarget: { checked } }) =>
                setKinds(kindsOffered.filter((one) => (one === kind ? checked : kinds.includes(one))))
              }
            />
            {words.kinds[kind] ?? kind}
          </label>
        ))}
        <ProblemsOf field="act-kinds" />
      </fieldset>
    </ActDialog>
  );
}
