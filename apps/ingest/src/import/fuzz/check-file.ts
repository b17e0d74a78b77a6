/**
 * What must hold for every file, whatever is in it: it is refused with a message, or gives figures that can be
 * stored and read again.
 */
import {
  faultOfText,
  noReply,
  readEvent,
  versionsOf,
  type DomainEvent,
  type RoundOpened,
} from '@rapporteur/domain';
import { writeFile } from 'node:fs/promises';
import { listFirst } from '../table/keep-refused.js';
import type { Mapping } from '../table/mapping.js';
import { planReply } from '../run/plan-reply.js';
import { readTable, type ImportedTable } from '../table/read-table.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';

const round: RoundOpened = {
  collection: 'odd',
  round: '2023',
  title: {},
  mandate: null,
  symbol: null,
  noteVerbaleOn: null,
  replyBy: null,
  cutOff: null,
  complete: true,
  compiledBy: null,
  asked: null,
  listed: null,
};

function need(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Every text must be one that PostgreSQL and JSON can hold, names of objects included. */
function checkTexts(value: unknown): void {
  if (typeof value === 'string')
    need(!faultOfText(value), `${JSON.stringify(value).slice(0, 200)} ${faultOfText(value)}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    checkTexts(name);
    checkTexts(inner);
  }
}

function toEvents({ replies, waiting }: ImportedTable): DomainEvent[] {
  return [...replies].flatMap(([respondent, imported]) => {
    const about = { round, respondent, receivedOn: '2023-05-30', name: 'a file' };
    return planReply({ ...about, imported, state: noReply, before: undefined, waiting }).event ?? [];
  });
}

function checkTable(table: ImportedTable, sent: number): void {
  const { rows, replies, refused, waiting, refusedRows, header } = table;
  let taken = 0;
  for (const { observations, doubles } of replies.values()) taken += observations.size + doubles;
  const { count } = waiting;
  need(rows === taken + refused + count, `${rows} rows are not ${taken} and ${refused} and ${count}`);
  for (const { word, samples } of waiting.words) checkTexts([word, ...samples.flatMap((one) => one.cells)]);
  let last = 0;
  for (const { row, reason } of refusedRows) {
    need(Number.isInteger(row) && row > last && row <= 1_048_576, `row ${row} comes after row ${last}`);
    checkTexts(reason);
    last = row;
  }
  for (const event of toEvents(table)) {
    const data: unknown = JSON.parse(JSON.stringify(event.data));
    readEvent({ type: event.type, schemaVersion: versionsOf(event.type).length, data });
    checkTexts(data);
  }
  const answer = JSON.stringify({ header, refusedRows: listFirst(refusedRows, Math.max(48 * 1024, sent)) });
  need(Buffer.byteLength(answer) <= 100 * sent + 100_000, `the answer has ${answer.length} characters`);
}

/** Reads a file by a mapping. Out: how many figures it gave, or why it was refused. Errors: what does not hold. */
export async function checkFile(bytes: Buffer, path: string, mapping: Mapping): Promise<number | string> {
  await writeFile(path, bytes);
  const facts = { collection: 'odd', receivedOn: '2023-05-30' };
  const read = await readTable(path, mapping, facts, () => undefined).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return error;
    throw error;
  });
  if (!(read instanceof UnreadableFile)) {
    checkTable(read, bytes.length);
    return [...read.replies.values()].reduce((sum, { observations }) => sum + observations.size, 0);
  }
  need(read.message.length <= 2000, `it is refused with ${read.message.length} characters`);
  checkTexts(read.message);
  return read.code;
}
