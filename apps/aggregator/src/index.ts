/** The aggregator: follows the feed and fills the tables. */
export * from './aggregator.module.js';
export * from './feed-strategy.js';
export * from './log-feed.js';
export * from './kafka-feed.js';
