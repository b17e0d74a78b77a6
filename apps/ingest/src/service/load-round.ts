/** Loads a coded round from its folder through the same path as any request: parse, decide, append. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  parseReply,
  parseRound,
  service,
  type Command,
  type Parsed,
  type Registry,
} from '@rapporteur/domain';
import { findAnswer } from '@rapporteur/event-store';
import type pg from 'pg';
import { recordCommand } from '../commands/record-command.js';
import type { Recording } from '../commands/recording.js';

const keyFor = (folder: string, file: string) => `load ${folder} ${file}`;

/**
 * Whether a folder is to be loaded: the store is empty, or an earlier load broke off and must go on. With
 * `intoUsed` also where the store has other events (of an import, for example) but this round is not open.
 */
export async function mustLoad(pool: pg.Pool, folder: string, intoUsed: boolean): Promise<boolean> {
  const files = await listFiles(folder);
  const { rows } = await pool.query(
    'SELECT EXISTS (SELECT 1 FROM streams) AS used, EXISTS (SELECT 1 FROM streams WHERE stream = $1) AS opened',
    [`round/${name(folder)}`],
  );
  if (!rows[0].used || (intoUsed && !rows[0].opened)) return true;
  const [first, last] = await Promise.all(
    [files[0], files.at(-1)].map((file) => findAnswer(pool, keyFor(name(folder), file!))),
  );
  return first !== undefined && last === undefined;
}

/**
 * Records round.json and then every reply of a folder, each file once, however often this is called. In:
 * folder, registry, and a function that is told of progress. Out: the token of the last event. Errors: a file
 * with problems.
 */
export async function loadRound(
  recording: Recording,
  registry: Registry,
  folder: string,
  onProgress: (done: number, of: number) => void,
): Promise<string> {
  const files = await listFiles(folder);
  const recordedAt = new Date().toISOString();
  let token = '';
  let round = { collection: '', round: '' };
  for (const [i, file] of files.entries()) {
    const body: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
    const parsed: Parsed<Command> =
      file === 'round.json' ? parseRound(body, registry) : parseReply(body, round, registry);
    if (!parsed.ok)
      throw new Error(
        `${join(folder, file)}:\n${parsed.problems.map((p) => `  ${p.pointer} ${p.message}`).join('\n')}`,
      );
    if (parsed.value.type === 'OpenRound')
      round = { collection: parsed.value.data.collection, round: parsed.value.data.round };
    const key = keyFor(name(folder), file);
    const meta = {
      recordedAt,
      correlationId: `load ${name(folder)}`,
      causationId: key,
    };
    const answer = await recordCommand(recording, parsed.value, {
      authority: service,
      meta,
      idempotencyKey: key,
      asked: body,
    });
    token = String(answer.body['token']);
    onProgress(i + 1, files.length);
  }
  return token;
}

/** The last two folders of the path: the collection and the round. */
const name = (folder: string) => folder.split(/[\\/]/).slice(-2).join('/');

async function listFiles(folder: string): Promise<string[]> {
  const files = (await readdir(folder))
    .filter((file) => file.endsWith('.json') && file !== 'round.json')
    .sort();
  return ['round.json', ...files];
}
