/** `npm run import -- undo ROUND`: shows what taking the last import into a round back does, and does that or nothing. */
import type { UndoAnswer } from '@rapporteur/contract';
import type { Command } from 'commander';
import { counted } from './counted.js';
import { readKeys } from './words/read-keys.js';
import { askJson, withServer } from './with-server.js';
import { WrongUsage } from './wrong-usage.js';

interface Options {
  readonly collection?: string;
  readonly reason?: string;
  readonly file?: string;
  readonly dryRun?: boolean;
  readonly confirm?: string;
  readonly json?: boolean;
}

/** Options that `import` has too (--collection, --dry-run, --confirm, --json) are read there. */
export const defineUndo = (command: Command): void =>
  void command
    .command('undo')
    .usage('-- undo ROUND --collection CODE --reason WORDS')
    .summary('takes the last import into a round back')
    .description(
      `Takes the last import into a round back, as one step: from today on it counts as if it had never been. Earlier
vintages still show it, and importing the file again brings it back.

It shows first what goes, and asks: y takes back what is shown, any other key nothing. What somebody else imported or
changed since it was shown stays.`,
    )
    .argument('<round>')
    .option('--reason <WORDS>', 'why, as the events will say')
    .option('--file <SHA-256>', 'the file whose import goes, as --dry-run names it: then nothing is asked')
    .action((round: string, _: Options, own: Command) => undo(round, own.optsWithGlobals<Options>()));

/** What the dry run tells as the reason where none is given yet. */
const trialReason = 'to be shown first';

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function undo(round: string, options: Options): Promise<void> {
  const { collection, reason, file, dryRun = false, confirm, json = false } = options;
  if (!collection || !(reason || dryRun))
    throw new WrongUsage('a ROUND, --collection and --reason are needed.');
  if (json && !dryRun && !file)
    throw new WrongUsage('--json asks nothing: name the --file, as --dry-run --json gives it.');
  await withServer({ json }, async (server) => {
    const about = { collection, round, reason: reason ?? trialReason, ...(file ? { file } : {}) };
    const send = (more: object) => askJson<UndoAnswer>(server, '/v1/imports/undo', { ...about, ...more });
    const shown = await send({ dryRun: true });
    if (json && dryRun) return say(JSON.stringify(shown));
    if (!json) show(shown);
    if (dryRun) return;
    const isMeant = confirm?.split(',').includes('corrected-since') ?? false;
    if (shown.changedSince.length > 0 && !isMeant)
      throw new Error(
        'Nothing was taken back, as changes by hand would go too. If they may, add --confirm corrected-since.',
      );
    if (!file && !(await isYes())) return say('Nothing was taken back.');
    const confirmed = confirm ? { confirm: confirm.split(',') } : {};
    const undone = await send({ file: shown.file, events: shown.events, ...confirmed });
    say(
      json ? JSON.stringify(undone) : `Took back the import of ${undone.name}, position ${undone.position}`,
    );
  });
}

function show({ name, file, events, respondents, changedSince }: UndoAnswer): void {
  say(`The last import is that of ${name} (${file}).`);
  say(`Taking it back undoes ${counted(events, 'event')} on ${counted(respondents, 'respondent')}.`);
  if (changedSince.length > 0) say(`Changes by hand since go with it: ${changedSince.join(', ')}`);
}

async function isYes(): Promise<boolean> {
  say('Take this back? y takes it back, any other key leaves everything as it is.');
  for await (const key of readKeys()) return key.toLowerCase() === 'y';
  return false;
}
