/** Who coded what is sent from a draft, and who had a second look at just this: for the particulars of its event. */
import { HttpProblem } from '@rapporteur/http';
import { entitiesOn } from '@rapporteur/postgres';
import type pg from 'pg';
import type { ReviewOf } from '../commands/recording.js';
import { draftEntities, draftLook, draftRecord, type Coder } from './entities.js';
import { codersOf, digestOf } from './keep-draft.js';

const named = ({ id, shownAs }: Coder) => ({ shownAs, principal: id });

/**
 * In: the pool. Out: what finds out who coded and looked. A look counts for the very request that was looked at. Its errors:
 * HttpProblem 409 where a look was asked for and does not count for what is sent, unless that is confirmed; those of pg.
 */
export const makeReview =
  (pool: pg.Pool): ReviewOf =>
  async (key, { body, confirmed }) => {
    const manager = await entitiesOn(pool, draftEntities);
    const draft = await manager.getRepository(draftRecord).findOneBy({ ...key });
    if (!draft?.content) return {};
    const look = await manager.getRepository(draftLook).findOneBy({ ...key });
    const { lookedBy, lookedAs, lookedAt } = look ?? {};
    const isLookedAt = lookedBy && lookedAs && lookedAt && look?.request === digestOf(body);
    if (look && !isLookedAt && !confirmed.includes('waits-for-second-look'))
      throw new HttpProblem({
        status: 409,
        code: 'waits-for-second-look',
        title: lookedBy
          ? 'Something else is sent than was looked at'
          : 'A second look at this draft is asked for, and nobody has looked yet',
        detail: 'To send it all the same, without a reviewer, add confirm=waits-for-second-look.',
      });
    const coders = ((isLookedAt && look?.coders) || codersOf(draft))
      .filter(({ shownAs }) => shownAs !== '')
      .map(named);
    return {
      ...(coders.length > 0 && { coders }),
      ...(isLookedAt && {
        reviewer: { shownAs: lookedAs, principal: lookedBy, at: lookedAt.toISOString() },
      }),
    };
  };
