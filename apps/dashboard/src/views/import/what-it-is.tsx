/** What a file is that was read and not stored: sheet, header, columns, period, rows, and what it would withdraw. */
import { useEffect, useRef } from 'preact/hooks';
import type { ImportAnswer } from '@rapporteur/contract';
import { Facts } from '../../parts/facts.js';
import { usePage, type Page } from '../../page/page-context.js';
import { RefusedRows } from './refused-rows.js';
import type { Run } from './use-import.js';
import { Withdraws } from './withdraws.js';

type Looked = Extract<Run, { state: 'seen' | 'stored' | 'refused' }>;

interface Props {
  readonly run: Looked;
  readonly onStore: (how: { readonly accepted?: number }) => void;
  /** The file is only a part: it is read again as such. */
  readonly onPartial: () => void;
}

export function WhatItIs({ run, onStore, onPartial }: Props) {
  const page = usePage();
  const words = page.texts.import;
  const answer = run.state === 'refused' ? undefined : run.answer;
  const summary = run.state === 'refused' ? run.problem : run.answer.withdrawals;
  const mustAccept = answer?.mustAccept ?? true;
  return (
    <div class="box seen">
      {answer && (
        <>
          <h3>{words.what}</h3>
          <Facts facts={factsOf(answer, page)} />
          <Columns answer={answer} />
          <p class="sum">{sumText(answer, page)}</p>
          {answer.conflicting > 0 && <p>{words.conflicting(answer.conflicting)}</p>}
        </>
      )}
      <Withdraws
        summary={summary}
        waiting={answer?.withdrawnWaiting ?? 0}
        mustAccept={mustAccept}
        onAccept={(accepted) => onStore({ accepted })}
        onPartial={onPartial}
      />
      {answer && <RefusedRows answer={answer} />}
      {!mustAccept && <StoreButton onStore={() => onStore({})} />}
    </div>
  );
}

function StoreButton({ onStore }: { onStore: () => void }) {
  const words = usePage().texts.import;
  const button = useRef<HTMLButtonElement>(null);
  // Enter goes on, unless somebody is writing elsewhere.
  useEffect(() => {
    const { activeElement: at } = document;
    const isTyping = at instanceof HTMLInputElement && at.type !== 'file' && at.type !== 'checkbox';
    if (!isTyping) button.current?.focus();
  }, []);
  return (
    <p class="actions">
      <button type="button" class="strong" ref={button} onClick={onStore}>
        {words.store}
      </button>
    </p>
  );
}

export function sumText(answer: ImportAnswer, { texts, number }: Page): string {
  const { rows, stored, repeated, refused, waiting } = answer;
  return texts.import.sumBefore(
    number(rows),
    number(stored),
    number(repeated),
    number(refused),
    number(waiting),
  );
}

function factsOf({ seen, respondents, rows }: ImportAnswer, page: Page) {
  const words = page.texts.import;
  const { sheet, headerRow, from, to } = seen;
  return [
    [words.sheet, sheet],
    [words.headerRow, words.inRow(page.number(headerRow))],
    [words.period, from === null || to === null ? '' : from === to ? from : words.fromTo(from, to)],
    [words.respondents, page.number(respondents)],
    [words.rows, page.number(rows)],
  ] as const;
}

/** The columns that are read with what they are read as; those that are not, in one line. */
function Columns({ answer: { seen } }: { answer: ImportAnswer }) {
  const page = usePage();
  const words = page.texts.import;
  const unused = seen.columns.flatMap(({ name, use }) => (use === null ? [name] : []));
  return (
    <div>
      <h4 id="import-columns">{words.columns}</h4>
      <ul class="columns" aria-labelledby="import-columns">
        {seen.columns.map(
          ({ name, use }, i) =>
            use !== null && (
              <li key={`${i} ${name}`}>
                <bdi>{name}</bdi> <small>{words.uses[use]}</small>
              </li>
            ),
        )}
      </ul>
      {unused.length > 0 && <p class="key">{words.unused(page.list(unused))}</p>}
    </div>
  );
}
