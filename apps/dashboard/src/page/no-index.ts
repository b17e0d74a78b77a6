/** Why a series has no index on a base year: charts find it out, texts say it. */
export type NoIndex = 'missing' | 'zero' | 'censored' | 'approximate' | 'conflicting';
