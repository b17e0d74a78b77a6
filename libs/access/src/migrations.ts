/** The migrations of the access log, of sessions and of the audit, in their order. */
import { CreateAudit1700000000011 } from './audit/create-audit.js';
import { CreateAccess1700000000009 } from './create-access.js';
import { CreateSessions1700000000010 } from './sessions/create-sessions.js';

export const accessMigrations = [
  CreateAccess1700000000009,
  CreateSessions1700000000010,
  CreateAudit1700000000011,
];
