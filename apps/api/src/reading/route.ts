/** The type of a read: an address, the schemas that validate and document it, and a function of a snapshot. */
import type { Vintage } from '@rapporteur/domain';
import type { RouteDocument } from '@rapporteur/http';
import type { Language } from '@rapporteur/names';
import type { Snapshot } from '@rapporteur/projections';
import type { z } from 'zod';
import type { About } from '../kept/last-changes.js';
import type { InTurn } from './in-turn.js';
import type { Missing } from '../formats/missing.js';
import type { Table } from '../formats/table.js';

/** The input of every read. */
export interface ReadRequest<Q> {
  readonly query: Q;
  readonly params: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly snapshot: Snapshot;
  readonly vintage: Vintage;
  /** The position at which the answer is computed. */
  readonly position: number;
  /** The address that was asked, with the position; it begins with "/" where the readers' origin is not known. */
  readonly address: string;
  /** The host that the request names, with its port. Kept answers are given to all hosts: it may only refuse. */
  readonly host: string;
  readonly missing: Missing;
  /** Whether all of a list is read, part by part: a part may then be longer than its limit. */
  readonly isWhole?: boolean;
}

/**
 * A read's answer. `B`: its body by the schema of the route. One of body and table is looked at, so that a getter makes what
 * costs much only where it is wanted.
 */
export interface ReadAnswer<B = Readonly<Record<string, unknown>>> {
  /** Empty where the answer is a file. */
  readonly body: B | Readonly<Record<string, never>>;
  readonly table?: Table;
  /**
   * An answer that is no JSON: its bytes, its media type if it differs from the route's, and its file name.
   * Without a name a browser shows it and does not save it. A page that `isFramed` other pages may show in a frame.
   */
  readonly file?: {
    readonly bytes: Uint8Array;
    readonly name?: string;
    readonly media?: string;
    readonly isFramed?: boolean;
  };
  /** The language of the answer, if it is not the one that was asked for. */
  readonly language?: Language;
}

export interface Route<Q extends z.ZodObject = z.ZodObject> extends RouteDocument {
  readonly method: 'get';
  readonly query: Q;
  /** How many items `limit=all` reads at once, where a page costs nearly as much as all of them. */
  readonly itemsAtOnce?: number;
  /**
   * What an answer depends on: with nothing recorded of that, it would be the same, but for the one place where it names the
   * position. Without this an answer is kept only until anything is recorded. Rounds, documents and what is set aside count
   * as recorded of everything.
   */
  about?(query: z.output<Q>, params: Readonly<Record<string, string>>): About;
  /** Errors: HttpProblem where something that was asked for does not exist. */
  read(request: ReadRequest<z.output<Q>>): Promise<ReadAnswer>;
}

/** The output type of a schema, made read-only, since answers are not changed after a read gives them. */
type Given<T> = T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

/** Each list of an answer may be made while it is written. */
type Body<T> = {
  readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? T[K] | InTurn<U> : T[K];
};

interface Definition<Q extends z.ZodObject, A extends z.ZodType> extends Omit<Route<Q>, 'answer' | 'read'> {
  readonly answer: A;
  read(request: ReadRequest<z.output<Q>>): Promise<ReadAnswer<Body<Given<z.output<A>>>>>;
}

/**
 * Defines a route. Inside the definition query and answer have exact types, so that the compiler refuses a body
 * that does not match the schema. The result has general types, so that all routes fit into one list.
 */
export const route = <Q extends z.ZodObject, A extends z.ZodType>(definition: Definition<Q, A>): Route =>
  definition as unknown as Route;
