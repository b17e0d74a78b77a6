/** Where an entry stands in a letter: in its text, or in a region of one of its pages. Pure. */
import type { PageRegion } from '@rapporteur/contract';

/** Places in the text of the document, in UTF-16 code units. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

export interface PagePlace {
  /** From 1. */
  readonly page: number;
  readonly region: PageRegion;
}

export type AnyPlace = TextPlace | PagePlace;

export const isOnPage = (place: AnyPlace): place is PagePlace => 'region' in place;

/** The place alone, of what has one. */
export const onlyPlace = (place: AnyPlace): AnyPlace =>
  isOnPage(place) ? { page: place.page, region: place.region } : { start: place.start, end: place.end };
