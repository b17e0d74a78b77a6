/** Words of headers and cells that are known before anybody wrote a mapping: from the code lists, and from what files usually have. */
import { dimensions, foldWord, indicators, type CodeNames } from '@rapporteur/domain';
import { findMapping, wordsOf, type Mapping } from '../table/mapping.js';

/** A word as it is compared: without case, accents, and what stands between words. */
export const bare = (word: string): string =>
  foldWord(word)
    .normalize('NFD')
    .replaceAll('’', "'")
    .replace(/\p{M}/gu, '')
    .replace(/[\s_.:/()-]+/gu, ' ')
    .trim();

const wordsIn = (text: string) =>
  new Set(
    text
      .trim()
      .split(/\s*[|\n]\s*/u)
      .map(bare),
  );

/* Words of headers, in the languages of the United Nations and of programs. A header has the meaning if it is one of these, or holds one as a word. */
const headers = {
  respondent:
    wordsIn(`country | countries | country name | country code | country or area | area | ref area | state | respondent | reporting country
    economy | entity | location | territory | iso3 | iso2 | iso alpha | pays | code pays | pays ou zone | zone | État | país | código de país | país o zona | nación
    страна | государство | 国家 | 国家或地区 | البلد | الدولة`),
  period: wordsIn(
    `year | period | time period | time | date | reference year | année | an | période | exercice | año | periodo | ejercicio | год | период | 年 | 年份 | 年度 | السنة | الفترة`,
  ),
  value:
    wordsIn(`value | obs value | txtvalue | count | counts | number | figure | n | cases | total | valeur | nombre | effectif | chiffre | valor | número | cantidad | recuento | cifra
    значение | число | количество | 数值 | 数量 | 人数 | القيمة | العدد`),
  indicator: wordsIn(
    `indicator | measure | series | variable | concept | type | indicateur | mesure | série | indicador | medida | serie | показатель | 指标 | المؤشر`,
  ),
  unit: wordsIn(
    `unit | units | unit of measurement | unit of measure | unit measure | unité | unité de mesure | unidad | unidad de medida | единица | единица измерения | 单位 | الوحدة`,
  ),
  aside:
    wordsIn(`source | note | notes | footnote | comment | comments | remark | remarks | fuente | nota | notas | observaciones | comentario | remarque | remarques | commentaire
    источник | примечание | 来源 | 备注 | المصدر | ملاحظة`),
  notRespondent: wordsIn(
    `citizenship | nationality | origin | destination | birth | nationalité | origine | naissance | nacionalidad | origen | destino | nacimiento | repatriation | region | continent`,
  ),
} as const;
export type HeaderMeaning = keyof typeof headers;

const rates =
  /%|\b(?:rates?|ratio|shares?|percent(?:age)?|per (?:cap\w*|1\d{0,2}[ ,.]?000|million)|index|average|mean|median|taux|part|pourcentage|pour 100|moyenne|tasas?|porcentaje|proporcion|por (?:cada )?100|promedio)\b|доля|коэффициент|процент|比率|百分比|معدل|نسبة/u;
const countUnits =
  wordsIn(`counts | count | number | numbers | persons | people | cases | absolute | n | ps | units | nombre | nombres | comptage | comptages | effectif | effectifs | personnes | cas
    número | números | recuento | recuentos | conteo | conteos | cantidad | personas | casos | число | количество | человек | 人 | 人数 | 数量 | 个 | عدد`);
const totals =
  wordsIn(`total | totals | all | t | both | both sexes | all ages | any | tous | toutes | ensemble | les deux sexes | totaux | todos | todas | ambos | ambos sexos | todas las edades | totales
    всего | все | оба пола | 合计 | 总计 | 总数 | الإجمالي | المجموع`);

/* What code lists do not have, since they name each code once. */
const moreCodes: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = {
  sex: {
    female: wordsIn(
      'female | females | f | women | woman | femme | femmes | féminin | mujer | mujeres | femenino | женский | женщины | 女 | 女性 | إناث | أنثى',
    ),
    male: wordsIn(
      'male | males | m | men | man | homme | hommes | masculin | hombre | hombres | masculino | мужской | мужчины | 男 | 男性 | ذكور | ذكر',
    ),
    unknown: wordsIn('unknown | inconnu | inconnue | desconocido | desconocida'),
  },
  age: {
    child: wordsIn(
      '0 17 | 0 17 years | 0 to 17 | under 18 | <18 | child | children | minor | minors | enfant | enfants | mineur | mineurs | 0 à 17 ans | niños | menores | menores de 18 años | 0 a 17 años | дети | 儿童',
    ),
    adult: wordsIn(
      '18+ | 18 and over | 18 years or over | adult | adults | adulte | adultes | 18 ans et plus | 18 ans ou plus | adulto | adultos | 18 años o más | 18 años y más | взрослые | 成人',
    ),
    unknown: wordsIn('unknown | inconnu | inconnue | desconocido | desconocida'),
  },
};
const moreDimensions: Readonly<Record<string, ReadonlySet<string>>> = {
  sex: wordsIn('sex | gender | sexe | genre | sexo | género'),
  age: wordsIn(
    "age | age group | ages | groupe d’âge | groupe d'âge | tranche d'âge | edad | grupo de edad | grupos de edad",
  ),
  citizenship: wordsIn(
    'citizenship | nationality | country of citizenship | nationalité | nacionalidad | ciudadanía',
  ),
  'repatriated-to': wordsIn('country of repatriation | pays de rapatriement | país de repatriación'),
};

