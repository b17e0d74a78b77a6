/** The read side: trend tables, figures, findings and rounds, as known today or at an earlier vintage. */
export * from './service/api.module.js';
export { readDocuments } from './service/read-routes.js';
export { workMigrations } from './work/create-work-items.js';
export { webhookMigrations } from './webhooks/create-webhooks.js';
export { readWebhookHosts, webhooksUsage } from './webhooks/reachable.js';
