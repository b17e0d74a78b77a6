/** The tables of drafts as entities of TypeORM (ADR 9). */
// This file alone: the whole of TypeORM is loaded where entities are first used.
import { EntitySchema } from 'typeorm/entity-schema/EntitySchema.js';

/** Whose coding of which document it is. */
export interface DraftKey {
  /** SHA-256 of the document. */
  readonly document: string;
  readonly collection: string;
  readonly round: string;
  readonly respondent: string;
}

/** Somebody who changed what is coded: by their name in the access log, as colleagues know them, and as events name them. */
export interface Coder {
  readonly id: string;
  readonly name: string;
  readonly shownAs: string;
}

export interface DraftRecord extends DraftKey {
  readonly version: number;
  /** Null once it was sent or discarded. */
  readonly content: Record<string, unknown> | null;
  /** Null in drafts of earlier releases. */
  readonly coders: readonly Coder[] | null;
  readonly changedBy: string;
  readonly changedName: string;
  readonly changedAt: Date;
}

/** A second look at a draft: who asked whom for it, and who has looked. */
export interface DraftLook extends DraftKey {
  readonly askedBy: string;
  readonly askedName: string;
  readonly askedAt: Date;
  /** Who had coded the draft when it was asked for. */
  readonly notBy: readonly Coder[];
  /** Null: anybody who may. */
  readonly whom: string | null;
  readonly whomName: string | null;
  readonly lookedBy: string | null;
  readonly lookedName: string | null;
  readonly lookedAs: string | null;
  readonly lookedAt: Date | null;
  readonly remarks: string | null;
  /** Who had coded it when it was looked at. */
  readonly coders: readonly Coder[] | null;
  /** SHA-256 of the request that would have been sent then, and of what was coded; until then of what was when it was asked for. */
  readonly request: string | null;
  readonly coded: string | null;
}

/** What one of two people codes apart from the other. */
export interface ApartDraft extends DraftKey {
  /** By the name in the access log, as colleagues know them, and as events name them. */
  readonly coder: string;
  readonly coderName: string;
  readonly coderAs: string;
  readonly version: number;
  readonly content: Record<string, unknown>;
  readonly isDone: boolean;
  readonly changedAt: Date;
}

/** A window of the page in which somebody has the draft open. */
export interface DraftWindow extends DraftKey {
  readonly tab: string;
  readonly principal: string;
  readonly name: string;
  readonly since: Date;
  readonly seenAt: Date;
}

/** What became of the proposals for a letter when a version of the reply was sent. */
export interface ProposalCountsRecord extends DraftKey {
  readonly replyVersion: number;
  readonly taken: number;
  readonly changed: number;
  readonly dismissed: number;
  readonly own: number;
  readonly sentBy: string;
  readonly sentName: string;
  readonly sentAt: Date;
}

const key = {
  document: { type: 'text', collation: 'C', primary: true },
  collection: { type: 'text', collation: 'C', primary: true },
  round: { type: 'text', collation: 'C', primary: true },
  respondent: { type: 'text', collation: 'C', primary: true },
} as const;

const now = { type: 'timestamptz', default: () => 'now()' } as const;

export const draftRecord = new EntitySchema<DraftRecord>({
  name: 'DraftRecord',
  tableName: 'drafts',
  columns: {
    ...key,
    version: { type: 'int' },
    content: { type: 'json', nullable: true },
    coders: { type: 'json', nullable: true },
    changedBy: { name: 'changed_by', type: 'text' },
    changedName: { name: 'changed_name', type: 'text' },
    changedAt: { name: 'changed_at', ...now },
  },
});

const maybe = { type: 'text', nullable: true } as const;

export const draftLook = new EntitySchema<DraftLook>({
  name: 'DraftLook',
  tableName: 'draft_looks',
  columns: {
    ...key,
    askedBy: { name: 'asked_by', type: 'text' },
    askedName: { name: 'asked_name', type: 'text' },
    askedAt: { name: 'asked_at', ...now },
    notBy: { name: 'not_by', type: 'json' },
    whom: maybe,
    whomName: { name: 'whom_name', ...maybe },
    lookedBy: { name: 'looked_by', ...maybe },
    lookedName: { name: 'looked_name', ...maybe },
    lookedAs: { name: 'looked_as', ...maybe },
    lookedAt: { name: 'looked_at', type: 'timestamptz', nullable: true },
    remarks: maybe,
    coders: { type: 'json', nullable: true },
    request: maybe,
    coded: maybe,
  },
});

export const apartDraft = new EntitySchema<ApartDraft>({
  name: 'ApartDraft',
  tableName: 'apart_drafts',
  columns: {
    ...key,
    coder: { type: 'text', collation: 'C', primary: true },
    coderName: { name: 'coder_name', type: 'text' },
    coderAs: { name: 'coder_as', type: 'text' },
    version: { type: 'int' },
    content: { type: 'json' },
    isDone: { name: 'is_done', type: 'boolean' },
    changedAt: { name: 'changed_at', ...now },
  },
});

export const draftWindow = new EntitySchema<DraftWindow>({
  name: 'DraftWindow',
  tableName: 'draft_windows',
  columns: {
    ...key,
    tab: { type: 'text', primary: true },
    principal: { type: 'text' },
    name: { type: 'text' },
    since: now,
    seenAt: { name: 'seen_at', ...now },
  },
});

export const proposalCountsRecord = new EntitySchema<ProposalCountsRecord>({
  name: 'ProposalCountsRecord',
  tableName: 'proposal_counts',
  columns: {
    ...key,
    replyVersion: { name: 'reply_version', type: 'int', primary: true },
    taken: { type: 'int' },
    changed: { type: 'int' },
    dismissed: { type: 'int' },
    own: { type: 'int' },
    sentBy: { name: 'sent_by', type: 'text' },
    sentName: { name: 'sent_name', type: 'text' },
    sentAt: { name: 'sent_at', ...now },
  },
});

export const draftEntities = [draftRecord, draftLook, apartDraft, draftWindow, proposalCountsRecord];
