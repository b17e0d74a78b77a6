/** The words about signing in, and about who somebody is, in English. */
import type { Role } from '@rapporteur/domain';

export const enSession = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  stillSignedIn: 'The server does not answer: you may still be signed in.',
  byProvider: 'Sign in with your account',
  byLink:
    'You sign in by a link that works once: “npm start” prints one, and an administrator can send you an invitation.',
  noWay: 'This server signs nobody in. Ask whoever runs it.',
  opening: 'Signing in…',
  signedInAs: (name: string) => `You are signed in as ${name}.`,
  stillAs: (name: string) => `You are still signed in as ${name}.`,
  linkAway:
    'The server does not answer, so you are not signed in. Open the link again when it is back; if it then says that the link was used, ask for a new one.',
  linkRefused: {
    used: 'This link was used already: a link signs in once. If it was not you who used it, tell an administrator. Ask for a new invitation, or start the server anew (npm start prints a new link).',
    ended:
      'This link is too old. Ask for a new invitation, or start the server anew (npm start prints a new link).',
    unknown:
      'This server does not know this link. Check that it was copied whole, and that it is for this server; otherwise ask for a new one.',
  } as Readonly<Record<string, string>>,
  dismiss: 'Close this message',
  roles: {
    provider: 'provider',
    'focal-point': 'focal point',
    'desk-officer': 'desk officer',
    statistician: 'statistician',
    releaser: 'releaser',
    reader: 'reader',
    administrator: 'administrator',
    owner: 'owner',
  } satisfies Record<Role, string> as Readonly<Record<Role, string>>,
  noRole: 'no role',
  noRoleYet:
    'You have no role here yet: an administrator grants roles. You can read what everybody can read.',
  allRespondents: 'all respondents',
  allCollections: 'all collections',
  and: '; ',
  signedInBy: {
    key: 'signed in with a key',
    link: 'signed in by a link',
    oidc: 'signed in with an account of your organisation',
    token: 'signed in with an access token',
  } as Readonly<Record<string, string>>,
  until: (when: string) => `ends at the latest ${when}`,
  mustSignIn: 'This is open only to those who have signed in.',
};
