/** Reports as drafts whose every statement can be checked: files with claims, documents, manifests. */
export type * from './document.js';
export type * from './manifest.js';
export * from './plain-text.js';
