/** Proposals for the coding of a letter: what looks like a figure, by rules and words alone. */
export * from './propose.js';
export type { FigureProposal, Reason } from './to-proposal.js';
