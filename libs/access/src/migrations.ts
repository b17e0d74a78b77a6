/** The migrations of access, in their order: its log, sessions, the audit, and signing in at an identity provider. */
import { CreateAudit1700000000011 } from './audit/create-audit.js';
import { CreateAccess1700000000009 } from './create-access.js';
import { CreateOidc1700000000012 } from './oidc/create-oidc.js';
import { CreateSessions1700000000010 } from './sessions/create-sessions.js';

export const accessMigrations = [
  CreateAccess1700000000009,
  CreateSessions1700000000010,
  CreateAudit1700000000011,
  CreateOidc1700000000012,
];
