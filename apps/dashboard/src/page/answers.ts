/** The shapes of the API's answers that the page reads. */
import type { DirectionReason, InconsistencySentence, Qualifier, Received } from '@rapporteur/domain';

/** One thing wrong with what was asked or sent. */
export interface Problem {
  readonly pointer: string;
  /** What is wrong, as `not-a-count`; absent where the page found it itself. */
  readonly code?: string;
  readonly message: string;
  readonly expected?: string;
  readonly suggestions?: readonly string[];
}

/** What the API says where it refuses. */
export interface Refusal {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly problems?: readonly Problem[];
  /** Of a refused correction: the version that the reply is at. */
  readonly version?: number;
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Where in its reply a figure or finding stands. */
export interface Place {
  readonly paragraph?: number;
  readonly footnote?: number;
  readonly row?: number;
  readonly note?: string;
  readonly asWritten?: string;
  /** The figure starts a new way of counting. */
  readonly break?: true;
  /** The words of an imported row, by the name of their column. */
  readonly words?: Readonly<Record<string, string>>;
}

export interface Figure extends Place {
  readonly id: string;
  readonly value: number | null;
  readonly qualifier: Qualifier | null;
  readonly event: number;
  readonly receivedOn: Received;
  /** Where one reply gives several values. */
  readonly values?: readonly (Place & { readonly value: number | null; readonly qualifier: Qualifier })[];
}

export interface Span extends Figure {
  readonly from: string | null;
  readonly to: string | null;
  readonly period: string;
}

export interface Series {
  readonly respondent: Named;
  readonly indicator: Named;
  readonly collection: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly years: readonly (Figure & { readonly year: number })[];
  readonly spans: readonly Span[];
  readonly direction: 'insufficient-data' | 'rising' | 'falling' | 'no-significant-trend';
  readonly trend: { readonly reason: DirectionReason; readonly n: number; readonly gaps: readonly number[] };
  /** Where there is a break: the parts, in the order of years; direction and trend above are those of the last. */
  readonly segments?: readonly {
    readonly years: readonly number[];
    readonly startsWithBreak: number | null;
  }[];
}

interface RatioPart {
  readonly indicator: Named;
  readonly id: string;
  readonly value: number | null;
  readonly qualifier: Qualifier;
}

/** Of two figures of one year; a range where one of them is censored, null on a denominator of zero. */
export interface Ratio {
  readonly ratio: string;
  readonly respondent: Named;
  readonly collection: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly year: number;
  readonly value: number | { readonly low: number | null; readonly high: number | null } | null;
  readonly numerator: RatioPart;
  readonly denominator: RatioPart;
}

export interface Trends {
  readonly series: readonly Series[];
  readonly ratios: readonly Ratio[];
  readonly next?: string;
  readonly position: number;
}

export interface List<T> {
  readonly items: readonly T[];
  readonly next?: string;
  readonly position: number;
}

export interface Respondent extends Named {
  readonly rounds: readonly string[];
}

/** What there is: one row for each collection, respondent, indicator and kind of breakdown. */
export interface Available {
  readonly collection: string;
  readonly respondent: string;
  readonly indicator: string;
  /** `age,sex`; `_T` is the total. */
  readonly dimensions: string;
  readonly series: number;
  readonly figures: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export interface Region extends Named {
  readonly parent?: string;
  readonly respondents: readonly string[];
}

export interface Topic extends Named {
  readonly theme: Named;
}

export interface Round {
  readonly id: string;
  readonly collection: string;
  readonly round: string;
  readonly title: string | null;
  readonly mandate: string | null;
  readonly symbol: string | null;
  readonly noteVerbaleOn: string | null;
  readonly replyBy: string | null;
  readonly cutOff: string | null;
  readonly compiledBy: Named | null;
  readonly counts: {
    readonly asked: number | null;
    readonly listed: number | null;
    readonly replies: number;
    readonly late: number;
  };
}

export interface RoundRespondent {
  readonly respondent: Named;
  /** Null: who was asked is not known. */
  readonly asked: boolean | null;
  readonly listed: boolean | null;
  readonly replied: boolean;
  readonly receivedOn: Received | null;
  readonly late: boolean | null;
  readonly language: string | null;
  readonly status: 'none' | 'standing' | 'withdrawn';
  /** Events of the reply so far. */
  readonly version: number;
  readonly themes: readonly string[];
  readonly figures: number;
  readonly findings: number;
}

export interface WholeRound extends Round {
  readonly respondents: readonly RoundRespondent[];
  readonly position: number;
}

export interface Finding extends Place {
  readonly id: string;
  readonly round: string;
  readonly topic: Named;
  readonly theme: string;
  readonly respondent: Named;
  readonly detail?: Named;
  readonly event: number;
}

export interface Inconsistency {
  readonly kind: string;
  readonly round: string;
  readonly respondent: Named;
  readonly sentence: InconsistencySentence;
  readonly message: string;
  readonly places: readonly (Place & { readonly id?: string; readonly event?: number })[];
}

/** Where two collections do not say the same. */
export interface Discrepancy extends Pick<Series, 'respondent' | 'indicator' | 'breakdown'> {
  readonly period: string;
  readonly figures: readonly (Figure & { readonly collection: string })[];
  /** Last collection minus first; null where it cannot be reckoned. */
  readonly difference: number | { readonly low: number | null; readonly high: number | null } | null;
}

export interface Changes extends List<Change> {
  readonly counts: { readonly revised: number; readonly added: number; readonly withdrawn: number };
}

/** A day on which something was received. */
export interface Receipt {
  readonly receivedOn: string;
  readonly events: number;
}

export interface Change extends Pick<Series, 'respondent' | 'indicator' | 'breakdown'> {
  readonly id: string;
  readonly period: string;
  readonly before: readonly Said[];
  readonly after: readonly Said[];
}

/** What one event changed. */
export interface EventChanges {
  readonly event: number;
  readonly type: string;
  readonly round: string;
  readonly respondent: Named | null;
  readonly receivedOn: Received | null;
  readonly items: readonly Change[];
  readonly counts: { readonly revised: number; readonly added: number; readonly withdrawn: number };
  readonly findings: { readonly added: number; readonly withdrawn: number };
}

type Said = { readonly value: number | null; readonly qualifier: Qualifier | null };

export interface HistoryEntry extends Place {
  readonly event: number;
  readonly kind: string;
  readonly receivedOn: Received;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly round: string;
  readonly before: readonly Said[];
  readonly after: readonly Said[];
  readonly reason: string | null;
}

export interface Observation {
  readonly id: string;
  readonly current: readonly (Figure & {
    readonly round: string;
    readonly respondent: Named;
    readonly indicator: Named;
    readonly breakdown: Readonly<Record<string, string>>;
    readonly period: string;
  })[];
  readonly history: readonly HistoryEntry[];
  readonly position: number;
}

export interface StoredEvent {
  readonly event: number;
  readonly type: string;
  readonly stream: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: { readonly recordedBy: string; readonly recordedAt: string };
}
