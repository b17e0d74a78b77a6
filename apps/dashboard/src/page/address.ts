/** The address holds the whole state of the view: reads it, changes it, and follows links without loading the page again. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

export const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type PageLanguage = (typeof languages)[number];
export const pages = [
  'overview',
  'trends',
  'court',
  'state',
  'indicator',
  'round',
  'report',
  'findings',
  'inconsistencies',
  'discrepancies',
  'differences',
  'submit',
  'workbench',
  'import',
  'access',
  'webhooks',
] as const;
export type PageName = (typeof pages)[number];

/** Names of the parameters that an address may have. */
const names = [
  'page',
  'collection',
  'respondent',
  'indicator',
  'breakdown',
  'from',
  'to',
  'per',
  'scale',
  'base',
  'axis',
  'layout',
  'order',
  'charts',
  'round',
  'earlier',
  'later',
  'kind',
  'about',
  'seen',
  'work',
  'owner',
  'topic',
  'claim',
  'part',
  'what',
  'by',
  'and',
  'andKind',
  'year',
  'asOf',
  'since',
  'at',
  'lang',
  'figure',
  'over',
  'event',
  'share',
  'document',
  'leaf',
] as const;
export type Params = Readonly<Partial<Record<(typeof names)[number], string>>>;

/** What the table of an indicator can be sorted by; `-latest` in the address is the other way round. */
export const sortKeys = ['name', 'latest', 'change', 'direction', 'p'] as const;
export type SortKey = (typeof sortKeys)[number];
/** What the charts of trends can be sorted by. */
export const orders = ['name', 'latest', 'direction'] as const;

const isOrder = (page: PageName, value: string) =>
  page === 'indicator'
    ? sortKeys.some((one) => value === one || value === `-${one}`)
    : page !== 'trends' || orders.some((one) => value === one);

/** Left out of links to another view, where these would mean something else or nothing. */
export const withoutOwn = {
  earlier: undefined,
  later: undefined,
  kind: undefined,
  about: undefined,
  seen: undefined,
  part: undefined,
  what: undefined,
  by: undefined,
  and: undefined,
  andKind: undefined,
  year: undefined,
  order: undefined,
  charts: undefined,
  document: undefined,
  leaf: undefined,
} satisfies { [name in keyof Params]: undefined };

export function readAddress(search: string): Params {
  const given = new URLSearchParams(search);
  return Object.fromEntries(names.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : [])));
}

/**
 * In: the query of an address. Out: what it says that the page does not read, as it stands there (`respondant=SV`):
 * parameters that it does not have, a second value of one, and views, languages and orders that there are not.
 */
export function unreadIn(search: string): string[] {
  const page = pageOf(readAddress(search));
  const isChoice = (name: string, value: string) => {
    if (name === 'page') return pages.includes(value as PageName);
    if (name === 'charts') return value === everything;
    if (name === 'order') return isOrder(page, value);
    return name !== 'lang' || languages.includes(baseOf(value) as PageLanguage);
  };
  const seen = new Set<string>();
  return [...new URLSearchParams(search)]
    .filter(([name, value]) => {
      const isRead =
        (names as readonly string[]).includes(name) &&
        !seen.has(name) &&
        (value === '' || isChoice(name, value));
      seen.add(name);
      return !isRead;
    })
    .map(([name, value]) => `${name}=${value}`);
}

/** The view of an address. One without a name is of trends, as it always was, unless it says nothing but the language. */
export function pageOf(params: Params): PageName {
  const isBare = Object.entries(params).every(([name, value]) => name === 'lang' || value === undefined);
  return pages.find((one) => one === params.page) ?? (isBare ? 'overview' : 'trends');
}

/**
 * The address of a view. Parameters have a fixed order and empty ones are left out, so that a view has only one
 * address.
 */
export function addressOf(params: Params): string {
  const said = names.flatMap((name) => (params[name] ? [[name, params[name]] as [string, string]] : []));
  const query = new URLSearchParams(said).toString();
  // Commas, tildes and colons are not encoded, because people read addresses too.
  return query === '' ? '/' : `/?${query.replace(/%(2C|7E|2F|3A|3B)/g, decodeURIComponent)}`;
}

/** A text that is the same for two addresses which ask for the same figures and differ only in how these are drawn. */
export const askedAs = (params: Params): string =>
  addressOf({
    ...params,
    scale: undefined,
    base: undefined,
    axis: undefined,
    order: undefined,
    layout: undefined,
    charts: undefined,
  });

const moved = 'rapporteur-moved';

/** Goes to a view. With `replace` the browser's Back skips the view before. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') history.replaceState(null, '', address);
  else if (address !== location.pathname + location.search) history.pushState(null, '', address);
  window.dispatchEvent(new Event(moved));
}

/** The address that a clicked link of the page leads to; undefined where the browser must follow the link itself. */
function addressInLink(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  // Read as attributes, because the `href` property of SVG links in charts is an object.
  const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? '';
  return href === '/' || href.startsWith('/?') ? href : undefined;
}

/** The parameters of the address, updated on clicks, Back and Forward. */
export function useAddress(): Params {
  const [params, setParams] = useState(() => readAddress(location.search));
  useEffect(() => {
    const read = () => setParams(readAddress(location.search));
    const follow = (event: MouseEvent) => {
      const address = addressInLink(event);
      if (address === undefined) return;
      event.preventDefault();
      goTo(address);
    };
    window.addEventListener('popstate', read);
    window.addEventListener(moved, read);
    document.addEventListener('click', follow);
    return () => {
      window.removeEventListener('popstate', read);
      window.removeEventListener(moved, read);
      document.removeEventListener('click', follow);
    };
  }, []);
  return params;
}

/** One parameter of the address, for a part that is drawn again when it changes, while the rest of the view is not. */
export function useParameter(name: keyof Params): string | undefined {
  const [value, setValue] = useState(() => readAddress(location.search)[name]);
  // Before the part is in sight, so that what is clicked at once is not missed.
  useLayoutEffect(() => {
    const read = () => setValue(readAddress(location.search)[name]);
    read();
    window.addEventListener('popstate', read);
    window.addEventListener(moved, read);
    return () => {
      window.removeEventListener('popstate', read);
      window.removeEventListener(moved, read);
    };
  }, [name]);
  return value;
}

/** "fr" of "fr-CA". */
const baseOf = (tag: string) => tag.toLowerCase().split('-')[0]!;

/** The language asked for in the address, else the first of the browser's that is one of the six, else English. */
export function languageOf({ lang }: Params): PageLanguage {
  const wanted = [lang ?? '', ...navigator.languages].map(baseOf);
  return (
    languages.find(
      (language) => language === wanted.find((tag) => languages.includes(tag as PageLanguage)),
    ) ?? 'en'
  );
}

/** The value in the address that stands for every collection or indicator. */
export const everything = 'all';

/** The collection to ask for; undefined = all of them. */
export const collectionOf = ({ collection }: Params): string | undefined =>
  collection === everything ? undefined : collection;

/** Query of the API for a vintage and language, with more parameters. */
export function queryOf(
  params: Params,
  language: PageLanguage,
  more: Readonly<Record<string, string | undefined>> = {},
) {
  const all = { ...more, asOf: params.asOf, at: params.at, lang: language };
  const said = Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return new URLSearchParams(said).toString();
}
