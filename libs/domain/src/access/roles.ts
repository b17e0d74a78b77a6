/** The roles that are granted, and the actions that each may do in its scope. */
import type { Action } from './actions.js';

export const roles = [
  'provider',
  'focal-point',
  'desk-officer',
  'statistician',
  'releaser',
  'reader',
  'administrator',
  'owner',
] as const;
export type Role = (typeof roles)[number];

/** What people read. */
export const roleNames: Readonly<Record<Role, string>> = {
  provider: 'provider',
  'focal-point': 'focal point',
  'desk-officer': 'desk officer',
  statistician: 'statistician',
  releaser: 'releaser',
  reader: 'reader',
  administrator: 'administrator',
  owner: 'owner',
};

/** What a grant covers: all, or these by their codes. */
export interface Scope {
  readonly respondents: 'all' | readonly string[];
  readonly collections: 'all' | readonly string[];
}

/** A role that somebody holds, and for what. */
export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
}

/** What everybody may do, signed in or not. */
export const everybodyMay: readonly Action[] = ['see-service', 'read-released'];

const onOneReply: readonly Action[] = [
  ...(['keep-draft', 'submit-reply', 'correct-reply'] as const),
  ...(['replace-reply', 'withdraw-reply'] as const),
];

/** What each role may do beside what everybody may. An administrator keeps the service and no figures. */
export const roleActions: Readonly<Record<Role, readonly Action[]>> = {
  provider: ['try-command'],
  'focal-point': ['try-command', 'add-document', ...onOneReply],
  'desk-officer': [
    ...(['read-unreleased', 'open-round', 'try-command', 'import-file', 'write-report'] as const),
    ...(['add-document', 'attach-evidence', 'remove-document', 'settle-inconsistency'] as const),
    ...onOneReply,
  ],
  statistician: [
    ...(['read-unreleased', 'try-command', 'decide-words', 'set-event-aside'] as const),
    ...(['settle-inconsistency', 'write-report'] as const),
  ],
  releaser: ['read-unreleased', 'write-report'],
  reader: ['read-unreleased', 'read-metrics', 'write-report'],
  administrator: ['read-metrics', 'keep-tables', 'keep-webhooks', 'manage-access'],
  owner: [
    ...(['read-unreleased', 'read-metrics', 'open-round', 'try-command', 'import-file'] as const),
    ...([
      'decide-words',
      'set-event-aside',
      'write-report',
      'keep-tables',
      'manage-access',
      'settle-inconsistency',
    ] as const),
    ...(['keep-webhooks', 'run-service', 'add-document', 'attach-evidence', 'remove-document'] as const),
    ...onOneReply,
  ],
};
