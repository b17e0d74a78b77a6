/** The words of who has not replied to a round, and of the reminder to them, in English. */

export const enMissing = {
  only: (n: string) => `Missing only (${n})`,
  title: 'Who has not replied',
  nobody: 'Nobody is missing: a reply stands of everybody whom the round asked or lists.',
  notKnown: 'The round has no list of those asked or of those who replied, so nobody is known to be missing.',
  copyCsv: 'Copy the list as CSV',
  reminder: 'Reminder',
  draft: 'A draft. Read it, and complete what stands in brackets before you send it.',
  to: 'To',
  all: 'All who are missing',
  language: 'Language of the reminder',
  subject: 'Subject',
  text: 'Text',
  copyReminder: 'Copy the reminder',
  openMail: 'Open as a mail',
  tooLong:
    'The text is too long for an address that opens a mail: the mail opens with its subject; copy the reminder and paste it.',
  /** What is sent. */
  letter: {
    space: ' ',
    subject: (round: string) => `Reminder: reply to ${round}`,
    calledOn: (round: string, day: string) =>
      `The Secretariat refers to its note verbale of ${day} concerning the following: ${round}.`,
    called: (round: string) =>
      `The Secretariat refers to its request for replies to the following: ${round}.`,
    askedBy: (day: string) => `Replies were requested by ${day}.`,
    notReceived: (day: string) => `By ${day}, no reply had been received from:`,
    withdrawn: (name: string) => `${name} (its reply was withdrawn)`,
    whatIsMissing: 'What is missing is the whole reply, with its figures and statements.',
    please:
      'The Secretariat would be grateful to receive it as soon as possible. If it has been sent in the meantime, please disregard this reminder.',
    sender: '[Name, office and address of the sender]',
  },
};
