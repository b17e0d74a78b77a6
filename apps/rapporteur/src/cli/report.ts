/** `npm run report`: drafts, builds and checks the report on a round. */
import { buildFile, buildUsage } from '../report/build-file.js';
import { checkFile, checkUsage } from '../report/check-file.js';
import { compareStates, compareUsage } from '../report/compare-states.js';
import { coverFile, coverUsage } from '../report/cover-file.js';
import { newFile, newUsage } from '../report/new-file.js';
import { runCommand } from './with-database.js';
import type pg from 'pg';

const usage = `npm run report -- COMMAND …: the report on a round, as a text file with claims that the tables answer

  new       writes a report file for a round, from a template
  build     answers the claims of a report file, and writes .docx, .pdf, .html or .md
  check     holds a built document that has been edited against the data, at its vintage and today
  coverage  tells which coded figures and findings of the round a report file shows, and which not
  diff      tells what changed between two vintages or two rounds

npm run report -- COMMAND --help tells the options of each. docs/report.md says how to write a report.
`;

const commands: Record<string, { usage: string; run(pool: pg.Pool, args: string[]): Promise<number> }> = {
  new: { usage: newUsage, run: newFile },
  build: { usage: buildUsage, run: buildFile },
  check: { usage: checkUsage, run: checkFile },
  coverage: { usage: coverUsage, run: coverFile },
  diff: { usage: compareUsage, run: compareStates },
};

const [name = '', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) runCommand(command.usage, (pool) => command.run(pool, rest));
else if (name === '' || name === '--help') process.stdout.write(usage);
else {
  process.stderr.write(`"${name}" is none of ${Object.keys(commands).join(', ')}.\n\n${usage}`);
  process.exit(2);
}
