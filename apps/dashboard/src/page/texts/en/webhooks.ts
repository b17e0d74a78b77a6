/** The words of webhooks, in English. */

export const enWebhooks = {
  intro:
    'A webhook has another system told, by signed messages over the internet, of what changed here. Its message names what changed; the system then asks for the figures.',
  needsSignIn: 'Webhooks are shown to administrators and the owner, when they have signed in.',
  notAllowed:
    'None of your roles may see this. Administrators and the owner may; an administrator can grant you a role.',
  notHere: 'This server signs nobody in: webhooks are made by the API, with a key.',
  none: 'There is no webhook yet. Choose above what it is told of, and make one.',
  everything: 'everything',
  make: 'Make a webhook',
  makeThis: 'Make a webhook for this',
  makeWhat: (what: string) => `The address is told of what changes from now on. Of whom and what: ${what}.`,
  url: 'Address that is told',
  toldOf: 'What it is told of',
  kinds: {
    figure: 'figures that were added, revised or withdrawn',
    direction: 'directions that are others now',
    inconsistency: 'inconsistencies that came or went',
    release: 'publications that have come in whole',
    check: 'a report whose statements no longer hold',
  } as Readonly<Record<string, string>>,
  secret: 'Secret',
  secretOnce:
    'Copy this secret now into the system that is told: by it that system knows that a message is from here. It is not shown again.',
  list: 'All webhooks',
  place: 'Looked after up to position',
  waiting: 'Messages that wait',
  failed: 'Given up',
  made: 'Made',
  state: 'State',
  active: 'tells',
  ended: 'ended',
  failures: 'What failed',
  failuresOf: (url: string) => `What failed: ${url}`,
  noFailures: 'Every message so far was delivered, or waits for its first try.',
  position: 'Position',
  tries: 'Tries',
  problem: 'Why the last one failed',
  next: 'Tried again',
  givenUp: 'given up',
  again: 'Send again',
  againThis: (position: number) => `Send again the message of event ${position}`,
  againFailed: 'Send all that were given up again',
  againWhat: 'It is sent at once, and tried again for three days if it is not taken.',
  againAfter: 'Send everything after a position again',
  againAfterWhat:
    'Every message after this position is sent once more, in order, also those that were delivered; what comes meanwhile follows.',
  newSecret: 'New secret',
  newSecretThis: (url: string) => `New secret for ${url}`,
  newSecretWhat:
    'Messages are signed with a new secret, and for one day with the old one, too, so that the system can change over.',
  end: 'End',
  endThis: (url: string) => `End the webhook of ${url}`,
  endWhat: 'Nothing more is sent there, and what waits is dropped. It cannot be begun again: make another.',
  /** The page's words for problems, by code. */
  problemWords: {
    'bad-webhook-address':
      'An address on the public internet that begins with “https://”; another only if whoever runs this server allows its host.',
    '/kinds bad-value': 'Choose at least one.',
  } as Readonly<Record<string, string>>,
};
