/** Tells errors of the database itself from errors of a statement. */

/**
 * Whether an error means that the database is away or overloaded, so that trying again later may work. The
 * statement may have been carried out nevertheless.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  const codes = [
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    '57P01',
    '57P02',
    '57P03',
    '53300',
    '08006',
    '08003',
    '08001',
  ];
  if (code && codes.includes(code)) return true;
  // A replica cancels a read that would keep it from going on; the same read may have its time later.
  return /Connection terminated|due to conflict with recovery|timeout exceeded when trying to connect|timeout expired|Query read timeout|not queryable|Client has encountered a connection error/.test(
    message ?? '',
  );
}
