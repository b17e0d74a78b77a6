/** `npm run document`: attaches a document to a round or a reply, and gives its statements their passages. */
import type { EvidenceAnswer } from '@rapporteur/contract';
import type { Command } from 'commander';
import { createReadStream, existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { keyUsage, readKey } from './read-key.js';
import { askJson, toError, withServer } from './with-server.js';
import { WrongUsage } from './wrong-usage.js';

interface Options {
  readonly round?: string;
  readonly respondent?: string;
  readonly received?: string;
  readonly language?: string;
  readonly json?: boolean;
}

export function define(command: Command): void {
  command
    .description('Documents: letters, annexes, reports, and the passages that figures stand in.')
    .addHelpText(
      'after',
      `
Environment:
  API_URL        a Rapporteur to send it to; without it the one that holds the data folder, or one started for this
${keyUsage}
  DATA_DIR, DATABASE_URL  as for npm start`,
    );
  command
    .command('attach')
    .usage('-- attach FILE --round COLLECTION/ROUND')
    .description(
      `Keeps a document, and gives every coded figure and finding its paragraph by its number, and figures their exact
words where the number stands there once. The same again changes nothing.`,
    )
    .argument('[file]')
    .option('--round <ROUND>', 'the round (ecosoc-2006-27/2008)')
    .option('--respondent <CODE>', 'whose reply it belongs to; without it, to the round as a whole')
    .option('--received <DAY>', 'the day on which it was received (2008-01-24); today when not given')
    .option(
      '--language <CODE>',
      'in which pages that are pictures are read (ar, en, es, fr, ru, zh); found out when not given',
    )
    .option('--json', 'the answer as one line of JSON')
    .action((file: string | undefined, options: Options) => attach(file, options));
}

interface Receipt {
  readonly document: string;
  readonly token: string | null;
  readonly unread?: { readonly message: string };
}

async function attach(
  file: string | undefined,
  { round, respondent, received, language, json }: Options,
): Promise<void> {
  if (!file || !round || round.split('/').length !== 2)
    throw new WrongUsage('one FILE and --round COLLECTION/ROUND are needed.');
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
  await withServer({ json: json ?? false }, async (server) => {
    const of = respondent === undefined ? '' : `/replies/${encodeURIComponent(respondent)}`;
    const about = new URLSearchParams({
      received: received ?? new Date().toISOString().slice(0, 10),
      name: basename(path),
      ...(language === undefined ? {} : { language }),
    });
    const receipt = await send(server, `/v1/rounds/${round}${of}/documents?${about}`, path);
    if (receipt.unread) {
      const said = `Kept as ${receipt.document}. Its text cannot be read: ${receipt.unread.message}`;
      process.stdout.write(json ? `${JSON.stringify(receipt)}\n` : `${said}\n`);
      return;
    }
    const answer = await askJson<EvidenceAnswer>(server, `/v1/documents/${receipt.document}/evidence`, {
      round,
    });
    // The tables follow within a moment: whoever reads next finds the passages there.
    if (answer.token) await askJson(server, `/v1/documents?round=${round}&wait=${answer.token}`);
    process.stdout.write(json ? `${JSON.stringify(answer)}\n` : show(answer));
  });
}

async function send(server: string, path: string, file: string): Promise<Receipt> {
  const answer = await fetch(`${server}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'rapporteur-request': 'document',
      ...(await readKey(process.env)),
    },
    body: createReadStream(file),
    duplex: 'half',
  } as unknown as RequestInit).catch((error: Error) => {
    throw new Error(`${server} does not answer: ${((error.cause as Error | undefined) ?? error).message}`);
  });
  if (!answer.ok) throw toError((await answer.json().catch(() => ({}))) as { title?: string });
  return (await answer.json()) as Receipt;
}

const reasons: Readonly<Record<string, string>> = {
  'no-paragraph': 'says no paragraph',
  'paragraph-not-found': 'the document has no such paragraph',
  'paragraph-twice': 'the document has such a paragraph more than once',
  'no-number': 'has no number that could be looked for',
  'number-not-found': 'the number is not in the paragraph',
  'number-more-than-once': 'the number stands in the paragraph more than once',
  'number-perhaps-of-another': 'somebody else is named last before the number',
  'quote-not-found': 'its words in an earlier reading of the document are not found again',
};

/** What was found, and a line for each statement without its exact words. */
function show(answer: EvidenceAnswer): string {
  const { document, round, statements, withParagraph, figures, exact, attached, reanchored, missed } = answer;
  const lines = missed.map(({ id, respondent, value, paragraph, why }) =>
    [
      `  ${respondent}`,
      paragraph === undefined ? '' : `paragraph ${paragraph}`,
      value ?? '',
      `${reasons[why] ?? why}: ${id}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
  return [
    `${document} for ${round}`,
    `${withParagraph} of ${statements} figures and findings have their paragraph; ${exact} of ${figures} figures their exact words; ${attached} passages are new.`,
    ...(reanchored > 0
      ? [`${reanchored} passages of an earlier reading were found again by their words.`]
      : []),
    ...(lines.length > 0 ? ['Without exact words:', ...lines] : []),
    '',
  ].join('\n');
}
