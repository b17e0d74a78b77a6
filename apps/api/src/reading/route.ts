/** What a read is: an address with the schemas that validate and document it, and a function of a snapshot. */
import type { Vintage } from '@rapporteur/domain';
import type { RouteDocument } from '@rapporteur/http';
import type { Language } from '@rapporteur/names';
import type { Snapshot } from '@rapporteur/projections';
import type { z } from 'zod';
import type { Missing } from '../formats/missing.js';
import type { Table } from '../formats/table.js';

/** What every read is asked with. */
export interface ReadRequest<Q> {
  readonly query: Q;
  readonly params: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly snapshot: Snapshot;
  readonly vintage: Vintage;
  /** Position that the answer is computed at. */
  readonly position: number;
  /** The address that was asked, at the position; from "/" on where the origin that readers use is not known. */
  readonly address: string;
  readonly missing: Missing;
}

/** A read's answer. `B`: its body by the schema of the route. */
export interface ReadAnswer<B = Readonly<Record<string, unknown>>> {
  /** Empty where the answer is a file. */
  readonly body: B | Readonly<Record<string, never>>;
  readonly table?: Table;
  /**
   * An answer that is no JSON: its bytes, its media type where it is not that of the route, and the name to save it by;
   * without a name it is shown, not saved.
   */
  readonly file?: { readonly bytes: Uint8Array; readonly name?: string; readonly media?: string };
  /** The language of the answer, where it is another than was asked for. */
  readonly language?: Language;
}

export interface Route<Q extends z.ZodObject = z.ZodObject> extends RouteDocument {
  readonly method: 'get';
  readonly query: Q;
  /** Errors: HttpProblem where something asked for is not there. */
  read(request: ReadRequest<z.output<Q>>): Promise<ReadAnswer>;
}

/** What a schema lets through, as a read may give it: nothing in it is changed on the way. */
type Given<T> = T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

interface Definition<Q extends z.ZodObject, A extends z.ZodType> extends Omit<Route<Q>, 'answer' | 'read'> {
  readonly answer: A;
  read(request: ReadRequest<z.output<Q>>): Promise<ReadAnswer<Given<z.output<A>>>>;
}

/**
 * A route whose query and answer have their types inside, where a body that its schema does not describe is refused by the
 * compiler; both are forgotten where all routes are listed.
 */
export const route = <Q extends z.ZodObject, A extends z.ZodType>(definition: Definition<Q, A>): Route =>
  definition as unknown as Route;
