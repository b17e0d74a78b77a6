/** What was decided of words so far, by whom and when; each can be asked about anew. */
import type { WordItem, WordsAnswer } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { dimensionName, useCodeNames } from './code-names.js';

interface Props {
  readonly answer: WordsAnswer;
  readonly onAskAnew: (word: {
    readonly dimension: string;
    readonly word: string;
    readonly decision: 'undecided';
  }) => void;
}

export function DecidedWords({ answer, onAskAnew }: Props) {
  const page = usePage();
  const { texts } = page;
  const { words } = texts;
  const codes = useCodeNames();
  const meaning = ({ dimension, decision }: WordItem): string => {
    if (decision?.decision === 'total') return words.total;
    if (!decision || decision.decision === 'not-a-code') return words.notCode;
    return codes.name(dimension, decision.code ?? '', decision.name);
  };
  const title = words.standing(page.number(answer.total));
  return (
    <details>
      <summary>{title}</summary>
      <div class="scroll short" role="region" tabIndex={0} aria-label={title}>
        <table class="read-down">
          <thead>
            <tr>
              <th scope="col">{words.word}</th>
              <th scope="col">{texts.charts.breakdown}</th>
              <th scope="col">{words.meaning}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">
                <span class="unseen">{words.askAnew}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.items.map((item) => {
              const { dimension, word, decision } = item;
              return (
                <tr key={`${dimension} ${word}`}>
                  <th scope="row">
                    <bdi>{word.trim() === '' ? words.blank : word}</bdi>
                  </th>
                  <td>{dimensionName(dimension, page)}</td>
                  <td data-name={words.meaning}>{meaning(item)}</td>
                  <td data-name={words.by}>
                    {decision &&
                      [decision.decidedBy, page.instant(decision.decidedAt)].join(page.texts.comma)}
                  </td>
                  <td>
                    <button
                      type="button"
                      class="quiet"
                      aria-label={`${words.askAnew}: ${word}`}
                      onClick={() => onAskAnew({ dimension, word, decision: 'undecided' })}
                    >
                      {words.askAnew}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
