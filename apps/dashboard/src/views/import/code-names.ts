/** The codes that a word of a dimension may stand for, by name. */
import { useMemo } from 'preact/hooks';
import type { List, Named, Respondent } from '@rapporteur/contract';
import dimensions from 'virtual:dimension-names';
import { useAnswer } from '../../page/ask.js';
import { usePage, type Page } from '../../page/page-context.js';

/** By dimension its codes with their names, in the language of names. */
export interface CodeNames {
  of(dimension: string): readonly Named[];
  /** The name of a code; the one that is given, or the code, where it has none here. */
  name(dimension: string, code: string, given?: string | null): string;
}

/** "Citizenship" for `citizenship`. */
export const dimensionName = (dimension: string, { texts, language }: Page): string => {
  const known = dimensions[dimension]?.names;
  return texts.words.dimensions[dimension] ?? known?.[language] ?? known?.en ?? dimension;
};

function toCodes(
  dimension: string,
  page: Page,
  areas: readonly Named[],
  indicators: readonly Named[],
): Named[] {
  if (dimension === 'respondent') return [...areas];
  if (dimension === 'indicator') return [...indicators];
  if (dimension === 'break')
    return Object.entries(page.texts.words.breakCodes).map(([code, name]) => ({ code, name }));
  const known = dimensions[dimension];
  const own = Object.entries(known?.codes ?? {}).map(([code, names]) => ({
    code,
    name: names[page.language] ?? names.en,
  }));
  // Countries are codes of such a dimension too, in lower case.
  const countries = known?.respondents ? areas.filter(({ code }) => /^[A-Z]{2}$/.test(code)) : [];
  return [...own, ...countries.map(({ code, name }) => ({ code: code.toLowerCase(), name }))];
}

export function useCodeNames(): CodeNames {
  const page = usePage();
  const all = { limit: '1000' };
  const areas = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', all)).answer?.items;
  const indicators = useAnswer<List<Named>>(page.askNow('/v1/indicators', all)).answer?.items;
  return useMemo(() => {
    const made = new Map<string, { list: Named[]; names: Map<string, string> }>();
    const get = (dimension: string) => {
      const found = made.get(dimension);
      if (found) return found;
      const list = toCodes(dimension, page, areas ?? [], indicators ?? []);
      list.sort((a, b) => page.compare(a.name, b.name));
      const one = { list, names: new Map(list.map(({ code, name }) => [code, name])) };
      made.set(dimension, one);
      return one;
    };
    return {
      of: (dimension) => get(dimension).list,
      name: (dimension, code, given) => get(dimension).names.get(code) ?? given ?? code,
    };
  }, [page, areas, indicators]);
}
