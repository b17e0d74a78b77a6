/** A second look at a draft: asking for one, withdrawing that, saying that one has looked, and listing the drafts that there are. */
import type { DraftsAnswer, DraftStateAnswer } from '@rapporteur/contract';
import type { RoundKey } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { entitiesOn, inEntityTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import {
  draftEntities,
  draftLook,
  draftRecord,
  type Coder,
  type DraftKey,
  type DraftRecord,
} from './entities.js';
import {
  changedMeanwhile,
  codersFor,
  codersOf,
  digestOf,
  digestOfCoded,
  keyNames,
  showLook,
  stateOf,
} from './keep-draft.js';

export interface Asking {
  /** The version that is to be looked at. */
  readonly version: number;
  /** Who is asked; undefined: anybody who may. */
  readonly whom: Pick<Coder, 'id' | 'name'> | undefined;
}

/**
 * Asks for a second look; who was asked before is asked no more. Errors: HttpProblem 409 where there is no draft, where
 * somebody changed it meanwhile, and where a coder of it is asked; those of pg.
 */
export const askForLook = (
  pool: pg.Pool,
  key: DraftKey,
  { version, whom }: Asking,
  who: Coder,
): Promise<DraftStateAnswer> =>
  inEntityTransaction(pool, draftEntities, async (manager) => {
    const draft = await lockDraft(manager, key, version);
    const notBy = codersOf(draft);
    if (notBy.some(({ id }) => id === whom?.id)) throw ownDraft(`${whom!.name} has`);
    const asked = { askedBy: who.id, askedName: who.name, askedAt: (() => 'now()') as never, notBy };
    const coded = digestOfCoded(draft.content!);
    await manager.getRepository(draftLook).upsert(
      {
        ...{ ...key, ...asked, whom: whom?.id ?? null, whomName: whom?.name ?? null },
        ...{ lookedBy: null, lookedName: null, lookedAs: null, lookedAt: null },
        ...{ remarks: null, coders: null, request: null, coded },
      },
      [...keyNames],
    );
    return stateOf(manager, key, draft);
  });

export interface Looking {
  readonly version: number;
  /** The body of the request that would be sent. */
  readonly request: unknown;
  readonly remarks: string | undefined;
}

/**
 * Notes that somebody has looked at a draft as it is. Errors: HttpProblem 409 where no look is asked for, where somebody
 * changed the draft meanwhile, and for a coder of it or anybody but who was asked; those of pg.
 */
export const noteLook = (
  pool: pg.Pool,
  key: DraftKey,
  { version, request, remarks }: Looking,
  who: Coder,
): Promise<DraftStateAnswer> =>
  inEntityTransaction(pool, draftEntities, async (manager) => {
    const draft = await lockDraft(manager, key, version);
    const look = await manager.getRepository(draftLook).findOneBy({ ...key });
    if (!look || look.lookedBy !== null) throw nothingToLookAt();
    const coders = codersFor(look, draft);
    if (coders.some(({ id }) => id === who.id)) throw ownDraft('You have');
    if (look.whom !== null && look.whom !== who.id)
      throw new HttpProblem({
        status: 409,
        code: 'asked-of-another',
        title: `${look.whomName} was asked to look at this draft`,
        detail: 'Whoever coded it may ask again, somebody else or anybody who may.',
      });
    await manager.getRepository(draftLook).update(
      { ...key },
      {
        ...{ lookedBy: who.id, lookedName: who.name, lookedAs: who.shownAs, remarks: remarks ?? null },
        ...{ lookedAt: (() => 'now()') as never, coders: coders as never },
        ...{ request: digestOf(request), coded: digestOfCoded(draft.content!) },
      },
    );
    return stateOf(manager, key, draft);
  });

/**
 * Ends a look that is waited for. Errors: HttpProblem 409 where none is asked for or somebody has looked, and for anybody but
 * who asked; those of pg.
 */
export const withdrawLook = (
  pool: pg.Pool,
  key: DraftKey,
  who: Pick<Coder, 'id'>,
): Promise<DraftStateAnswer> =>
  inEntityTransaction(pool, draftEntities, async (manager) => {
    const draft = await lockDraft(manager, key);
    const look = await manager.getRepository(draftLook).findOneBy({ ...key });
    if (!look || look.lookedBy !== null) throw nothingToLookAt();
    if (look.askedBy !== who.id)
      throw new HttpProblem({
        status: 409,
        code: 'asked-by-another',
        title: `${look.askedName} asked for this look, and may withdraw it`,
        detail: 'Whoever asks for it anew may withdraw that.',
      });
    await manager.getRepository(draftLook).delete({ ...key });
    return stateOf(manager, key, draft);
  });

/** All drafts, of one round or of every one, without what is coded in them. Errors: those of pg. */
export async function listDrafts(pool: pg.Pool, of: Partial<RoundKey>): Promise<DraftsAnswer['items']> {
  const manager = await entitiesOn(pool, draftEntities);
  const order = { collection: 'ASC', round: 'ASC', document: 'ASC', respondent: 'ASC' } as const;
  const drafts = await manager.getRepository(draftRecord).find({ where: of, order });
  const looks = await manager.getRepository(draftLook).findBy(of);
  // Of one that was sent or ended only the version is left.
  const open = drafts.filter(({ content }) => content !== null);
  return open.map((draft) => {
    const { document, collection, round, respondent, version, changedBy, changedName, changedAt } = draft;
    const look = looks.find((one) => keyNames.every((name) => one[name] === draft[name]));
    return {
      ...{ document, round: `${collection}/${round}`, respondent, version },
      changed: { by: { id: changedBy, name: changedName }, at: changedAt.toISOString() },
      secondLook: look ? showLook(look, draft) : null,
    };
  });
}

/** Nobody changes the draft until the transaction ends. In: the version that it must be at, if any. Errors: HttpProblem 409. */
async function lockDraft(manager: EntityManager, key: DraftKey, version?: number): Promise<DraftRecord> {
  const draft = await manager
    .getRepository(draftRecord)
    .findOne({ where: { ...key }, lock: { mode: 'pessimistic_write' } });
  if (!draft?.content) throw nothingToLookAt();
  if (version !== undefined && draft.version !== version)
    throw changedMeanwhile(draft, await stateOf(manager, key, draft));
  return draft;
}

const nothingToLookAt = () =>
  new HttpProblem({
    status: 409,
    code: 'no-second-look',
    title: 'There is no draft here for which a second look is asked',
    detail: 'It may have been sent or looked at meanwhile: GET the draft.',
  });

const ownDraft = (whoHas: string) =>
  new HttpProblem({
    status: 409,
    code: 'own-draft',
    title: `${whoHas} coded this draft, and so cannot be its reviewer`,
    detail:
      'A second look is that of another person. Who was asked says in remarks what should be changed, and changes nothing.',
  });
