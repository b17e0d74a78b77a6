/** Proposals for the coding of a letter: what looks like a figure or a finding, by rules and words alone. */
export * from './propose.js';
export type { FindingProposal, FindingReason } from './propose-findings.js';
export type { FigureProposal, Reason } from './to-proposal.js';
