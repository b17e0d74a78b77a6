/** Reports as drafts whose every statement can be checked: files with claims, documents, manifests. */
export type * from './document/document.js';
export type * from './document/manifest.js';
export * from './render/formats.js';
export * from './document/plain-text.js';
export { drawChart, isDrawable, sizeOf } from './chart/chart-svg.js';
export * from './chart/chart-figures.js';
export * from './chart/chart-picture.js';
export { svgToPng } from './render/svg-to-png.js';
export { writeRuns } from './claims/tables/make-table.js';
export {
  lowerFirst,
  writeBreakdown,
  writeIndicator,
  writeNumber,
  writeRespondent,
} from './document/house-style.js';
export type * from './chart/chart-svg.js';
export { readDocx, UnreadableReport, type ReadClaim, type ReadReport } from './render/docx/read-docx.js';
export * from './render/render.js';
export { answerAgain, answerClaim, type Answer } from './claims/answer-claim.js';
export { buildReport } from './file/build-report.js';
export type { Context } from './claims/claim-kind.js';
export { claimKinds } from './claims/claim-kinds.js';
export { draftReport } from './file/draft-report.js';
export { toFacts, type Facts, type Known } from './facts/facts.js';
export { loadLanguage, reportLanguages, type ReportLanguage } from './document/language.js';
export { parseReport } from './file/parse-report.js';
export { readFacts, ReportRefused } from './facts/read-facts.js';
export type { FileClaim, FileProblem, ReportFile, ReportReading } from './file/report-file.js';
export * from './checks/check-report.js';
export { compareFacts } from './checks/compare-facts.js';
export * from './checks/cover-round.js';
export { claimsOf, textOutsideClaims } from './document/walk.js';
