/** `npm run report`: drafts, builds and checks the report on a round. */
import type { Command } from 'commander';
import { defineBuild } from './build-file.js';
import { defineCheck } from './check-file.js';
import { defineDiff } from './compare-states.js';
import { defineCoverage } from './cover-file.js';
import { defineNew } from './new-file.js';
import { WrongUsage } from '../wrong-usage.js';

export function define(command: Command): void {
  command
    .usage('-- COMMAND …')
    .description('The report on a round, as a text file with claims that the tables answer.')
    .helpCommand(false)
    .argument('[command]')
    .addHelpText(
      'after',
      '\nnpm run report -- COMMAND --help tells the options of each. docs/report.md says how to write a report.',
    )
    .action((name: string | undefined) => {
      if (name === undefined) return command.outputHelp();
      throw new WrongUsage(`"${name}" is none of ${command.commands.map((each) => each.name()).join(', ')}.`);
    });
  defineNew(command.command('new').summary('writes a report file for a round, from a template'));
  defineBuild(
    command
      .command('build')
      .summary('answers the claims of a report file, and writes .docx, .pdf, .html or .md'),
  );
  defineCheck(
    command
      .command('check')
      .summary('holds a built document that has been edited against the data, at its vintage and today'),
  );
  defineCoverage(
    command
      .command('coverage')
      .summary('tells which coded figures and findings of the round a report file shows, and which not'),
  );
  defineDiff(command.command('diff').summary('tells what changed between two vintages or two rounds'));
}
