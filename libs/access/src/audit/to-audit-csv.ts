/** Entries of the audit as CSV, without a cell that a spreadsheet would run as a formula. */
import { writeCsv } from '@rapporteur/office-file';
import type { AuditRow } from './read-audit.js';

const columns = ['number', 'at', 'principal', 'what', 'where', 'address', 'detail'];

export const toAuditCsv = (rows: readonly AuditRow[]): string =>
  writeCsv(
    rows.map(({ detail, ...row }) => ({ ...row, detail: JSON.stringify(detail) })),
    { header: true, columns, lineEnd: '\r\n' },
  );
