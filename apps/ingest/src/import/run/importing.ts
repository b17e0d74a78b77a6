/** The types of an import: its request, what it needs, its progress and its result. */
import type { Confirmed, Recorder, RoundOpened, Standing } from '@rapporteur/domain';
import type { Append } from '@rapporteur/event-store';
import type pg from 'pg';
import type { ImportKey } from './import-records.js';
import type { Withdrawals } from './withdrawals.js';

/** What importing needs: a pool of which each import takes one connection, and a function that stores events on it. */
export interface Importing {
  readonly pool: pg.Pool;
  /** As appendTogether, and wakes the sequencer. */
  append(client: pg.ClientBase, appends: readonly Append[], needed: string | undefined): Promise<Set<string>>;
  /** Does other work that stores much, once there is room for it; absent: at once. Errors: why nothing may be stored. */
  store?(work: () => Promise<void>): Promise<void>;
  /** How long another import of the collection is waited for (ms). */
  readonly patienceMs?: number;
}

export interface ImportRequest extends ImportKey {
  readonly path: string;
  /** The file's own name, for people. */
  readonly name: string;
  readonly receivedOn: string;
  /** Text of the mapping; undefined: the mapping that is kept for the collection in `data`. */
  readonly mapping: string | undefined;
  readonly dryRun: boolean;
  /** The file stands for what it mentions alone: it withdraws nothing. */
  readonly partial?: boolean | undefined;
  /** How many figures the sender accepts to be withdrawn, as they were shown. */
  readonly acceptWithdrawals?: number | undefined;
  /** The codes of the questions that the sender has confirmed. */
  readonly confirmed?: Confirmed;
  /** Who imports it, as its events say. */
  readonly recorder: Recorder;
  /** The rights that it rests on: when they change, it stops. */
  readonly by?: Standing | undefined;
  /** ISO instant. */
  readonly recordedAt: string;
  /** The trace of the request that brought the file, if it is traced. */
  readonly traceparent?: string | undefined;
}

/** What is imported, and by what it was read. */
export interface RunRequest extends ImportRequest {
  readonly title: RoundOpened['title'];
  readonly mappingText: string;
  /** The version of the decisions by which the file was read. */
  readonly decided: number;
  /**
   * The file was imported before, and words were decided since. `whole`: nothing of it was stored then; else only
   * the respondents that the decisions touch are looked at.
   */
  readonly again?: 'whole' | 'touched';
}

/** A kept file that is to be imported again, since words were decided that its rows wait for. */
export interface AgainRequest extends ImportKey {
  readonly again: true;
  /** ISO instant. */
  readonly recordedAt: string;
}

/** Counted are the rows below the header that are not empty: rows = stored + repeated + refused + waiting. */
export interface ImportResult {
  readonly rows: number;
  readonly stored: number;
  /** Rows whose figure is stored already, or stands in another row of the file too. */
  readonly repeated: number;
  readonly refused: number;
  /** Rows that wait until somebody decides what their words mean. */
  readonly waiting: number;
  /** Cells for which the file gives different values, all of which are kept. */
  readonly conflicting: number;
  /** Cells of the publication before this one that are missing in this one. */
  readonly withdrawn: number;
  /** How many of these a row that waits may bring back. */
  readonly withdrawnWaiting: number;
  readonly respondents: number;
  /** What it withdraws of the figures that stood in the collection before. */
  readonly withdrawals: Withdrawals;
  /** The last position of the import's events; the head of the log where it stored nothing. */
  readonly position: number;
}

/** `waiting`: another import is under way, so this file is not yet read, or read and not yet stored. */
export type Phase = 'waiting' | 'reading' | 'storing';
export type OnProgress = (phase: Phase, rows: number, of: number | undefined) => void;
