/** `npm run access -- key | revoke`: keys of machines. */
import { issueKey, revokeKey } from '@rapporteur/access';
import { daySchema } from '@rapporteur/domain';
import type { Command } from 'commander';
import { WrongUsage } from '../wrong-usage.js';
import {
  onChange,
  readArguments,
  readCode,
  readConfirmed,
  readRole,
  readScopeOptions,
  say,
  tell,
  withConfirm,
  withScope,
  type ChangeOptions,
  type ScopeOptions,
} from './acting.js';
import { tellNewCollections } from './people.js';

interface KeyOptions extends ChangeOptions, ScopeOptions {
  readonly for?: string;
  readonly role?: string;
  readonly until?: string;
  readonly name?: string;
}

export const defineKey = (command: Command): void =>
  onChange<KeyOptions>(
    withScope(
      command
        .usage(
          '-- key --for NAME [--role ROLE] [--respondent SV] [--collection C] [--until DAY] --reason TEXT',
        )
        .description(
          `Issues a key and writes it to standard output, this once. A machine that is new is made; with --role it is granted
that role, for the respondents and collections that are named, where it does not hold it yet.`,
        )
        .option('--for <NAME>', 'whose key: a machine, new or not, or a person that there is (needed)')
        .option('--name <NAME>', 'of a new machine, as people read it (as --for)')
        .option('--role <ROLE>', 'what it is to hold beside what it holds'),
    )
      .option('--until <DAY>', 'the last day on which it counts, UTC (a year from now)')
      .option('--json', 'key, its name and its end as JSON'),
    async (acts, { reason, json, ...options }, args) => {
      readArguments(args);
      const principal = readCode(options.for, '--for');
      const { until } = options;
      if (until !== undefined && !daySchema.safeParse(until).success)
        throw new WrongUsage(`--until ${until}: a day that exists, as YYYY-MM-DD, was expected.`);
      const scope = readScopeOptions(options);
      if (options.role === undefined && (options.respondent ?? options.collection) !== undefined)
        throw new WrongUsage('--respondent and --collection are for a --role.');
      const grant = options.role === undefined ? undefined : { role: readRole(options.role), scope };
      const newMachine = options.name?.trim() || principal;
      const issued = await issueKey(acts, { principal, until, grant, newMachine }, { reason });
      if (json) say(JSON.stringify(issued));
      else {
        tell(
          `${issued.isNew ? `${principal} is a new machine. ` : ''}Key ${issued.key} of ${principal}, good until ${issued.until}. It is shown once:`,
        );
        say(issued.secret);
      }
      await tellNewCollections(acts.pool, grant ? scope.collections : 'all');
    },
  );

export const defineRevoke = (command: Command): void =>
  onChange<ChangeOptions>(
    withConfirm(
      command
        .usage('-- revoke KEY --reason TEXT')
        .description(
          'Revokes a key. KEY is its name, as list tells it, or the key itself; nothing is recorded on it any more.',
        )
        .argument('[key]'),
    ),
    async (acts, { reason, ...options }, args) => {
      const [named] = readArguments(args, 'KEY');
      const { principal } = await revokeKey(acts, named, { reason, confirmed: readConfirmed(options) });
      say(`The key of ${principal.id} is revoked.`);
    },
  );
