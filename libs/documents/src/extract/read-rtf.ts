/** The text of an RTF: its groups are walked, and what is no text of the letter is left out. */
import type { Line } from './assemble.js';
import { readSmall } from './read-small.js';
import { UnreadableDocument } from '../unreadable-document.js';

/** Groups whose content is no text of the letter. */
const destinations = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable generator themedata latentstyles datastore xmlnstbl fldinst bkmkstart bkmkend pntext listtext revtbl rsidtbl'.split(
    ' ',
  ),
);
/** A map, since a control word may have the name of what every object has. */
const signs = new Map(
  Object.entries({
    ...{ tab: ' ', line: ' ', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’' },
    ...{ ldblquote: '“', rdblquote: '”', cell: '\n', row: '\n', par: '\n', sect: '\n', page: '\n' },
  }),
);
const codePages: Readonly<Record<number, string>> = {
  936: 'gbk',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
};
const token = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giy;
const deepest = 1000;

/** Errors: UnreadableDocument; those of the disk. */
export async function readRtf(path: string): Promise<Line[]> {
  const rtf = (await readSmall(path)).toString('latin1');
  let [text, depth] = ['', 0];
  /** Of each open group: whether it is left out, and how many characters stand in for one that is given by its code. */
  const groups: { skip: boolean; instead: number }[] = [{ skip: false, instead: 1 }];
  let [bytes, codePage, owed]: [number[], number, number] = [[], 1252, 0];
  const flush = () => {
    if (bytes.length > 0)
      text += new TextDecoder(codePages[codePage] ?? `windows-${codePage}`).decode(Uint8Array.from(bytes));
    bytes = [];
  };
  for (const [, word, given, hex, symbol, brace, plain] of rtf.matchAll(token)) {
    const group = groups.at(-1)!;
    if (brace === '{') {
      groups.push({ ...group });
      if ((depth += 1) > deepest)
        throw new UnreadableDocument('damaged', 'The groups of the RTF are too deep.');
    } else if (brace === '}') {
      if (groups.length > 1) groups.pop();
      depth -= 1;
    } else if (word) {
      const name = word.toLowerCase();
      if (destinations.has(name)) group.skip = true;
      else if (name === 'ansicpg' && /^125\d$|^9(?:32|36|49|50)$/.test(given ?? '')) codePage = Number(given);
      else if (name === 'uc') group.instead = Number(given);
      else if (!group.skip) {
        flush();
        if (name === 'u') [text, owed] = [text + String.fromCharCode(Number(given) & 0xffff), group.instead];
        else text += signs.get(name) ?? '';
      }
    } else if (symbol === '*') group.skip = true;
    else if (group.skip) continue;
    else if (hex !== undefined) {
      if (owed > 0) owed -= 1;
      else bytes.push(parseInt(hex, 16));
    } else {
      flush();
      const said =
        symbol === '~' ? ' ' : symbol !== undefined && /[\\{}]/.test(symbol) ? symbol : (plain ?? '');
      text += said.slice(owed);
      owed = Math.max(0, owed - said.length);
    }
  }
  flush();
  return text.split('\n').map((line) => ({ text: line.toWellFormed(), ends: true }));
}
