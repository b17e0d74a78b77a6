/** Who has signed in: the answer of /v1/session, and what is sent to it. */
import { roles, scopeSchema, signInMethods } from '@rapporteur/domain';
import { z } from 'zod';

/** How people can sign in here: by a link, or at an identity provider (OpenID Connect). */
export const signInWays = ['link', 'oidc'] as const;
export type SignInWay = (typeof signInWays)[number];

const signedIn = z.object({
  signedIn: z.literal(true),
  principal: z.object({
    id: z.string().describe('In the access log'),
    name: z.string(),
    kind: z.enum(['person', 'machine']),
  }),
  signedInBy: z.enum(signInMethods),
  grants: z.array(z.object({ number: z.int(), role: z.enum(roles), scope: scopeSchema })),
  until: z.iso
    .datetime()
    .optional()
    .describe('When it ends at the latest; a session ends before that when nothing is asked for a while'),
});
const signedOut = z.object({
  signedIn: z.literal(false),
  ways: z.array(z.enum(signInWays)).describe('How people can sign in here'),
});

export const sessionBegun = signedIn;
export const sessionAnswer = z.discriminatedUnion('signedIn', [signedIn, signedOut]);
export type SessionAnswer = z.output<typeof sessionAnswer>;

/** What is sent to sign in. */
export const signInInput = z.strictObject({
  link: z.string().describe('What stands behind #sign-in= in a link'),
});
