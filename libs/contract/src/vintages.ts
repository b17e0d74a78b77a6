/** The answer of /v1/vintages: the days on which anything was received. */
import { z } from 'zod';

export const vintagesAnswer = z.object({
  items: z.array(
    z.object({ receivedOn: z.string(), events: z.int().describe('Replies, corrections and withdrawals') }),
  ),
  position: z.int(),
});
export type DayOfReceipt = z.output<typeof vintagesAnswer>['items'][number];
