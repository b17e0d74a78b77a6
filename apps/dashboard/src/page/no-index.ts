/** The reasons why a series has no index on a base year, for charts and texts. */
export type NoIndex = 'missing' | 'zero' | 'censored' | 'approximate' | 'conflicting';
