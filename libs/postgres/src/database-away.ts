/** Tells what is wrong with a statement from what is wrong with the database. */

/**
 * Whether an error means that the database is away or overwhelmed, so that trying again later may work. What was asked
 * may have been done all the same.
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
  return /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|not queryable|Client has encountered a connection error/.test(
    message ?? '',
  );
}
