/** One word that waits: its rows, three of them as samples, and what it may mean. */
import type { WordItem, WordsAnswer } from '@rapporteur/contract';
import { usePage, type Page } from '../../page/page-context.js';
import { sayReason } from '../../page/texts/say-reason.js';
import { dimensionName, type CodeNames } from './code-names.js';
import type { Review, Step } from './review.js';

interface Props {
  readonly review: Review;
  readonly item: WordItem;
  readonly rounds: WordsAnswer['rounds'];
  readonly codes: CodeNames;
  readonly onKey: (key: string) => void;
}

export function WordCard({ review, item, rounds, codes, onKey }: Props) {
  const page = usePage();
  const { words } = page.texts;
  const { dimension, word, column, rows, proposals } = item;
  const step = review.said.get(review.at);
  return (
    <>
      <p class="key">
        {words.place(page.number(review.at + 1), page.number(review.items.length))} ·{' '}
        {dimensionName(dimension, page)}
      </p>
      {/* Told as a whole when it changes, so that who does not see it hears the next question. */}
      <div aria-live="polite" aria-atomic="true">
        <h3 class="word">
          <bdi>{word.trim() === '' ? words.blank : word}</bdi>
        </h3>
        <p>
          {words.rows(rows)} {column !== null && words.inColumn(column)}
        </p>
        {step !== undefined && <p class="said">{saidText(step, codes, page)}</p>}
        {proposals.length === 0 && <p>{words.noProposal}</p>}
        <ol class="proposals" aria-label={words.proposals}>
          {proposals.map(({ code, name, reason }, i) => (
            <li key={code}>
              <button type="button" aria-keyshortcuts={String(i + 1)} onClick={() => onKey(String(i + 1))}>
                <kbd aria-hidden="true">{i + 1}</kbd>{' '}
                <strong lang={page.language}>{codes.name(dimension, code, name)}</strong> <code>{code}</code>{' '}
                <Reason reason={reason} name={codes.name(dimension, code, name)} />
              </button>
            </li>
          ))}
        </ol>
      </div>
      <Samples item={item} rounds={rounds} />
    </>
  );
}

export function saidText(step: Step, codes: CodeNames, { texts }: Page): string {
  const { words } = texts;
  if (step === 'later') return words.saidLater;
  const { decision, dimension, code } = step;
  if (decision === 'total') return words.said(words.total);
  if (decision === 'not-a-code') return words.said(words.notCode);
  return words.said(`${codes.name(dimension, code ?? '')} (${code})`);
}

/** Why a code is proposed: in the page's words where it has some, else in the server's own, which are English. */
function Reason({ reason, name }: { reason: string; name: string }) {
  const { reasons } = usePage().texts.words;
  const own = reasons === null ? undefined : sayReason(reason, name, reasons.proposal);
  return own === undefined ? (
    <small lang="en" dir="ltr">
      {reason}
    </small>
  ) : (
    <small>{own}</small>
  );
}

const fold = (text: string) => text.replace(/\s+/gu, ' ').trim().toLowerCase();

/** The rows as "column: cell"; the word itself is marked. */
function Samples({ item, rounds }: { item: WordItem; rounds: WordsAnswer['rounds'] }) {
  const { words } = usePage().texts;
  const headers = new Map(rounds.map(({ round, header }) => [round, header]));
  const wanted = fold(item.word);
  return (
    <ul class="samples">
      {item.samples.map(({ round, row, cells }) => (
        <li key={`${round} ${row}`}>
          <small>
            {round}, {words.sample(String(row))}:
          </small>{' '}
          {cells.map((cell, i) => {
            if (cell.trim() === '') return null;
            const name = headers.get(round)?.[i] ?? String(i + 1);
            const isIt = fold(cell) === wanted && (item.column === null || fold(name) === fold(item.column));
            return (
              <span class="cell" key={i}>
                <small>{name}</small> {isIt ? <mark>{cell}</mark> : <bdi>{cell}</bdi>}
              </span>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
