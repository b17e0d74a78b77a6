/** `npm run access -- invite`: a link that signs a person in, once. */
import { invite, toLink } from '@rapporteur/access';
import { readAddress } from '@rapporteur/http';
import type { Command } from 'commander';
import { findRunning } from '../../data-folder.js';
import { WrongUsage } from '../wrong-usage.js';
import { onChange, readArguments, say, tell, type ChangeOptions } from './acting.js';

export const defineInvite = (command: Command): void =>
  onChange<ChangeOptions & { readonly url?: string; readonly minutes?: string }>(
    command
      .usage('-- invite PERSON --reason TEXT')
      .description(
        'Makes a link that signs a person in, once, and writes it to standard output. Send it to them by a way that nobody else reads.',
      )
      .argument('[person]')
      .option('--minutes <NUMBER>', 'how long it can be opened (10080: a week)')
      .option(
        '--url <ADDRESS>',
        'where readers reach the page (PUBLIC_URL, or that of the running Rapporteur)',
      )
      .option('--json', 'link and end as JSON'),
    async (acts, { reason, json, url, minutes }, args) => {
      const [id] = readArguments(args, 'PERSON');
      if (minutes !== undefined && !/^[1-9]\d{0,4}$/.test(minutes))
        throw new WrongUsage(`--minutes ${minutes}: a whole number from 1 to 99999 was expected.`);
      const address = url ?? readAddress(process.env).publicUrl ?? (await findRunning(process.env));
      if (address === undefined || !URL.canParse(address))
        throw new WrongUsage('Where the page is, is not known: give --url ADDRESS, or set PUBLIC_URL.');
      const { secret, until } = await invite(
        acts,
        id,
        { reason },
        minutes === undefined ? undefined : Number(minutes),
      );
      const link = toLink(address, secret);
      if (json) return say(JSON.stringify({ link, until }));
      tell(`It signs ${id} in, once, until ${until}:`);
      say(link);
    },
  );
