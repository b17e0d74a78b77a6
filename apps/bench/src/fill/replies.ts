/** Replies to send over HTTP, each only once, and the rounds that they answer. */
import { respondentCodes } from '@rapporteur/names';
import type { Client } from '../load/load.js';

export const benchCollection = 'bench';

export interface Reply {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly respondent: string;
  /** The value of its figure for 2007. */
  readonly value: number;
}

const figure = (year: number, value: number) => ({
  indicator: 'persons-prosecuted',
  period: String(year),
  value,
  paragraph: 14,
});

/**
 * Opens the rounds that this number of replies needs. Out: a function that makes the next reply, with three
 * figures.
 */
export async function openRounds(client: Client, replies: number): Promise<() => Reply> {
  const rounds = Math.ceil(replies / respondentCodes.length);
  for (let i = 0; i < rounds; i += 1)
    await client.send('POST', '/v1/rounds', { collection: benchCollection, round: `r${i}` });
  let made = 0;
  return () => {
    const number = made++;
    if (number >= rounds * respondentCodes.length)
      throw new Error('more replies than rounds were opened for');
    const respondent = respondentCodes[number % respondentCodes.length]!;
    const value = number + 1;
    return {
      path: `/v1/rounds/${benchCollection}/r${Math.floor(number / respondentCodes.length)}/replies`,
      body: {
        respondent,
        receivedOn: '2008-01-20',
        observations: [figure(2005, 18), figure(2006, 37), figure(2007, value)],
      },
      respondent,
      value,
    };
  };
}
