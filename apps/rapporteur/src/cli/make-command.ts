/** Commands as this project has them: one form of help, and what was not understood told with what there is. */
import { Command } from 'commander';

/**
 * A command, with others of its kind below it where these are made by `command.command(…)`. It does not end the process:
 * what was not understood, and help that was asked for, are told and then thrown as a CommanderError.
 * In: how it is run, in the words before its arguments (`npm run bench`); nothing for one that is a program's.
 */
export const makeCommand = (name: string): Command =>
  new Command(name)
    .helpOption('--help', 'this text')
    .helpCommand(false)
    .allowExcessArguments(false)
    .exitOverride()
    .showHelpAfterError()
    .configureHelp({
      commandUsage: toUsage,
      // The line of usage names them.
      visibleArguments: () => [],
      subcommandTerm: (command) => command.name(),
    })
    .configureOutput({
      getOutHelpWidth: () => process.stdout.columns ?? 120,
      getErrHelpWidth: () => process.stderr.columns ?? 120,
      outputError: (text, write) => write(reword(text)),
    });

/** How a command is run by npm; those below a program's are named by their own usage. */
function toUsage(command: Command): string {
  let top = command;
  while (top.parent?.parent) top = top.parent;
  const run = top.parent ? `npm ${top.name() === 'start' ? '' : 'run '}${top.name()}` : top.name();
  // What Commander puts in where a command says nothing of its arguments.
  return `${run} ${command.usage().replace(/^\[options\]$/, '')}`.trimEnd();
}

/** What Commander found, in the words that the other errors are told in. */
function reword(text: string): string {
  const [, option, hint = ''] = /^error: unknown option '(.*)'\n?(\(.*\))?/.exec(text) ?? [];
  if (option !== undefined) return `"${option}" is no option. ${hint}`.trimEnd() + '\n';
  return text.replace(/^error: (.)/, (_, letter: string) => letter.toUpperCase());
}
