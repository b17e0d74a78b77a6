/** Reports as drafts whose every statement can be checked: files with claims, documents, manifests. */
export type * from './document.js';
export type * from './manifest.js';
export * from './plain-text.js';
export { drawChart, isDrawable } from './chart/chart-svg.js';
export type * from './chart/chart-svg.js';
export { readDocx, UnreadableReport, type ReadClaim, type ReadReport } from './render/docx/read-docx.js';
export * from './render/render.js';
export { answerAgain, answerClaim, type Answer } from './answer-claim.js';
export { buildReport } from './build-report.js';
export { claimKinds } from './claim-kinds.js';
export { draftReport } from './draft-report.js';
export { toFacts, type Facts, type Known } from './facts.js';
export { loadLanguage, reportLanguages, type Language } from './language.js';
export { parseReport } from './parse-report.js';
export { readFacts, ReportRefused } from './read-facts.js';
export type { FileClaim, FileProblem, ReportFile, ReportReading } from './report-file.js';
