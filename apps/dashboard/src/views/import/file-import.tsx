/** The part of importing a file: choosing it, seeing what it is, and storing it. */
import { useEffect, useState } from 'preact/hooks';
import type { Named } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { askAgain } from '../../page/live.js';
import { today, usePage } from '../../page/page-context.js';
import { codeOf } from '../../session/session.js';
import { DropZone } from './drop-zone.js';
import { Fields, isComplete, type Settings } from './fields.js';
import { guessAbout } from './guess.js';
import { Running } from './running.js';
import { Stored } from './stored.js';
import type { Upload } from './upload.js';
import { useImport } from './use-import.js';
import { WhatItIs } from './what-it-is.js';

interface Props {
  readonly collections: readonly Named[];
  /** That of the address. */
  readonly collection: string;
  readonly onStored: () => void;
}

export function FileImport({ collections, collection, onStored }: Props) {
  const page = usePage();
  const words = page.texts.import;
  const [file, setFile] = useState<File>();
  const [settings, setSettings] = useState<Settings>({
    ...{ collection, round: '', received: today() },
    ...{ mapping: undefined, isPartial: false, isDayConfirmed: false },
  });
  const { run, start, stop } = useImport();
  const send = async (of: Settings, which: File, more: Pick<Upload, 'isTrial' | 'accepted'>) => {
    goTo(page.link({ collection: of.collection }), 'replace');
    const ended = await start({ ...of, ...more, file: which });
    if (ended.state !== 'stored') return;
    askAgain();
    onStored();
  };
  // Its words are known before its figures are stored: they can be asked about meanwhile.
  const knowsWords =
    run.state === 'busy' && !run.of.isTrial && run.progress.phase === 'storing' && run.progress.done > 0;
  useEffect(() => {
    if (knowsWords) onStored();
  }, [knowsWords]);
  const look = (of: Settings, which = file) => {
    if (which && isComplete(of)) void send(of, which, { isTrial: true, accepted: undefined });
    else stop();
  };
  const choose = (which: File) => {
    const codes = collections.map(({ code }) => code);
    const about = guessAbout(which, today(), codes, settings.collection);
    const next = { ...settings, ...about, isDayConfirmed: false };
    setFile(which);
    setSettings(next);
    look(next, which);
  };
  const store = (more: { readonly accepted?: number; readonly isPartial?: boolean }) => {
    const next = { ...settings, isPartial: more.isPartial ?? settings.isPartial };
    setSettings(next);
    if (file) void send(next, file, { isTrial: false, accepted: more.accepted });
  };
  const asksDay = run.state === 'refused' && codeOf(run.problem) === 'bad-date';
  return (
    <section class="import" aria-labelledby="import-file">
      <h2 id="import-file">{words.file}</h2>
      <DropZone file={file} onFile={choose} />
      {file && (
        <Fields
          collections={collections}
          settings={settings}
          asksDay={asksDay || settings.isDayConfirmed}
          onSettings={setSettings}
          onDone={look}
        />
      )}
      {file && run.state === 'none' && !isComplete(settings) && <p class="state">{words.lookFirst}</p>}
      <Running run={run} onStop={stop} />
      {(run.state === 'seen' || (run.state === 'refused' && run.problem.withdrawn !== undefined)) && (
        <WhatItIs run={run} onStore={store} onPartial={() => look(partial(settings, setSettings))} />
      )}
      {run.state === 'stored' && (
        <Stored
          run={run}
          onAnother={() => {
            setFile(undefined);
            stop();
          }}
        />
      )}
    </section>
  );
}

/** The settings for a file that is only a part, which are also kept. */
function partial(settings: Settings, keep: (settings: Settings) => void): Settings {
  const next = { ...settings, isPartial: true };
  keep(next);
  return next;
}
