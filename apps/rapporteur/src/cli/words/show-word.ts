/** A word that waits as lines of a terminal: its rows, samples and proposals. */
import type { WordItem, WordsAnswer } from '@rapporteur/contract';
import { stripVTControlCharacters } from 'node:util';
import { keyHelp } from './review.js';

const widest = 160;

/** A text of a file on one line: no control character reaches the terminal. */
const plain = (text: string): string =>
  [...stripVTControlCharacters(text)].map((c) => (/[\p{Cc}\p{Cf}]/u.test(c) ? '\ufffd' : c)).join('');

const cut = (text: string) => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);

/** In: the word, which one it is of how many, and the rounds whose headers name the cells of samples. */
export function showWord(
  { dimension, word, rows, samples, proposals }: WordItem,
  place: { readonly number: number; readonly of: number },
  rounds: WordsAnswer['rounds'],
): string {
  const headers = new Map(rounds.map(({ round, header }) => [round, header]));
  const written = word === '' ? '(a blank)' : `"${plain(word)}"`;
  return [
    `${place.number} of ${place.of}  ${dimension}: ${written}, in ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`,
    ...samples.map(({ round, row, cells }) => {
      const header = headers.get(round) ?? [];
      const said = cells.flatMap((cell, i) => (cell === '' ? [] : [`${header[i] ?? i + 1}=${cell}`]));
      return cut(`    ${round}, row ${row}: ${plain(said.join(' | '))}`);
    }),
    ...proposals.map(({ code, name, reason }, i) => `  ${i + 1}  ${code}  ${plain(name)}: ${plain(reason)}`),
    `  ${proposals.length > 0 ? '' : 'Nothing is near to it. '}${keyHelp}`,
  ].join('\n');
}
