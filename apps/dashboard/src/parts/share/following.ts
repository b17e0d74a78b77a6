/** From what a view shows to the selection that one is told of when it changes. */
import { addressOf, type Params } from '../../page/address.js';

/** Codes joined by commas, as addresses have them; what is absent does not narrow. */
export type Selection = Pick<Params, 'respondent' | 'indicator' | 'collection'>;

/** In: the address of a view's figures as data. Out: whose figures of what these are; undefined where it names neither. */
export function selectionOf(data: string): Selection | undefined {
  const query = new URLSearchParams(data.slice(data.indexOf('?') + 1));
  const said = {
    respondent: query.get('respondent') ?? query.get('region') ?? undefined,
    indicator: query.get('indicator') ?? undefined,
    collection: query.get('collection') ?? undefined,
  };
  return said.respondent || said.indicator ? said : undefined;
}

/** The address of the Atom feed of a selection, in a language. */
export function feedAddress({ respondent, indicator, collection }: Selection, language: string): string {
  const all = { respondent, indicator, collection, lang: language };
  const said = Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/v1/events/feed?${new URLSearchParams(said).toString().replaceAll('%2C', ',')}`;
}

/** The address of the view in which a webhook is made for a selection. */
export const webhooksAddress = (selection: Selection, { lang }: Params): string =>
  addressOf({ ...selection, page: 'webhooks', lang });
