/** The one program: its commands, and its answer to an unknown command or wrong arguments. */
import type { Action } from '@rapporteur/domain';
import { CommanderError, type Command } from 'commander';
import { makeCommand } from './make-command.js';
import { WrongUsage } from './wrong-usage.js';

interface Entry {
  /** What whoever runs it must be allowed to do; several where the commands below it differ. */
  readonly actions: readonly Action[];
  readonly summary: string;
  /** The exit status when the command fails. */
  readonly failed: 1 | 2;
  /** The text before the reason of a failure. */
  readonly lead?: string;
  /**
   * Loads the command's code only when it is asked for: an upload to a running server does not need the code of
   * a server.
   */
  load(): Promise<{ define(command: Command): void }>;
}

const entries: Readonly<Record<string, Entry>> = {
  start: {
    actions: ['run-service'],
    summary: 'everything in one process, with a PostgreSQL of its own (without a command: this)',
    failed: 1,
    lead: '\nRapporteur did not start: ',
    load: () => import('./start.js'),
  },
  import: {
    actions: ['import-file'],
    summary: 'imports a publication: a table of figures',
    failed: 1,
    lead: 'Import failed: ',
    load: () => import('./import.js'),
  },
  document: {
    actions: ['add-document', 'attach-evidence'],
    summary: 'keeps a letter or report, and shows each figure in its words',
    failed: 1,
    lead: 'The document was not attached: ',
    load: () => import('./document.js'),
  },
  rebuild: {
    actions: ['keep-tables'],
    summary: 'builds the tables anew beside the live ones, and swaps them in',
    failed: 2,
    load: () => import('./rebuild.js'),
  },
  verify: {
    actions: ['keep-tables'],
    summary: 'compares the tables with a pure fold of the log',
    failed: 2,
    load: () => import('./verify.js'),
  },
  'dead-letters': {
    actions: ['keep-tables', 'set-event-aside'],
    summary: 'events that could not be applied: list, retry, discard, set aside',
    failed: 2,
    load: () => import('./dead-letters.js'),
  },
  access: {
    actions: ['manage-access'],
    summary: 'who may do what: people, machines, keys, grants, policies, audit',
    failed: 2,
    load: () => import('./access/access.js'),
  },
  report: {
    actions: ['write-report'],
    summary: 'drafts, builds and checks the report on a round',
    failed: 2,
    load: () => import('./report/report.js'),
  },
  kafka: {
    actions: ['run-service'],
    summary: 'an Apache Kafka for development',
    failed: 1,
    load: () => import('./kafka.js'),
  },
};

/**
 * Runs the command that the arguments name, and ends the process. Its exit status is the command's
 * `process.exitCode`, else 0; when the command throws, it is the command's status for failures.
 */
export async function runProgram(args: readonly string[]): Promise<void> {
  const [first = 'start'] = args;
  const isThere = first.startsWith('-') || Object.hasOwn(entries, first);
  const name = Object.hasOwn(entries, first) ? first : 'start';
  const { failed, lead = '' } = isThere ? entries[name]! : { failed: 2 };
  const program = await makeProgram(name);
  let asked = program;
  program.hook('preAction', (_program, command) => void (asked = command));
  try {
    if (!isThere) throw new WrongUsage(`"${first}" is none of ${Object.keys(entries).join(', ')}.`);
    await program.parseAsync(args, { from: 'user' });
    process.exit();
  } catch (error) {
    // Commander has already written its error message, or the help that was asked for.
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : failed);
    process.stderr.write(`${lead}${(error as Error).message}\n`);
    if (error instanceof WrongUsage) {
      process.stderr.write('\n');
      asked.outputHelp({ error: true });
    }
    process.exit(failed);
  }
}

/** In: the name of the command that was asked for. Of the other commands only the summary is loaded. */
async function makeProgram(asked: string): Promise<Command> {
  const program = makeCommand('node apps/rapporteur/dist/main.js')
    .usage('COMMAND …')
    .description(
      'npm start and npm run COMMAND install and build what is missing, then run a command of this program.',
    );
  for (const [name, { summary, load }] of Object.entries(entries)) {
    const command = program.command(name, { isDefault: name === 'start' }).summary(summary);
    command.allowExcessArguments(false);
    if (name === asked) (await load()).define(command);
  }
  return program;
}
