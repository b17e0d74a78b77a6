/** The event store: append events, give them positions, read them, and keep the places of projections. */
export * from './append-queue.js';
export * from './find-answer.js';
export * from './migrations.js';
export * from './partition.js';
export * from './places.js';
export * from './read-backlog.js';
export * from './read-events.js';
export * from './read-heads.js';
export * from './read-position-at.js';
export * from './read-recorded.js';
export * from './read-round-replies.js';
export * from './releases.js';
export * from './sequencer.js';
export * from './stream-reader.js';
export * from './set-aside.js';
export * from './standings.js';
export { shareWork } from './share-work.js';
export { metaText } from './sql/meta-text.js';
