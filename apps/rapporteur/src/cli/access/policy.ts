/** `npm run access -- policy`: how the events of a collection name people. */
import { readNamings, setPolicy } from '@rapporteur/access';
import { namings } from '@rapporteur/domain';
import type { Command } from 'commander';
import type pg from 'pg';
import { WrongUsage } from '../wrong-usage.js';
import {
  onAccess,
  readArguments,
  readCode,
  readReason,
  say,
  withActs,
  type ChangeOptions,
} from './acting.js';

interface Options extends ChangeOptions {
  readonly collection?: string;
  readonly naming?: string;
}

export const definePolicy = (command: Command): void =>
  onAccess<Options>(
    command
      .usage('-- policy [--collection C --naming name|role|state --reason TEXT]')
      .description(
        `Sets how the events of a collection name people from now on, and tells all that is set:

  name   by their names
  role   by their roles (where nothing is set)
  state  a State's own people as "the focal point of …", all others by their roles`,
      )
      .option('--collection <CODE>', 'the collection')
      .option('--naming <WAY>', 'name, role or state')
      .option('--reason <TEXT>', 'why; kept for ever'),
    async (pool, options, args) => {
      readArguments(args);
      if (options.collection !== undefined || options.naming !== undefined) await set(pool, command, options);
      const known = Object.entries(await readNamings(pool));
      say(
        known.map(([each, way]) => `${each}  ${way}`).join('\n') ||
          'Nothing is set: events name people by their roles.',
      );
      return 0;
    },
  );

async function set(pool: pg.Pool, command: Command, options: Options): Promise<void> {
  const collection = readCode(options.collection, '--collection');
  const naming = namings.find((one) => one === options.naming);
  if (!naming)
    throw new WrongUsage(
      `--naming ${options.naming === undefined ? 'is needed' : `"${options.naming}" is no way to name people`}: ${namings.join(', ')}.`,
    );
  const reason = readReason(options.reason);
  await withActs(pool, command, (acts) => setPolicy(acts, { collection, naming }, { reason }));
}
