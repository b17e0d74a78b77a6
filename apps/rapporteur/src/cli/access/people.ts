/** `npm run access -- person | machine | grant | withdraw`: adds somebody, and changes what they hold. */
import { addPerson, grantRole, withdrawRole } from '@rapporteur/access';
import { readCollections } from './collections.js';
import type { Command } from 'commander';
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
import { showScope } from './show-person.js';
import { WrongUsage } from '../wrong-usage.js';

export const defineAdd = (command: Command, kind: 'person' | 'machine'): void =>
  onChange<ChangeOptions & { readonly name?: string }>(
    command
      .usage(`-- ${kind} ID [--name NAME] --reason TEXT`)
      .description(
        kind === 'person'
          ? 'Adds a person, who may do nothing yet. ID names them in the log for ever.'
          : 'Adds a machine, which may do nothing yet. ID names it in the log for ever.',
      )
      .argument('[id]')
      .option('--name <NAME>', 'as people read it (the ID)'),
    async (acts, { name, reason }, args) => {
      const [written] = readArguments(args, 'ID');
      const id = readCode(written, 'ID');
      await addPerson(acts, { id, kind, name: name?.trim() || id }, { reason });
      say(`${id} is added, and may do nothing yet: npm run access -- grant ${id} ROLE --reason "…"`);
    },
  );

export const defineGrant = (command: Command): void =>
  onChange<ChangeOptions & ScopeOptions>(
    withScope(
      command
        .usage('-- grant PERSON ROLE [--respondent SV,GR] [--collection C] --reason TEXT')
        .description(
          'Grants a role to a person or a machine, for some respondents and collections or for all.',
        )
        .argument('[person]')
        .argument('[role]'),
    ).option('--json', 'the grant as JSON'),
    async (acts, { reason, json, ...options }, args) => {
      const [id, written] = readArguments(args, 'PERSON', 'ROLE');
      const role = readRole(written);
      const scope = readScopeOptions(options);
      const { principal, grant } = await grantRole(acts, id, role, scope, { reason });
      const granted = principal.grants.find(({ number }) => number === grant)!;
      if (json) say(JSON.stringify({ principal: id, ...granted }));
      else say(`${id} holds grant ${grant}: ${role}, ${showScope(granted.scope)}.`);
      await tellNewCollections(acts.pool, granted.scope.collections);
    },
  );

/** Tells of collections that have no round yet: they may be meant, or mistyped. */
export async function tellNewCollections(
  pool: Parameters<typeof readCollections>[0],
  collections: 'all' | readonly string[],
): Promise<void> {
  const known = await readCollections(pool);
  const fresh = collections === 'all' ? [] : collections.filter((one) => !known.includes(one));
  if (fresh.length > 0)
    tell(
      `There is no round of ${fresh.join(', ')} yet; there are rounds of ${known.join(', ') || 'no collection'}.`,
    );
}

export const defineWithdraw = (command: Command): void =>
  onChange<ChangeOptions>(
    withConfirm(
      command
        .usage('-- withdraw PERSON NUMBER --reason TEXT')
        .description('Withdraws a grant. NUMBER is that of the grant, as list tells it.')
        .argument('[person]')
        .argument('[number]'),
    ),
    async (acts, { reason, ...options }, args) => {
      const [id, written] = readArguments(args, 'PERSON', 'NUMBER');
      if (!/^\d{1,15}$/.test(written))
        throw new WrongUsage(`"${written}" is no number of a grant, as list tells it.`);
      const { principal } = await withdrawRole(acts, id, Number(written), {
        reason,
        confirmed: readConfirmed(options),
      });
      const left = principal.grants.map(({ number, role }) => `${number} (${role})`).join(', ');
      say(`Grant ${written} of ${id} is withdrawn. Held: ${left || 'none'}.`);
    },
  );
