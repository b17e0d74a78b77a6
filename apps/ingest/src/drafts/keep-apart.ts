/** Two people code the same letter apart: each keeps a draft that the other sees only when both are done. */
import type { ApartAnswer, DraftStateAnswer } from '@rapporteur/contract';
import { HttpProblem } from '@rapporteur/http';
import { entitiesOn, inEntityTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import {
  apartDraft,
  draftEntities,
  draftLook,
  draftRecord,
  type ApartDraft,
  type Coder,
  type DraftKey,
} from './entities.js';
import { changedMeanwhile, lockDocument, stateOf } from './keep-draft.js';

/** As many code a letter apart at most: they are compared with one another. */
const most = 2;

/** In: who asks. Out: who codes apart, one's own draft, and all of them once all are done. Errors: those of pg. */
export async function readApart(pool: pg.Pool, key: DraftKey, who: Pick<Coder, 'id'>): Promise<ApartAnswer> {
  return toAnswer(await findApart(await entitiesOn(pool, draftEntities), key), who);
}

export interface ApartSaving {
  /** The version that the change was made to. */
  readonly version: number;
  readonly content: Record<string, unknown>;
  readonly isDone: boolean;
}

/**
 * Saves what somebody codes apart. Errors: HttpProblem 409 where two others do so already, where both are done, or where
 * another window of theirs was faster; 410 where the document was removed; those of pg. Then nothing has changed.
 */
export const saveApart = (
  pool: pg.Pool,
  key: DraftKey,
  { version, content, isDone }: ApartSaving,
  who: Coder,
): Promise<ApartAnswer> =>
  inEntityTransaction(pool, draftEntities, async (manager, client) => {
    // One after the other: of two who say at once that they are done, the second is shown what the first has coded.
    await lockDocument(client, key.document);
    const all = await findApart(manager, key);
    const own = all.find(({ coder }) => coder === who.id);
    if (!own && all.length >= most)
      throw refused('coded-by-two', `${namesOf(all)} code this letter apart already`);
    if (areDone(all)) throw refused('both-are-done', 'Both are done and have seen what the other coded');
    if ((own?.version ?? 0) !== version)
      throw refused(
        'draft-changed',
        `You have changed it in another window: it is at version ${own?.version ?? 0}`,
        toAnswer(all, who),
      );
    const coder = { coder: who.id, coderName: who.name, coderAs: who.shownAs };
    const next = { ...key, ...coder, version: version + 1, content, isDone };
    await manager
      .getRepository(apartDraft)
      .upsert({ ...next, changedAt: (() => 'now()') as never } as never, [
        ...(['document', 'collection', 'round', 'respondent', 'coder'] as const),
      ]);
    return toAnswer(await findApart(manager, key), who);
  });

/**
 * Makes one of the two the draft that is sent; its coder is then the coder of that. Errors: HttpProblem 409 where not both
 * are done, or where somebody changed the draft meanwhile; those of pg.
 */
export const takeApart = (
  pool: pg.Pool,
  key: DraftKey,
  { coder, version }: { readonly coder: string; readonly version: number },
  who: Coder,
): Promise<DraftStateAnswer> =>
  inEntityTransaction(pool, draftEntities, async (manager, client) => {
    await lockDocument(client, key.document);
    const all = await findApart(manager, key);
    const taken = all.find((one) => one.coder === coder);
    if (!taken || !areDone(all))
      throw refused('not-both-done', 'Two have to code the letter apart, and be done');
    const drafts = manager.getRepository(draftRecord);
    const now = await drafts.findOne({ where: { ...key }, lock: { mode: 'pessimistic_write' } });
    if ((now?.version ?? 0) !== version) throw changedMeanwhile(now, await stateOf(manager, key, now));
    const { coderName: name, coderAs: shownAs, content } = taken;
    await drafts.upsert(
      {
        ...{ ...key, version: version + 1, content: content as never },
        coders: [{ id: coder, name, shownAs }] as never,
        ...{ changedBy: who.id, changedName: who.name, changedAt: (() => 'now()') as never },
      },
      ['document', 'collection', 'round', 'respondent'],
    );
    // A look that was asked for was at what is replaced here.
    await manager.getRepository(draftLook).delete({ ...key });
    return stateOf(manager, key, await drafts.findOneBy({ ...key }));
  });

const findApart = (manager: EntityManager, key: DraftKey): Promise<ApartDraft[]> =>
  manager.getRepository(apartDraft).find({ where: { ...key }, order: { coder: 'ASC' } });

const areDone = (all: readonly ApartDraft[]) => all.length === most && all.every(({ isDone }) => isDone);

const namesOf = (all: readonly ApartDraft[]) => all.map(({ coderName }) => coderName).join(' and ');

function toAnswer(all: readonly ApartDraft[], { id }: Pick<Coder, 'id'>): ApartAnswer {
  const own = all.find(({ coder }) => coder === id);
  return {
    version: own?.version ?? 0,
    isDone: own?.isDone ?? false,
    content: own?.content ?? null,
    coders: all.map(({ coder, coderName, isDone }) => ({ id: coder, name: coderName, isDone })),
    drafts: areDone(all)
      ? all.map(({ coder, coderName, content }) => ({ by: { id: coder, name: coderName }, content }))
      : null,
  };
}

const refused = (code: string, title: string, extra: object = {}) =>
  new HttpProblem({ status: 409, code, title, extra: { ...extra } });