const meansRate = (word: string) => rates.test(bare(word)) || rates.test(foldWord(word));
/** Whether a header or a word of a unit says that figures are no counts: rates, shares, averages. */
export const saysRate = meansRate;
export const saysTotal = (word: string): boolean => totals.has(bare(word));
export const saysCounts = (word: string): boolean => countUnits.has(bare(word));

/** 2 where a header is such a word, 1 where it holds one, else 0. */
export function meaningOfHeader(name: string, meaning: HeaderMeaning): 0 | 1 | 2 {
  const text = bare(name);
  if (headers[meaning].has(text)) return 2;
  const held = [...headers[meaning]].some((word) => word.length > 3 && ` ${text} `.includes(` ${word} `));
  return held ? 1 : 0;
}

/** What words stand for in files that nobody wrote a mapping for. */
export interface KnownWords {
  indicator(word: string): string | undefined;
  /** The code of a dimension; countries are not among them. */
  code(dimension: string, word: string): string | undefined;
  /** The dimension that the header of a column names. */
  dimension(header: string): string | undefined;
  /** The dimension that a word says its row is broken down by, null for the total. */
  chooser(word: string): string | null | undefined;
}

const namesOf = (names: CodeNames) => Object.values(names).map(bare);

/** The known words of the code lists and of the mappings that come along. Errors: UnreadableFile, for a damaged mapping. */
export async function readKnownWords(): Promise<KnownWords> {
  const mappings = await Promise.all(['unodc-glotip', 'population'].map(findMapping));
  const ofIndicators = new Map<string, string>();
  for (const { code, names } of indicators)
    for (const name of [bare(code), ...namesOf(names)]) ofIndicators.set(name, code);
  for (const { indicator } of mappings)
    for (const [word, code] of Object.entries(indicator.words))
      if (word !== '') ofIndicators.set(bare(word), code);
  const ofDimensions = new Map<string, string>();
  for (const { code, names } of dimensions)
    for (const name of [bare(code), ...namesOf(names), ...(moreDimensions[code] ?? [])])
      ofDimensions.set(name, code);
  const codes = new Map(dimensions.map(({ code }) => [code, codesOf(code, mappings)]));
  const choosers = choosersOf(mappings);
  return {
    indicator: (word) => ofIndicators.get(bare(word)),
    code: (dimension, word) => codes.get(dimension)?.get(bare(word)),
    dimension: (header) => ofDimensions.get(bare(header)),
    chooser: (word) => {
      if (saysTotal(word)) return null;
      const by = /^(?:by|por|par|по|按)\s*(.+)$/u.exec(bare(word))?.[1];
      return choosers.get(bare(word)) ?? (by === undefined ? undefined : ofDimensions.get(by));
    },
  };
}

/** The words of a dimension: those that two of its sources would read differently are none. */
function codesOf(dimension: string, mappings: readonly Mapping[]): Map<string, string> {
  const found = new Map<string, string>();
  const list = dimensions.find(({ code }) => code === dimension)!.codes;
  for (const { code, names } of list)
    for (const name of [bare(code), ...namesOf(names)]) found.set(name, code);
  for (const [code, words] of Object.entries(moreCodes[dimension] ?? {}))
    for (const word of words) found.set(word, code);
  const choices = mappings.flatMap((mapping) =>
    mapping.breakdown
      .flatMap((part) => ('choices' in part ? Object.values(part.choices) : [part]))
      .filter((choice) => choice.dimension === dimension)
      .flatMap((choice) => Object.entries(wordsOf(choice, mapping))),
  );
  for (const [word, code] of choices) if (code !== null && word !== '') found.set(bare(word), code);
  return found;
}

const choosersOf = (mappings: readonly Mapping[]) =>
  new Map(
    mappings
      .flatMap(({ breakdown }) =>
        breakdown.flatMap((part) => ('choices' in part ? Object.entries(part.choices) : [])),
      )
      .flatMap(([word, { dimension }]) =>
        dimension === undefined ? [] : [[bare(word), dimension] as const],
      ),
  );
