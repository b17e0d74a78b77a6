/** `npm run import -- undo ROUND`: takes the last import into a round back. */
import type { Command } from 'commander';
import { counted } from './counted.js';
import { readKey } from './read-key.js';
import { toError, withServer } from './with-server.js';
import { WrongUsage } from './wrong-usage.js';

interface Options {
  readonly collection?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly confirm?: string;
  readonly json?: boolean;
}

interface Undone {
  readonly name: string;
  readonly events: number;
  readonly respondents: number;
  readonly changedSince: readonly string[];
  readonly position: number;
}

/** Options that `import` has too (--collection, --dry-run, --confirm, --json) are read there. */
export const defineUndo = (command: Command): void =>
  void command
    .command('undo')
    .usage('-- undo ROUND --collection CODE --reason WORDS')
    .summary('takes the last import into a round back')
    .description(
      `Takes the last import into a round back, as one step: from today on it counts as if it had never been. Earlier
vintages still show it, and importing the file again brings it back.`,
    )
    .argument('<round>')
    .option('--reason <WORDS>', 'why, as the events will say')
    .action((round: string, _: Options, own: Command) => undo(round, own.optsWithGlobals<Options>()));

async function undo(round: string, options: Options): Promise<void> {
  const { collection, reason, dryRun = false, confirm, json = false } = options;
  if (!collection || !reason) throw new WrongUsage('a ROUND, --collection and --reason are needed.');
  await withServer({ json }, async (server) => {
    const answer = await fetch(`${server}/v1/imports/undo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await readKey(process.env)) },
      body: JSON.stringify({
        collection,
        round,
        reason,
        dryRun,
        ...(confirm ? { confirm: confirm.split(',') } : {}),
      }),
    });
    const body = (await answer.json().catch(() => ({}))) as Undone & { title?: string };
    if (!answer.ok) throw toError(body);
    print(body, { json, dryRun });
  });
}

function print(undone: Undone, { json, dryRun }: { json: boolean; dryRun: boolean }): void {
  const { name, events, respondents, changedSince, position } = undone;
  const lines = json
    ? [JSON.stringify(undone)]
    : [
        `${dryRun ? 'Dry run, nothing is stored. Would take back' : 'Took back'} the import of ${name}: ${counted(events, 'event')} on ${counted(respondents, 'respondent')}, position ${position}`,
        ...(changedSince.length > 0 ? [`Changes by hand since go with it: ${changedSince.join(', ')}`] : []),
      ];
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
