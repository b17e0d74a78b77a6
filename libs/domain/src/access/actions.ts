/** Everything that somebody can do here, by name, and what each of it is about. */

/**
 * What an action is about, and so what a scope must cover for it: `service`, nothing, for it changes no figures; `round`,
 * the collection; `collection`, the collection and all respondents; `reply`, the collection and the respondent.
 */
export type About = 'service' | 'round' | 'collection' | 'reply';

export const actions = {
  'see-service': { about: 'service', meaning: 'see whether it works, its documentation and its page' },
  'read-released': { about: 'service', meaning: 'read what has been released' },
  'read-unreleased': { about: 'reply', meaning: 'read what has not been released yet' },
  'read-metrics': { about: 'service', meaning: 'read metrics' },
  'open-round': { about: 'round', meaning: 'open a round' },
  'try-command': { about: 'reply', meaning: 'have a reply or correction checked, which stores nothing' },
  'keep-draft': {
    about: 'reply',
    meaning:
      'code a letter in a draft, see the drafts of others for that reply, and look at them a second time',
  },
  'submit-reply': { about: 'reply', meaning: 'submit a reply' },
  'correct-reply': { about: 'reply', meaning: 'correct single figures and findings of a reply' },
  'replace-reply': { about: 'reply', meaning: 'put a whole new text in the place of a reply' },
  'withdraw-reply': { about: 'reply', meaning: 'withdraw a reply' },
  'import-file': {
    about: 'collection',
    meaning: 'import a publication, take it back, read its refused rows',
  },
  'decide-words': { about: 'collection', meaning: 'decide which code a word of a file stands for' },
  'add-document': { about: 'reply', meaning: 'add a letter or another document to a reply, or to a round' },
  'attach-evidence': {
    about: 'reply',
    meaning: 'say in which passage of a document figures and findings stand',
  },
  'remove-document': {
    about: 'service',
    meaning: 'delete the bytes and the text of a document, with a reason',
  },
  'set-event-aside': { about: 'reply', meaning: 'set an event aside that nobody can read' },
  'settle-inconsistency': {
    about: 'reply',
    meaning: 'say how an inconsistency or a question stands, and who works on it',
  },
  'write-report': { about: 'service', meaning: 'draft, build and check a report' },
  'keep-tables': {
    about: 'service',
    meaning: 'rebuild and verify the tables, retry and discard dead letters',
  },
  'keep-webhooks': { about: 'service', meaning: 'have other systems told of changes, and end that' },
  'manage-access': { about: 'service', meaning: 'grant and withdraw roles, keep keys, read the audit' },
  'run-service': { about: 'service', meaning: 'start and stop the service and its broker' },
} as const satisfies Readonly<Record<string, { readonly about: About; readonly meaning: string }>>;

export type Action = keyof typeof actions;

/** What an action is done to, by codes. What is not named is all of it: that takes a scope of all. */
export interface Target {
  readonly collection?: string | undefined;
  readonly respondent?: string | undefined;
}
