/** One dialog to take what a view shows elsewhere: its figures in each form, citation and link, chart, and being told of changes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { goTo } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import { saveAnswer } from '../../page/save-file.js';
import { ChartElsewhere } from './chart-elsewhere.js';
import { copy } from './copy.js';
import { Follow } from './follow.js';
import { selectionOf } from './following.js';
import { formsOf, type Form } from './forms.js';
import { Preview } from './preview.js';
import { pictureFormats, type Acting, type Shared } from './shared.js';
import './share.css';

interface DialogProps extends Shared {
  readonly chosen: string;
  /** Called when the dialog is no longer there. */
  readonly onGone: () => void;
}

export function ShareDialog({ chosen, onGone, ...shared }: DialogProps) {
  const page = usePage();
  const { texts } = page;
  const { share } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    dialog.current?.showModal();
    return onGone;
  }, []);
  const act: Acting['act'] = (work, done = texts.copied) => {
    setSaid('');
    work().then(
      () => setSaid(done),
      (error: unknown) => setSaid(texts.charts.failed(String((error as Error).message))),
    );
  };
  const selection = shared.data && selectionOf(shared.data);
  const copying = (text: string, label: string) => (
    <button type="button" onClick={() => act(() => copy(text))}>
      {label}
    </button>
  );
  return (
    <dialog
      ref={dialog}
      class="share"
      aria-labelledby="share-title"
      onClose={() => goTo(page.link({}), 'replace')}
    >
      <div class="drawer-head">
        <h2 id="share-title">{share.open}</h2>
        <span role="status">{said}</span>
        <button type="button" onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </div>
      {shared.data && <Forms {...{ ...shared, chosen, act }} data={shared.data} />}
      <h3>{texts.cite}</h3>
      <p>{shared.citation}</p>
      <div class="downloads">
        {copying(`${shared.citation}. ${location.origin}${shared.address}`, share.copyCitation)}{' '}
        {copying(location.origin + shared.address, share.copyLink)}
      </div>
      {shared.data && (
        <>
          <h3>{share.chart}</h3>
          <ChartElsewhere {...shared} data={shared.data} act={act} />
        </>
      )}
      {selection && <Follow selection={selection} act={act} />}
    </dialog>
  );
}

interface FormsProps extends Acting, Pick<Shared, 'savePicture'> {
  readonly data: string;
  readonly chosen: string;
}

/** The forms, and of the chosen one what it is for, how it begins, its address. */
function Forms({ data, chosen, savePicture, act }: FormsProps) {
  const page = usePage();
  const { texts } = page;
  const { share } = texts;
  const forms = formsOf(data);
  const pictures = savePicture ? pictureFormats.map((name) => ({ name, title: name.toUpperCase() })) : [];
  const shown = [...forms, ...pictures].find(({ name }) => name === chosen) ?? forms[0]!;
  const form = forms.find(({ name }) => name === shown.name);
  const save = () =>
    form
      ? saveAnswer(form.file, form.address)
      : savePicture!(pictureFormats.find((name) => name === shown.name)!);
  return (
    <div class="forms">
      <fieldset>
        <legend>{share.form}</legend>
        {[...forms, ...pictures].map(({ name, title }) => (
          <label key={name}>
            <input
              type="radio"
              name="form"
              checked={name === shown.name}
              onChange={() => goTo(page.link({ share: name }), 'replace')}
            />
            <bdi lang="en">{title}</bdi>
          </label>
        ))}
      </fieldset>
      <div class="form">
        <p>{share.uses[shown.name]}</p>
        {form && <OfForm form={form} act={act} />}
        <button type="button" onClick={() => act(save, '')}>
          {texts.charts.downloadAll(shown.title)}
        </button>
      </div>
    </div>
  );
}

function OfForm({ form, act }: Acting & { readonly form: Form }) {
  const page = usePage();
  const { share } = page.texts;
  const address = location.origin + form.address;
  return (
    <>
      <h3>{share.preview}</h3>
      <Preview key={form.name} form={form} />
      <label class="address">
        {share.address}
        <input readOnly value={address} dir="ltr" onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" class="quiet" onClick={() => act(() => copy(address))}>
        {share.copyAddress}
      </button>{' '}
    </>
  );
}
