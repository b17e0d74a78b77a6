/** `npm run import -- words`: what was decided of a collection's words, as a mapping file, and back. */
import type { WordsAnswer } from '@rapporteur/contract';
import { foldDecisions } from '@rapporteur/domain';
import type { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { counted } from '../counted.js';
import { askJson, withServer } from '../with-server.js';
import { WrongUsage } from '../wrong-usage.js';
import { awaitRounds, reviewWords, storeSaid } from './review-words.js';

interface Options {
  /** An option of the command above, as --mapping is. */
  readonly collection?: string;
  readonly mapping?: string;
  readonly export?: string;
  readonly read?: string;
}

export const defineWords = (command: Command): void =>
  void command
    .command('words')
    .usage('-- words --collection CODE [--export FILE | --read FILE]')
    .description(
      `What was decided of the words of a collection, as a mapping file, and back. Without a file: asks what the
words mean that rows wait for.`,
    )
    .option('--export <FILE>', 'write its mapping (or that of --mapping) with what was decided')
    .option('--read <FILE>', 'decide what such a file says')
    .action((_: Options, own: Command) => run(own.optsWithGlobals<Options>()));

/** As in the command import: paths are those of the folder in which the command was given. */
const toPath = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);

async function run({ collection, mapping, ...files }: Options): Promise<void> {
  if (!collection) throw new WrongUsage('--collection is needed.');
  if (files.export && files.read) throw new WrongUsage('--export or --read, not both.');
  const read = files.read === undefined ? undefined : await readDecisions(toPath(files.read));
  await withServer({ json: false }, async (server) => {
    if (files.export) await exportWords(server, collection, toPath(files.export), mapping && toPath(mapping));
    else if (read) {
      const decided = await storeSaid(server, collection, read);
      await awaitRounds(server, collection);
      process.stdout.write(`${counted(read.length, 'decision')} read, ${decided} of them new.\n`);
    } else await reviewWords(server, collection);
  });
}

interface MappingFile {
  readonly decisions?: readonly Decision[];
}
type Decision = Parameters<typeof foldDecisions>[0] extends Iterable<infer T> ? T : never;

async function readMappingFile(path: string): Promise<MappingFile> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as MappingFile;
  } catch (error) {
    throw new Error(`${path} cannot be read as a mapping: ${(error as Error).message}`);
  }
}

async function readDecisions(path: string): Promise<readonly Decision[]> {
  const { decisions } = await readMappingFile(path);
  if (Array.isArray(decisions)) return decisions as readonly Decision[];
  throw new Error(`${path} has no "decisions": write one with --export.`);
}

async function exportWords(server: string, collection: string, path: string, mapping: string | undefined) {
  const about = `collection=${encodeURIComponent(collection)}&state=decided&limit=100000`;
  const { items } = await askJson<WordsAnswer>(server, `/v1/words?${about}`);
  const base = mapping ? await readMappingFile(mapping) : await ownMapping(collection);
  // The oldest first, as they are given the newest first.
  const decided = [...items].reverse().map(({ dimension, word, decision }) => ({
    ...{ dimension, word, decision: decision!.decision, code: decision!.code },
    ...(decision!.reason === null ? {} : { reason: decision!.reason }),
  }));
  const decisions = [...foldDecisions([...(base.decisions ?? []), ...decided]).values()];
  await writeFile(path, `${JSON.stringify({ ...base, decisions }, null, 2)}\n`);
  process.stdout.write(`${counted(decided.length, 'decision')} written to ${path}\n`);
}

/** The mapping that comes with a collection; nothing where there is none. */
async function ownMapping(collection: string): Promise<MappingFile> {
  const { readMapping } = await import('@rapporteur/ingest');
  return readMapping(collection).then(
    (text) => JSON.parse(text) as MappingFile,
    () => ({}),
  );
}
