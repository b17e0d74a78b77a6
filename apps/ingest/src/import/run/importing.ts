/** What an import is asked for, what it needs, and what it tells while it runs and at its end. */
import type { Confirmed } from '@rapporteur/domain';
import type { Append } from '@rapporteur/event-store';
import type pg from 'pg';
import type { ImportKey } from './import-records.js';

/** What importing needs: connections of its own, of which one import takes one, and a way to store on it. */
export interface Importing {
  readonly pool: pg.Pool;
  /** As appendTogether, and wakes the sequencer. */
  append(client: pg.ClientBase, appends: readonly Append[], needed: string | undefined): Promise<Set<string>>;
  /** How long another import of the collection is waited for (ms). */
  readonly patienceMs?: number;
}

export interface ImportRequest extends ImportKey {
  readonly path: string;
  /** The file's own name, for people. */
  readonly name: string;
  readonly receivedOn: string;
  /** Text of the mapping; undefined: the one that comes with the collection. */
  readonly mapping: string | undefined;
  readonly dryRun: boolean;
  /** What the sender was asked about and has confirmed. */
  readonly confirmed?: Confirmed;
  readonly recordedBy: string;
  /** ISO instant. */
  readonly recordedAt: string;
  /** Of the request that brought the file, where it is traced. */
  readonly traceparent?: string | undefined;
}

/** Rows are those below the header that hold anything: rows = stored + repeated + refused. */
export interface ImportResult {
  readonly rows: number;
  readonly stored: number;
  /** Rows that say what is stored already, or what another row of the file says. */
  readonly repeated: number;
  readonly refused: number;
  /** Cells for which the file gives different values: all are kept. */
  readonly conflicting: number;
  /** Cells of the publication before that this one no longer has. */
  readonly withdrawn: number;
  readonly respondents: number;
  /** The last position that the import was given; the head where it stored nothing. */
  readonly position: number;
}

/** `waiting`: for an import that is under way, before the file is read or before it is stored. */
export type Phase = 'waiting' | 'reading' | 'storing';
export type OnProgress = (phase: Phase, rows: number, of: number | undefined) => void;
