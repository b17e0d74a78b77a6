/** Makes the project's commands: all have the same form of help, and answer wrong arguments with the help. */
import { Command } from 'commander';

/**
 * A command; commands below it, made by `command.command(…)`, work the same way. It does not end the process:
 * for wrong arguments, or when help is asked for, it writes the text and throws a CommanderError.
 * In: how it is run, without its arguments (`npm run bench`).
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
      // Left out of the list, because the usage line names the arguments.
      visibleArguments: () => [],
      subcommandTerm: (command) => command.name(),
    })
    .configureOutput({
      getOutHelpWidth: () => process.stdout.columns ?? 120,
      getErrHelpWidth: () => process.stderr.columns ?? 120,
      outputError: (text, write) => write(reword(text)),
    });

/** How a command is run by npm, with its arguments. */
function toUsage(command: Command): string {
  let top = command;
  while (top.parent?.parent) top = top.parent;
  const run = top.parent ? `npm ${top.name() === 'start' ? '' : 'run '}${top.name()}` : top.name();
  // "[options]" is removed: Commander puts it in where a command states no usage of its own.
  return `${run} ${command.usage().replace(/^\[options\]$/, '')}`.trimEnd();
}

/** Commander's error message, worded like the project's other errors. */
function reword(text: string): string {
  const [, option, hint = ''] = /^error: unknown option '(.*)'\n?(\(.*\))?/.exec(text) ?? [];
  if (option !== undefined) return `"${option}" is no option. ${hint}`.trimEnd() + '\n';
  return text.replace(/^error: (.)/, (_, letter: string) => letter.toUpperCase());
}
