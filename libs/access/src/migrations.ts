/** The migrations of the access log, in their order. */
import { CreateAccess1700000000009 } from './create-access.js';

export const accessMigrations = [CreateAccess1700000000009];
