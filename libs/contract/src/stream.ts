/** What /v1/events/stream tells its readers: each event once the tables include it, and how far the tables have come. */

/** An event that the tables now include. */
export interface ArrivalMessage {
  readonly event: number;
  readonly type: string;
  readonly collection: string;
  readonly round: string;
  /** Null: the event is about the round as a whole. */
  readonly respondent: string | null;
  readonly receivedOn: string | null;
  readonly recordedAt: string;
}

/** Messages of the type "position". */
export interface ProgressMessage {
  readonly position: number;
  /** Events up to the position that could not be applied. */
  readonly deadLetters: number;
}
