/** Reads, saves and ends drafts, and tells who has one open. A draft is no event: nothing in the tables knows of it. */
import type { DraftAnswer, DraftStateAnswer, ProposalCounts } from '@rapporteur/contract';
import { toCanonical } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { entitiesOn, inEntityTransaction } from '@rapporteur/postgres';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import {
  apartDraft,
  draftEntities,
  draftLook,
  draftRecord,
  draftWindow,
  proposalCountsRecord,
  type Coder,
  type DraftKey,
  type DraftLook,
  type DraftRecord,
} from './entities.js';

/** A window that has not said for so long that it is there is taken to be closed (s). */
const goneAfter = 30;

/** Out: the draft, who has it open, and what was sent from earlier ones. Errors: those of pg. */
export async function readDraft(pool: pg.Pool, key: DraftKey): Promise<DraftAnswer> {
  const manager = await entitiesOn(pool, draftEntities);
  const draft = await manager.getRepository(draftRecord).findOneBy({ ...key });
  const sent = await manager
    .getRepository(proposalCountsRecord)
    .find({ where: { ...key }, order: { replyVersion: 'ASC' } });
  const { document, collection, round, respondent } = key;
  return {
    ...{ document, round: `${collection}/${round}`, respondent },
    ...(await stateOf(manager, key, draft)),
    content: draft?.content ?? null,
    sent: sent.map(({ replyVersion, taken, changed, dismissed, own, sentBy, sentName, sentAt }) => ({
      ...{ version: replyVersion, taken, changed, dismissed, own },
      by: { id: sentBy, name: sentName },
      at: sentAt.toISOString(),
    })),
  };
}

/** Notes that a window has the draft open. Out: the state of the draft. Errors: those of pg. */
export async function noteWindow(
  pool: pg.Pool,
  key: DraftKey,
  tab: string,
  who: Pick<Coder, 'id' | 'name'>,
): Promise<DraftStateAnswer> {
  const manager = await entitiesOn(pool, draftEntities);
  await seeWindow(manager, key, tab, who);
  return stateOf(manager, key, await manager.getRepository(draftRecord).findOneBy({ ...key }));
}

export interface Saving {
  /** The version that the change was made to. */
  readonly version: number;
  readonly tab: string;
  /** Null ends the draft. */
  readonly content: Record<string, unknown> | null;
  /** What was sent, as which version of the reply. */
  readonly sent?: (ProposalCounts & { readonly version: number }) | undefined;
}

/**
 * Saves a draft, or ends it. Errors: HttpProblem 409 where somebody has changed it meanwhile, 410 where the document was
 * removed; those of pg. Then nothing has changed.
 */
export const saveDraft = (
  pool: pg.Pool,
  key: DraftKey,
  { version, tab, content, sent }: Saving,
  who: Coder,
): Promise<DraftStateAnswer> =>
  inEntityTransaction(pool, draftEntities, async (manager, client) => {
    await needBytes(client, key.document);
    const drafts = manager.getRepository(draftRecord);
    const coders = codersAfter(await drafts.findOneBy({ ...key }), content, who);
    const next = { content, coders, version: version + 1, changedBy: who.id, changedName: who.name };
    if (version === 0) await insertOrNothing(manager, { ...key, ...next });
    else await drafts.update({ ...key, version }, { ...next, changedAt: () => 'now()' } as never);
    const now = await drafts.findOneBy({ ...key });
    if (now?.version !== next.version || now.changedBy !== who.id || !isSame(now.content, content))
      throw changedMeanwhile(now, await stateOf(manager, key, now));
    if (content === null) await manager.getRepository(draftLook).delete({ ...key });
    if (sent) {
      await manager.getRepository(apartDraft).delete({ ...key });
      const { version: replyVersion, ...counts } = sent;
      await manager
        .getRepository(proposalCountsRecord)
        .upsert({ ...key, replyVersion, ...counts, sentBy: who.id, sentName: who.name }, [
          ...keyNames,
          'replyVersion',
        ]);
    }
    await seeWindow(manager, key, tab, who);
    return stateOf(manager, key, now);
  });

/** What is coded, without what the page notes beside it (`notes`), as a text that is the same for the same. */
export const digestOf = (said: unknown): string =>
  createHash('sha256').update(toCanonical(said)).digest('hex');
export const digestOfCoded = ({ notes: _notes, ...coded }: Record<string, unknown>): string =>
  digestOf(coded);

/** Who has coded a draft; of one of an earlier release only who changed it last is known, and not how events name them. */
export const codersOf = ({ coders, changedBy, changedName }: DraftRecord): readonly Coder[] =>
  coders ?? [{ id: changedBy, name: changedName, shownAs: '' }];

/**
 * Who coded what there is to be looked at: those who had when it was asked for, and who has changed it since; so nobody looks at
 * what is their own. A change that was taken back is none. Of a look that was had: those of what was looked at.
 */
