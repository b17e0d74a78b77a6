/** `npm run access -- audit`: who signed in, was refused, changed access, or took what is not released. */
import { audited, readAudit, toAuditCsv, type AuditRow } from '@rapporteur/access';
import { isStorable } from '@rapporteur/domain';
import type { Command } from 'commander';
import type pg from 'pg';
import { WrongUsage } from '../wrong-usage.js';
import { onAccess, readArguments, say } from './acting.js';

interface Options {
  readonly after?: string;
  readonly limit?: string;
  readonly what?: string;
  readonly principal?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

export const defineAudit = (command: Command): void =>
  onAccess<Options>(
    command
      .usage('-- audit [--after NUMBER] [--limit NUMBER] [--what WHAT] [--principal NAME] [--csv | --json]')
      .description('The newest entries of the audit, or those after a number; each with its number.')
      .option('--after <NUMBER>', 'the entries that follow this one, the oldest first')
      .option('--limit <NUMBER>', 'how many at most (100)')
      .option('--what <WHAT>', `only these: ${audited.join(', ')}`)
      .option('--principal <NAME>', 'only what this one did')
      .option('--csv', 'as CSV')
      .option('--json', 'as JSON, an entry a line'),
    tellAudit,
  );

async function tellAudit(pool: pg.Pool, options: Options, args: string[]): Promise<number> {
  readArguments(args);
  const what = audited.find((one) => one === options.what);
  if (options.what !== undefined && !what)
    throw new WrongUsage(`--what ${options.what}: it is none of ${audited.join(', ')}.`);
  const { principal } = options;
  if (principal !== undefined && !isStorable(principal)) throw new WrongUsage('--principal is no name.');
  const rows = await readAudit(pool, {
    after: readNumber('--after', options.after),
    limit: readNumber('--limit', options.limit) ?? 100,
    what,
    principal,
  });
  if (options.csv) process.stdout.write(toAuditCsv(rows));
  else if (options.json) for (const row of rows) say(JSON.stringify(row));
  else if (rows.length === 0) say('There are no such entries.');
  else rows.forEach((row) => say(show(row)));
  return 0;
}

function readNumber(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new WrongUsage(`${name} ${given}: a whole number was expected.`);
}

const show = ({ number, at, principal, what, where, address, detail }: AuditRow) =>
  `${number}  ${at}  ${what}  ${principal ?? 'somebody'}  ${where}${address === null ? '' : ` from ${address}`}  ${JSON.stringify(detail)}`;
