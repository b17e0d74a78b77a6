/** The words of drafts on the workbench, in English. */

export const enDrafts = {
  title: 'A second look',
  ask: 'Ask for a second look',
  whom: 'Whom (the name that they are known by here; empty: anybody who may code this letter)',
  asked: (by: string, at: string) => `${by} asked for a second look, ${at}.`,
  askedOf: (by: string, whom: string, at: string) => `${by} asked ${whom} for a second look, ${at}.`,
  own: 'You have coded this draft: another person looks at it.',
  remarks: 'Remarks (may stay empty)',
  looked: 'I have looked at it',
  lookedBy: (by: string, at: string) => `${by} has looked at it, ${at}.`,
  said: 'Remarks',
  changedSince: 'Something was changed since: the look does not count for that.',
  again: 'Ask once more',
  unlooked: 'Send it without a second look',
  waits: 'waits for a second look',
  isCoding: (name: string) => `being coded: ${name}`,
  codedBy: 'Coded by',
  reviewedBy: 'Second look by',
};