export const codersFor = (look: DraftLook, draft: DraftRecord | null): readonly Coder[] => {
  if (look.lookedBy !== null) return look.coders ?? look.notBy;
  if (!draft?.content || look.coded === digestOfCoded(draft.content)) return look.notBy;
  return codersOf(draft);
};

/** Who has coded a draft once somebody saves it: only who changes what is coded, and none of an ended draft. */
function codersAfter(
  before: DraftRecord | null,
  content: DraftRecord['content'],
  who: Coder,
): readonly Coder[] {
  const known = before?.content ? codersOf(before) : [];
  if (content === null) return [];
  if (before?.content && digestOfCoded(before.content) === digestOfCoded(content)) return known;
  return known.some(({ id }) => id === who.id) ? known : [...known, who];
}

export const keyNames = ['document', 'collection', 'round', 'respondent'] as const;
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

async function insertOrNothing(manager: EntityManager, record: Omit<DraftRecord, 'changedAt'>) {
  await manager
    .createQueryBuilder()
    .insert()
    .into(draftRecord)
    .values(record as never)
    .orIgnore()
    .execute();
}

/** Whoever removes a document waits for drafts that are being saved, and deletes them after (forget-bytes.ts). */
async function needBytes(
  client: pg.ClientBase,
  document: string,
  lock: 'KEY SHARE' | 'NO KEY UPDATE' = 'KEY SHARE',
): Promise<void> {
  const { rowCount } = await client.query(`SELECT 1 FROM kept_files WHERE file = $1 FOR ${lock}`, [document]);
  if (rowCount === 1) return;
  throw new HttpProblem({
    status: 410,
    code: 'document-removed',
    title: 'The document is not kept here any more',
  });
}

/** As needBytes, and of those who ask for it one after the other gets on. */
export const lockDocument = (client: pg.ClientBase, document: string): Promise<void> =>
  needBytes(client, document, 'NO KEY UPDATE');

export const changedMeanwhile = (now: DraftRecord | null, state: DraftStateAnswer) =>
  new HttpProblem({
    status: 409,
    code: 'draft-changed',
    title: `Somebody changed this draft meanwhile: it is at version ${now?.version ?? 0} now`,
    detail: 'GET it, put your change into it, and save that.',
    extra: { ...state },
  });

async function seeWindow(
  manager: EntityManager,
  key: DraftKey,
  tab: string,
  who: Pick<Coder, 'id' | 'name'>,
): Promise<void> {
  await manager
    .getRepository(draftWindow)
    .upsert({ ...key, tab, principal: who.id, name: who.name, seenAt: (() => 'now()') as never }, [
      ...keyNames,
      'tab',
    ]);
}

export async function stateOf(
  manager: EntityManager,
  key: DraftKey,
  draft: DraftRecord | null,
): Promise<DraftStateAnswer> {
  const stale = `seen_at < now() - interval '${goneAfter} seconds'`;
  // Those that another request has just locked are left to it: two that wait for each other would end in a deadlock.
  await manager.query(
    `DELETE FROM draft_windows WHERE ctid IN (SELECT ctid FROM draft_windows WHERE ${stale} FOR UPDATE SKIP LOCKED)`,
  );
  const here = await manager
    .getRepository(draftWindow)
    .createQueryBuilder('one')
    .where({ ...key })
    .andWhere(`NOT (${stale})`)
    .orderBy('one.since')
    .addOrderBy('one.tab')
    .getMany();
  const look = await manager.getRepository(draftLook).findOneBy({ ...key });
  return {
    version: draft?.version ?? 0,
    secondLook: look && showLook(look, draft),
    changed: draft && {
      by: { id: draft.changedBy, name: draft.changedName },
      at: draft.changedAt.toISOString(),
    },
    here: here.map(({ principal, name, tab, since }) => ({
      ...{ id: principal, name, tab },
      since: since.toISOString(),
    })),
  };
}

/** A look as answers tell it. In: the look, and the draft as it is now. */
export function showLook(
  look: DraftLook,
  draft: DraftRecord | null,
): NonNullable<DraftStateAnswer['secondLook']> {
  const { lookedBy, lookedName, lookedAt, whom, whomName } = look;
  return {
    asked: { by: { id: look.askedBy, name: look.askedName }, at: look.askedAt.toISOString() },
    notBy: codersFor(look, draft).map(({ id, name }) => ({ id, name })),
    whom: whom === null ? null : { id: whom, name: whomName ?? whom },
    looked:
      lookedBy === null || lookedAt === null
        ? null
        : {
            by: { id: lookedBy, name: lookedName ?? lookedBy },
            at: lookedAt.toISOString(),
            remarks: look.remarks,
            isChangedSince: !draft?.content || digestOfCoded(draft.content) !== look.coded,
          },
  };
}
