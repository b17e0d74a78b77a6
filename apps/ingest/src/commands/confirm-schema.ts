/** The parameter by which a sender says that something unlikely is right. */
import { confirmable } from '@rapporteur/domain';
import { z } from 'zod';

export const confirmSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(confirmable)))
  .optional()
  .describe(`Codes of problems that ask whether something unlikely is right: ${confirmable.join(', ')}`);
