/** Writes the audit beside the work: in batches, within bounds, and never the reason that anything else fails. */
import { inTransaction, locks, waitAtMost } from '@rapporteur/postgres';
import type pg from 'pg';
import { toNetwork, type AuditEntry } from './audit-entry.js';
import { BoundRefusals, type RefusalBounds } from './bound-refusals.js';

export interface AuditBounds extends RefusalBounds {
  /** Entries that wait at most; further ones are lost, and counted. */
  readonly waiting: number;
  readonly batch: number;
  /** How long an entry waits for others (ms). */
  readonly everyMs: number;
}

const usual: AuditBounds = {
  ...{ waiting: 10_000, batch: 500, everyMs: 300 },
  ...{ atMost: 20, addresses: 5000, windowMs: 60_000 },
};

/** Where entries are noted. */
export interface Auditing {
  note(entry: AuditEntry): void;
}

/** For what is not audited. */
export const noAudit: Auditing = { note: () => undefined };

interface Waiting {
  readonly at: string;
  readonly entry: AuditEntry;
}

/** What whoever keeps asking can bring about again and again. */
const bounded: readonly AuditEntry['what'][] = ['refused', 'sign-in-failed', 'limited'];

export class Audit implements Auditing {
  private waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private readonly bounds: AuditBounds;
  private readonly refusals: BoundRefusals;

  /** In: the database; what is told of entries that are lost, and of writes that fail and are tried again. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly onLost: (entries: number) => void,
    private readonly onError: (error: Error) => void = () => undefined,
    bounds: Partial<AuditBounds> = {},
  ) {
    this.bounds = { ...usual, ...bounds };
    this.refusals = new BoundRefusals(this.bounds, (address, more) =>
      this.add({ what: 'refused', place: 'several', address, detail: { more } }),
    );
  }

  /** Takes an entry to be written soon. It never fails, and waits for nothing. */
  note(entry: AuditEntry): void {
    if (bounded.includes(entry.what) && !this.refusals.isToBeWritten(entry.address)) return;
    this.add(entry);
  }

  private add(entry: AuditEntry): void {
    if (this.waiting.length >= this.bounds.waiting) return this.onLost(1);
    this.waiting.push({ at: new Date().toISOString(), entry });
    this.timer ??= setTimeout(() => void this.flush(), this.bounds.everyMs).unref();
  }

  /** Writes what waits. What cannot be written now waits on, and is tried again. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, this.bounds.batch);
      try {
        await this.write(batch);
      } catch (error) {
        this.onError(error as Error);
        if (!isOfData(error)) {
          this.timer ??= setTimeout(() => void this.flush(), 10 * this.bounds.everyMs).unref();
          return;
        }
        this.onLost(batch.length);
      }
      this.waiting.splice(0, batch.length);
    }
  }

  /** Writes what waits, for some seconds at most; the rest is lost. */
  async close(): Promise<void> {
    this.refusals.end();
    await waitAtMost(this.flush());
    clearTimeout(this.timer);
    if (this.waiting.length > 0) this.onLost(this.waiting.length);
    this.waiting = [];
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      // One writer at a time, so that whoever follows the numbers misses none.
      await client.query('SELECT pg_advisory_xact_lock($1)', [locks.audit]);
      await client.query(
        `INSERT INTO audit (at, principal, what, place, address, detail)
         SELECT (e ->> 'at')::timestamptz, e ->> 'principal', e ->> 'what', e ->> 'place', e ->> 'address', e -> 'detail'
         FROM json_array_elements($1::json) WITH ORDINALITY AS t(e, i) ORDER BY i`,
        [JSON.stringify(batch.map(toRow))],
      );
    });
  }
}

/** Whether PostgreSQL refuses what is to be written, so that it would refuse it again (class 22 of SQLSTATE). */
const isOfData = (error: unknown) => /^22/.test((error as { code?: string }).code ?? '');

const toRow = ({ at, entry: { what, principal, place, address, detail = {} } }: Waiting) => ({
  ...{ at, what, place, detail: storable(detail) },
  principal: principal === undefined ? null : storable(principal),
  address: toNetwork(address) ?? null,
});

/** What PostgreSQL cannot keep in a text (NUL, half a surrogate pair) is replaced: an odd name keeps no entry out. */
const storable = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === 'string' ? one.toWellFormed().replaceAll('\u0000', '\ufffd').slice(0, 500) : one,
    ),
  ) as T;
