/** Reports as drafts whose every statement can be checked: files with claims, documents, manifests. */
export type * from './document.js';
export type * from './manifest.js';
export * from './plain-text.js';
export { drawChart, isDrawable } from './chart/chart-svg.js';
export type * from './chart/chart-svg.js';
export { readDocx, UnreadableReport, type ReadClaim, type ReadReport } from './render/docx/read-docx.js';
export * from './render/render.js';
