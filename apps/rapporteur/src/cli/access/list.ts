/** `npm run access -- list`: who there is, what they hold, and which keys they have. */
import { readPeople } from '@rapporteur/access';
import type { Command } from 'commander';
import { WrongUsage } from '../wrong-usage.js';
import { onAccess, say } from './acting.js';
import { showPerson } from './show-person.js';

export const defineList = (command: Command): void =>
  onAccess<{ readonly json?: boolean }>(
    command
      .usage('-- list [PERSON]')
      .description(
        'People and machines: their grants by number, their keys by name, last use and end of each.',
      )
      .argument('[person]')
      .option('--json', 'as GET /v1/people answers'),
    async (pool, { json }, [id]) => {
      const everybody = await readPeople(pool);
      const found = id === undefined ? everybody : everybody.filter((one) => one.id === id);
      if (found.length === 0 && id !== undefined)
        throw new WrongUsage(
          `Nobody is called "${id}"; there are: ${everybody.map((one) => one.id).join(', ') || 'none'}.`,
        );
      if (json) say(JSON.stringify({ items: found }));
      else if (found.length === 0) say('Nobody was added yet. npm start makes the owner.');
      else say(found.flatMap(showPerson).join('\n'));
      return 0;
    },
  );
