/** What the server says of who is signed in, in two parts that the page reads apart. */
import type { SessionAnswer } from '@rapporteur/contract';

export type SignedIn = Extract<SessionAnswer, { signedIn: true }>;

/** A role that somebody holds, with the number by which it is withdrawn. */
export type Held = SignedIn['grants'][number];
