/** What is selected of each statement that decides a cell. */
import { liveSchema } from '../../tables/create-tables.js';

/** Named as in the domain, so that a row is a statement as it comes: copying each took a third of a long read. */
export const cellColumns = `kind, cell, collection, respondent, reply, position, ordinal, received_on AS "receivedOn", code, breakdown,
  period, year, value, qualifier, source, m.received_precision AS "receivedPrecision"`;

/** What a series needs of each, in the order of `toFigure`: what its figures share stands in their identifiers. */
export const figureColumns =
  'cell, position, received_on, period, year, value, qualifier, source, m.received_precision';

/**
 * The precision of the day of receipt stands in the mark of the event, which is looked up once for all its
 * statements.
 */
export const precisionOfReceipt = `LEFT JOIN LATERAL (
  SELECT received_precision FROM ${liveSchema}.marks WHERE position = c.position OFFSET 0) m ON true`;
