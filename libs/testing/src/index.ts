/** What tests share: databases, named examples, random histories. */
export * from './database.js';
