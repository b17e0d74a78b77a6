/** The letter's side of the workbench: its text, or its pages as pictures. Which of them is in the address. */
import type { DocumentTextAnswer } from '@rapporteur/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { send, type Sent } from '../../page/send.js';
import { findWords } from '../../parts/evidence/page-picture.js';
import { RefusalText } from '../../session/refusal-text.js';
import { keyOfProposal, type Coding, type Proposal } from './coding.js';
import { Letter } from './letter.js';
import { LetterPage } from './region/letter-page.js';
import { isOnPage } from './region/page-place.js';
import type { OnBench } from './use-bench.js';

interface Props {
  readonly document: string;
  readonly text: DocumentTextAnswer;
  readonly coding: Coding;
  readonly on: OnBench;
}

/** The page that the address asks for; of a letter without a text the first. Undefined: the text. */
export function shownPage(leaf: string | undefined, { unread, hasPagePictures }: DocumentTextAnswer) {
  if (!hasPagePictures) return undefined;
  if (leaf !== undefined && /^[1-9]\d{0,3}$/.test(leaf)) return Number(leaf);
  return unread ? 1 : undefined;
}

export function LetterSide({ document, text, coding, on }: Props) {
  const page = usePage();
  const shown = shownPage(page.params.leaf, text);
  const { marks, current, onMark, setPlace } = on;
  const go = (leaf: number | undefined) => {
    if (leaf === shown) return;
    setPlace(undefined);
    goTo(page.link({ leaf: leaf === undefined ? undefined : String(leaf) }), 'replace');
  };
  // An entry that is gone to is seen where it stands.
  useEffect(() => {
    const place = on.row && coding.places[on.row.name];
    if (place) go(isOnPage(place) ? place.page : undefined);
  }, [on.row?.name]);
  // So is a proposal, once another than the first is looked at: the address says what is shown at first.
  const proposed = on.row ? undefined : on.proposal;
  const key = proposed && keyOfProposal(proposed);
  const before = useRef(key);
  useEffect(() => {
    const isOther = key !== undefined && before.current !== undefined && before.current !== key;
    before.current = key ?? before.current;
    if (isOther && shown !== undefined && proposed && proposed.page !== null) go(proposed.page);
  }, [key]);
  const letter = <Letter {...{ text, marks, current, onMark }} onSelect={setPlace} />;
  if (!text.hasPagePictures) return letter;
  return (
    <div class="letter-side">
      <Turn {...{ text, shown, go }} />
      {shown === undefined ? letter : <OnePage key={shown} {...{ document, shown, coding, on }} />}
    </div>
  );
}

interface TurnProps {
  readonly text: DocumentTextAnswer;
  readonly shown: number | undefined;
  readonly go: (leaf: number | undefined) => void;
}

/** Text or page, and the pages before and after. */
function Turn({ text, shown, go }: TurnProps) {
  const { texts } = usePage();
  const { pageSide } = texts;
  return (
    <div class="letter-turn" role="group" aria-label={texts.workbench.letter}>
      {!text.unread && (
        <button type="button" aria-pressed={shown === undefined} onClick={() => go(undefined)}>
          {pageSide.asText}
        </button>
      )}
      <button type="button" aria-pressed={shown !== undefined} onClick={() => go(shown ?? 1)}>
        {pageSide.asPage}
      </button>
      {shown !== undefined && (
        <>
          <button type="button" disabled={shown === 1} onClick={() => go(shown - 1)}>
            {pageSide.before}
          </button>
          <span>{texts.onPage(shown)}</span>
          <button type="button" onClick={() => go(shown + 1)}>
            {pageSide.next}
          </button>
        </>
      )}
      {text.unread && <small>{text.unread.message}</small>}
    </div>
  );
}

/** What is drawn, or how to draw. */
const hint = 'page-hint';

function OnePage({ document, shown, coding, on }: Omit<Props, 'text'> & { readonly shown: number }) {
  const { texts, number } = usePage();
  const { pageSide } = texts;
  const [fault, setFault] = useState<Sent<unknown>>();
  const words = useWords(document, shown, on.row ? undefined : on.proposal);
  if (fault) return <Fault {...{ fault, shown }} />;
  const { place } = on;
  const region = place && isOnPage(place) && place.page === shown ? place.region : undefined;
  const framed = Object.entries(coding.places).flatMap(([name, one]) =>
    isOnPage(one) && one.page === shown ? [{ name, region: one.region, isCurrent: name === on.current }] : [],
  );
  const address = `/v1/documents/${document}/pages/${shown}`;
  return (
    <>
      <p class="key" role="status" id={hint}>
        {region
          ? pageSide.frame(number(region.x), number(region.y), number(region.width), number(region.height))
          : pageSide.draw}
      </p>
      <LetterPage
        {...{ address, words, region, framed }}
        {...{ title: texts.pageAsPicture(shown), describedBy: hint }}
        onRegion={(drawn) => on.setPlace(drawn && { page: shown, region: drawn })}
        onTake={() => on.add('figure')}
        onFramed={on.onMark}
        // A picture does not tell why it is not there; its address does.
        onError={() => void send('GET', address).then(setFault)}
      />
    </>
  );
}

/** Where the words of a proposal stand on a page; none where that is not known, or they are on another. */
function useWords(document: string, shown: number, proposal: Proposal | undefined) {
  const { askNow } = usePage();
  const isHere = proposal !== undefined && proposal.paragraph !== null && proposal.page === shown;
  const query = isHere ? { paragraph: String(proposal.paragraph), places: 'true' } : undefined;
  const asked = useAnswer<DocumentTextAnswer>(query && askNow(`/v1/documents/${document}/text`, query));
  return isHere && asked.answer ? findWords(proposal, asked.answer.paragraphs) : [];
}

/** Why there is no picture: how many pages there are is known once one is asked for that is not there. */
function Fault({ fault, shown }: { readonly fault: Sent<unknown>; readonly shown: number }) {
  const { texts } = usePage();
  const isRefused = fault.state === 'refused';
  return (
    <p class="state" role="alert">
      {isRefused && fault.problem.status === 404 && texts.pageSide.noSuchPage(shown)}
      {isRefused && fault.problem.status !== 404 && <RefusalText problem={fault.problem} />}
      {!isRefused && texts.away}
    </p>
  );
}
