/** `npm run access`: who may do what; for whoever has the data folder or the database. */
import type { Command } from 'commander';
import { WrongUsage } from '../wrong-usage.js';
import { defineAudit } from './audit.js';
import { defineInvite } from './invite.js';
import { defineKey, defineRevoke } from './keys.js';
import { defineList } from './list.js';
import { defineAdd, defineGrant, defineWithdraw } from './people.js';
import { definePolicy } from './policy.js';

export function define(command: Command): void {
  command
    .usage('-- COMMAND …')
    .description(
      `Who may do what, in the database: whoever runs this has the data folder or the database, and acts as an owner.
Every change is kept with the reason that is given, and is in force within a second everywhere.`,
    )
    .helpCommand(false)
    .argument('[command]')
    .addHelpText(
      'after',
      '\nnpm run access -- COMMAND --help tells the options of each. docs/access.md says what each role may do.',
    )
    .action((name: string | undefined) => {
      if (name === undefined) return command.outputHelp();
      throw new WrongUsage(`"${name}" is none of ${command.commands.map((each) => each.name()).join(', ')}.`);
    });
  const add = (name: string, summary: string) => command.command(name).summary(summary);
  defineKey(add('key', 'issues a key, and makes its machine where it is new'));
  defineAdd(add('person', 'adds a person'), 'person');
  defineAdd(add('machine', 'adds a machine'), 'machine');
  defineGrant(add('grant', 'grants a role'));
  defineWithdraw(add('withdraw', 'withdraws a grant by its number'));
  defineRevoke(add('revoke', 'revokes a key'));
  defineList(add('list', 'tells who there is, what they hold, and which keys they have'));
  defineInvite(add('invite', 'makes a link that signs a person in, once'));
  definePolicy(add('policy', 'tells or sets how the events of a collection name people'));
  defineAudit(add('audit', 'tells who signed in, was refused, or changed access'));
}
