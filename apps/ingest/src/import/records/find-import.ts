/** Finds what is stored about an imported file: its header, and its rows that were refused or wait. */
import { entitiesOn } from '@rapporteur/postgres';
import type pg from 'pg';
import type { ImportKey } from '../run/import-records.js';
import type { RefusedRow } from '../table/keep-refused.js';
import { importEntities, importRecord, refusedRecord } from './entities.js';

/** The header that a file has, and how many of its rows were refused or wait; undefined for an unknown file. */
export async function findImport(
  pool: pg.Pool,
  { file, collection, round }: ImportKey,
): Promise<{ header: string[]; refused: number; waiting: number } | undefined> {
  const imports = (await entitiesOn(pool, importEntities)).getRepository(importRecord);
  const found = await imports.findOneBy({ file, collection, round });
  return found
    ? { header: found.header, refused: found.refused ?? 0, waiting: found.waiting ?? 0 }
    : undefined;
}

/** Few enough that no page keeps other requests waiting: a row is 16 kB at most. */
const rowsPerPage = 100;

/** The rows of an import that were refused or wait, as many as were kept, in order, in pages. */
export async function* readRefusedRows(
  pool: pg.Pool,
  { file, collection, round }: ImportKey,
): AsyncGenerator<RefusedRow[]> {
  const refused = (await entitiesOn(pool, importEntities)).getRepository(refusedRecord);
  // Here, since a service at rest needs no TypeORM, which takes long to load.
  const { MoreThan } = await import('typeorm');
  for (let after = 0; ;) {
    const rows = await refused.find({
      select: { place: true, row: true, reason: true, cells: true },
      where: { file, collection, round, place: MoreThan(after) },
      order: { place: 'ASC' },
      take: rowsPerPage,
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ row, reason, cells }) => ({ row, reason, cells }));
    after = last.place;
  }
}
