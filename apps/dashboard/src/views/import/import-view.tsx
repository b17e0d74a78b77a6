/** Import: a file is read and shown, imported, its unknown words are asked about, and an import is taken back. */
import { useState } from 'preact/hooks';
import type { List, Named } from '@rapporteur/contract';
import { everything } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { MustSignIn } from '../../session/must-sign-in.js';
import { holdsOneOf, importers, useSession, wordDeciders } from '../../session/session.js';
import { ingestAddress } from '../submit/send-entry.js';
import { FileImport } from './file-import.js';
import './import.css';
import { UndoImport } from './undo-import.js';
import { WordsSection } from './words-section.js';

export function ImportView() {
  const { texts } = usePage();
  const words = texts.import;
  const state = useSession();
  const address = ingestAddress();
  if (address !== 'here' || state.state === 'none')
    return <p class="state">{words.apart(address === 'here' ? '' : address.elsewhere)}</p>;
  if (state.state === 'asking')
    return (
      <p class="state" role="status">
        {texts.loading}
      </p>
    );
  if (state.state === 'away')
    return (
      <p class="state" role="alert">
        {texts.away}
      </p>
    );
  if (!state.session.signedIn) return <MustSignIn>{words.needsSignIn}</MustSignIn>;
  const [mayImport, mayDecide] = [holdsOneOf(state, importers), holdsOneOf(state, wordDeciders)];
  if (!mayImport && !mayDecide) return <p class="state">{words.notAllowed}</p>;
  return <Parts mayImport={mayImport} mayDecide={mayDecide} />;
}

function Parts({ mayImport, mayDecide }: { mayImport: boolean; mayDecide: boolean }) {
  const page = usePage();
  const words = page.texts.import;
  // Grows with everything that is stored here, so that what waits is asked for again.
  const [stored, setStored] = useState(0);
  const known = useAnswer<List<Named>>(page.askNow('/v1/collections', { limit: '1000' }));
  const collections = known.answer?.items ?? [];
  const { collection = '' } = page.params;
  const chosen = collection === everything ? '' : collection;
  const onStored = () => setStored((before) => before + 1);
  return (
    <>
      <p>{words.intro}</p>
      {mayImport ? (
        <FileImport collections={collections} collection={chosen} onStored={onStored} />
      ) : (
        <p class="state">{words.mayNotImport}</p>
      )}
      <WordsSection
        collections={collections}
        collection={chosen}
        mayDecide={mayDecide}
        stored={stored}
        onStored={onStored}
      />
      {mayImport && chosen !== '' && <UndoImport key={chosen} collection={chosen} onStored={onStored} />}
    </>
  );
}
