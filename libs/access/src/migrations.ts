/** The migrations of the access log and of sessions, in their order. */
import { CreateAccess1700000000009 } from './create-access.js';
import { CreateSessions1700000000010 } from './sessions/create-sessions.js';

export const accessMigrations = [CreateAccess1700000000009, CreateSessions1700000000010];
