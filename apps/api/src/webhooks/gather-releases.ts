/** Has webhooks told of publications, once the tables have all replies of them. */
import { takeReleases } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import { readProgress } from '@rapporteur/projections';
import type pg from 'pg';
import { toReleaseMessages } from './release-messages.js';
import { readActive, saveMessages } from './store.js';

/** Takes what nobody was told of, and stores its messages, by one transaction. Errors: those of pg. */
export async function gatherReleases(pool: pg.Pool): Promise<void> {
  const { position } = await readProgress(pool);
  await inTransaction(pool, async (client) => {
    const releases = await takeReleases(client, position);
    if (releases.length > 0)
      await saveMessages(client, toReleaseMessages(await readActive(client), releases));
  });
}
