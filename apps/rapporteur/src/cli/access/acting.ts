/** Shared by the commands of npm run access: who acts, what every change needs, and how refusals are told. */
import { userInfo } from 'node:os';
import { accessMigrations, AccessRefused, Audit, WrongAccessChange, type Acts } from '@rapporteur/access';
import {
  accessConfirmable,
  codeSchema,
  roles,
  type Authority,
  type Role,
  type Scope,
} from '@rapporteur/domain';
import type { Command } from 'commander';
import type pg from 'pg';
import { onDatabase } from '../with-database.js';
import { WrongUsage } from '../wrong-usage.js';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Writes to standard error what is not the result. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** What the options of a change hold. */
export interface ChangeOptions {
  readonly reason?: string;
  readonly confirm?: string;
  readonly json?: boolean;
}

/** Makes a command work on the access log. */
export const onAccess = <Options>(
  command: Command,
  work: (pool: pg.Pool, options: Options, args: string[]) => Promise<number>,
): void =>
  onDatabase<Options>(
    command,
    (pool, options, args) => work(pool, options, args).catch(retell),
    accessMigrations,
  );

/** Makes a command change access, with a reason; what it does is noted in the audit. */
export const onChange = <Options extends ChangeOptions>(
  command: Command,
  work: (acts: Acts, options: Options & { readonly reason: string }, args: string[]) => Promise<void>,
): void =>
  onAccess<Options>(
    command.option('--reason <TEXT>', 'why; kept for ever (needed)'),
    async (pool, options, args) => {
      const reason = readReason(options.reason);
      await withActs(pool, command, (acts) => work(acts, { ...options, reason }, args));
      return 0;
    },
  );

/** Runs what changes access, and writes the audit before the command ends. */
export async function withActs(
  pool: pg.Pool,
  command: Command,
  work: (acts: Acts) => Promise<void>,
): Promise<void> {
  const audit = new Audit(pool, (entries) => tell(`The audit lost ${entries} entries.`));
  try {
    await work({ pool, authority: atMachine(), audit, place: `npm run access ${command.name()}` });
  } finally {
    await audit.close();
  }
}

/** Whoever runs a command on the database: they could change it by any other means, too. */
function atMachine(): Authority {
  const id = `command-line: ${userInfo().username || 'somebody'}`;
  const all: Scope = { respondents: 'all', collections: 'all' };
  const authority: Authority = {
    principal: { id, kind: 'person', name: id, keys: [], grants: [{ number: 0, role: 'owner', scope: all }] },
    signedInBy: 'command-line',
    namings: {},
    renew: () => Promise.resolve(authority),
  };
  return authority;
}

/** Errors: none, or a longer one than is kept. */
export function readReason(reason: string | undefined): string {
  const written = reason?.trim() ?? '';
  if (written !== '' && written.length <= 2000) return written;
  throw new WrongUsage('--reason "TEXT" is needed, 2,000 characters at most: why this is done.');
}

/** Refusals as sentences, each problem on a line of its own. */
function retell(error: unknown): never {
  if (error instanceof AccessRefused)
    throw new Error(
      error.problems
        .map(({ code, message, expected }) => {
          const hint =
            code === 'last-owner-key'
              ? 'another key for an owner first, or --confirm last-owner-key'
              : expected;
          return `${startBig(message)}${hint === undefined ? '.' : ` (expected: ${hint}).`}`;
        })
        .join('\n'),
    );
  if (error instanceof WrongAccessChange)
    throw new Error(`${startBig(error.message)}. npm run access -- list tells who and what there is.`);
  throw error;
}

const startBig = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Adds the options of a scope. */
export const withScope = (command: Command): Command =>
  command
    .option('--respondent <NAMES>', 'only for these respondents, by code or name, joined by commas (all)')
    .option('--collection <CODES>', 'only for these collections, joined by commas (all)');

export interface ScopeOptions {
  readonly respondent?: string;
  readonly collection?: string;
}

/** In: the options. Out: the scope, with respondents as they were written. Errors: a collection that is no code. */
export function readScopeOptions({ respondent, collection }: ScopeOptions): Scope {
  const listed = (text: string | undefined) =>
    text === undefined || text === 'all'
      ? 'all'
      : [...new Set(text.split(',').map((one) => one.trim()))].filter(Boolean);
  const collections = listed(collection);
  for (const one of collections === 'all' ? [] : collections) readCode(one, '--collection');
  const respondents = listed(respondent);
  if (respondents.length === 0 || collections.length === 0)
    throw new WrongUsage(
      '--respondent and --collection take names joined by commas; leave them out for all.',
    );
  return { respondents, collections };
}

/** Errors: what is no code. */
export function readCode(text: string | undefined, what: string): string {
  if (text !== undefined && codeSchema.safeParse(text).success) return text;
  throw new WrongUsage(
    `${what} ${text === undefined ? 'is needed' : `"${text}" is no name here`}: lower-case letters and digits joined by hyphens, such as clearing-house.`,
  );
}

/** Errors: what is no role, with those that there are. */
export function readRole(text: string | undefined): Role {
  const role = roles.find((one) => one === text);
  if (role) return role;
  throw new WrongUsage(
    `${text === undefined ? 'A role is needed' : `"${text}" is no role`}: ${roles.join(', ')}.`,
  );
}

/** Adds the option by which questions are answered by yes. */
export const withConfirm = (command: Command): Command =>
  command.option('--confirm <CODES>', `yes to a question: ${accessConfirmable.join(', ')}`);

/** Errors: a code that is none. */
export function readConfirmed({ confirm }: ChangeOptions): (typeof accessConfirmable)[number][] {
  const given = confirm?.split(',') ?? [];
  const unknown = given.find((code) => !accessConfirmable.some((one) => one === code));
  if (unknown !== undefined)
    throw new WrongUsage(`--confirm ${unknown}: it is none of ${accessConfirmable.join(', ')}.`);
  return given as (typeof accessConfirmable)[number][];
}

/** The arguments that a command takes, each needed. Errors: fewer or more. */
export function readArguments<Names extends readonly string[]>(
  args: readonly string[],
  ...names: Names
): { readonly [Name in keyof Names]: string } {
  if (args.length !== names.length)
    throw new WrongUsage(`${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} needed.`);
  return args as unknown as { readonly [Name in keyof Names]: string };
}
